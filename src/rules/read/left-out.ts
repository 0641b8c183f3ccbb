import type { BlockPlace } from '#rules/read/block-sheet.ts'

/** Whether something that a block says was told and left out since its reading began: a key that nobody knows, a word of the wrong shape, a day that is none. Without it the block would say another thing. */
export function leftOut(place: BlockPlace, before: number): boolean {
  return place.problems.slice(before).some((it) => codes.has(it.code))
}

const codes: ReadonlySet<string> = new Set(['rules/unknown-key', 'rules/missing-key', 'rules/shape', 'rules/no-day', 'rules/force'])
