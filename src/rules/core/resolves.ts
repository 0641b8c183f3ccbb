import type { Lowering, Scope } from '#rules/core/lowering.ts'

/** Does the name stand for something, whatever is expected? */
export function resolves(lowering: Lowering, name: string, scope: Scope): boolean {
  const { frame, locals } = scope
  const { definitions, parameters } = lowering.book
  return locals.has(name) || frame.facts.has(name) || frame.values.has(name) || frame.further.has(name) || definitions.has(name) || parameters.has(name)
}
