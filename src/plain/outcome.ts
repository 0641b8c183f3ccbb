import type { Problem } from '#plain/problem.ts'

/** A value with what was odd on the way, or the one problem that stopped it. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T; readonly notes: readonly Problem[] }
  | { readonly ok: false; readonly problem: Problem }

export function done<T>(value: T, notes: readonly Problem[] = []): Outcome<T> {
  return { ok: true, value, notes }
}

export function failed(problem: Problem): Outcome<never> {
  return { ok: false, problem }
}
