import { drawLot } from '#rules/core/draw-lot.ts'
import { halt } from '#rules/core/halt.ts'
import { sameValue } from '#rules/core/number-functions.ts'

/** Functions on lists. Places count from 1, from the end -1. None of them changes the list that it is given. */

type List = readonly unknown[]

export const listFunctions = {
  count: (list: List): number => list.length,
  /** The item, or null where there is none. */
  'item at': (list: List, at: number): unknown => list.at(at > 0 ? at - 1 : at === 0 ? list.length : at) ?? null,
  'list contains': (list: List, sought: unknown): boolean => list.some((item) => sameValue(item, sought)),
  'index of': (list: List, sought: unknown): readonly number[] => list.flatMap((item, at) => (sameValue(item, sought) ? [at + 1] : [])),
  append: (list: List, ...items: List): List => [...list, ...items],
  concatenate: (...lists: readonly List[]): List => lists.flat(1),
  union: (...lists: readonly List[]): List => distinct(lists.flat(1)),
  'distinct values': (list: List): List => distinct(list),
  reverse: (list: List): List => list.toReversed(),
  /** From a place on, all or so many. */
  sublist: (list: List, start: number, length?: number): List => {
    const from = start > 0 ? start - 1 : start === 0 ? noPlace(list, 0) : Math.max(0, list.length + start)
    return list.slice(from, length === undefined ? undefined : Math.max(from, from + length))
  },
  /** Without the item at a place. */
  remove: (list: List, at: number): List => {
    const place = placeOf(list, at, list.length)
    return list.filter((_, other) => other !== place)
  },
  /** At the place after the last one it is put at the end. */
  'insert before': (list: List, at: number, item: unknown): List => {
    const place = placeOf(list, at, list.length + 1)
    return [...list.slice(0, place), item, ...list.slice(place)]
  },
  /** One level deep. */
  flatten: (list: readonly List[]): List => list.flat(1),
  all: (list: List): boolean => list.every((item) => item === true),
  any: (list: List): boolean => list.includes(true),
  lot: (list: List, seed: string): List => drawLot(list, seed),
} as const

/** From 0; the trouble where the list has no such place, `last` being the last one that there is. */
function placeOf(list: List, at: number, last: number): number {
  if (at === 0 || at > last || at < -list.length) return noPlace(list, at)
  return at > 0 ? at - 1 : list.length + at
}

function noPlace(list: List, at: number): never {
  return halt({ is: 'empty list', what: `A list of ${list.length} has no place ${at}; places count from 1, from the end -1.` })
}

function distinct(list: List): List {
  const found: unknown[] = []
  for (const item of list) if (!found.some((other) => sameValue(other, item))) found.push(item)
  return found
}

/** A stable sort by merging: `before(a, b)` says whether a goes before b; it is asked of a later item and an earlier one only. */
export function sortedBy<T>(list: readonly T[], before: (a: T, b: T) => boolean): readonly T[] {
  if (list.length < 2) return list
  const middle = list.length >> 1
  const [left, right] = [sortedBy(list.slice(0, middle), before), sortedBy(list.slice(middle), before)]
  const merged: T[] = []
  let [at, other] = [0, 0]
  while (at < left.length && other < right.length) merged.push(before(right[other] as T, left[at] as T) ? (right[other++] as T) : (left[at++] as T))
  return [...merged, ...left.slice(at), ...right.slice(other)]
}
