import type { Reading } from '#book/outline/scan-marks.ts'
import type { Mark } from '#book/outline/weigh-mark.ts'

/** Finds, among the decimal numbers of one article, those that count on (`6.4`, `6.4.1`, `6.5`), and those that stand out of turn and yet start a clause. */

export interface Placed {
  readonly mark: Mark
  readonly reading: Reading
}

interface Best extends Placed {
  readonly score: number
  readonly from: Best | null
}

const reach = 24

/** Less than one good number and a step is no run. */
const leastScore = 1

/** `first` is the article's own place, `[6]`, or empty where decimals count inside the article only. */
export function bestSpine(marks: readonly Placed[], first: readonly number[]): Placed[] {
  const kept: Best[] = []
  let top: Best | null = null
  const own = marks.filter((it) => it.mark.weight > 0 && isUnder(it, first)).length
  for (const placed of marks) {
    const here: Best = own >= 2 && !isUnder(placed, first) ? { ...placed, score: -100, from: null } : extend(placed, kept, top, first)
    kept.push(here)
    if (top === null || here.score > top.score) top = here
  }
  const spine = new Set<Placed>()
  const chosen: Best[] = []
  const end = top as Best | null
  for (let step: Best | null = end !== null && end.score > leastScore ? end : null; step !== null; step = step.from) chosen.push(step)
  for (const step of chosen) spine.add(step)
  const placed: Placed[] = []
  for (const it of kept) if (spine.has(it) || standsAlone(it, placed, first)) placed.push({ mark: it.mark, reading: it.reading })
  return oneEach(placed)
}

function isUnder(placed: Placed, first: readonly number[]): boolean {
  return first.every((value, at) => placed.reading.path[at] === value)
}

/** A number with several readings is taken once. */
function oneEach(placed: readonly Placed[]): Placed[] {
  return placed.filter((it, at) => placed[at - 1]?.mark !== it.mark)
}

function extend(placed: Placed, kept: readonly Best[], top: Best | null, first: readonly number[]): Best {
  const own = placed.mark.weight - placed.reading.cost * 0.7
  let score = own + startBonus(placed.reading.path, first)
  let from: Best | null = null
  for (let at = kept.length - 1; at >= Math.max(0, kept.length - reach); at -= 1) {
    const before = kept[at]
    if (before === undefined || before.mark === placed.mark) continue
    const bonus = stepBonus(before.reading.path, placed.reading.path)
    if (bonus !== null && before.score + bonus + own > score) [score, from] = [before.score + bonus + own, before]
  }
  if (top !== null && top.mark !== placed.mark && comesAfter(top.reading.path, placed.reading.path) && top.score - 2 + own > score) [score, from] = [top.score - 2 + own, top]
  return { ...placed, score, from }
}

function startBonus(path: readonly number[], first: readonly number[]): number {
  const under = path.slice(first.length)
  if (!first.every((value, at) => path[at] === value)) return -2.5
  return under.every((value) => value === 1 || value === 0) ? 2 : -2
}

/** How well one number follows another; null where it does not come after it. */
export function stepBonus(from: readonly number[], to: readonly number[]): number | null {
  let same = 0
  while (same < from.length && same < to.length && from[same] === to[same]) same += 1
  if (same === to.length) return null
  const deeper = to.slice(same + 1)
  if (same === from.length) {
    const skipped = (Number(to[same]) % 1000) - 1
    if (skipped <= 0 && deeper.every((value) => value === 1)) return 2.5 - deeper.length * 1.5
    return -0.5 - Math.max(0, skipped) * 0.6 - deeper.length
  }
  const jump = Number(to[same]) - Number(from[same])
  if (jump <= 0) return null
  if (deeper.length > 0) return jump === 1 && deeper.every((value) => value === 1) ? 0.5 : -1 - jump * 0.3
  return jump === 1 ? 2.5 : Math.max(-3, 0.5 - jump * 0.6)
}

function comesAfter(from: readonly number[], to: readonly number[]): boolean {
  return stepBonus(from, to) !== null
}

/** A number out of turn that the layout says starts a clause all the same: printed twice, or misprinted. */
function standsAlone(placed: Placed, before: readonly Placed[], first: readonly number[]): boolean {
  if (placed.mark.rank > 0 || placed.reading.cost > 0) return false
  if (isUnder(placed, first)) return placed.mark.weight >= 1.7
  if (placed.mark.word !== null) return false
  return (placed.mark.weight >= 1.4 && before.length === 0) || (placed.mark.weight >= 1.7 && before.slice(-3).some((it) => isMisprintAfter(it.reading.path, placed.reading.path)))
}

/** `17.2.3.6` after `17.5.3.5`, or `16.4.1` after `17.4`: the next number but for one place. */
function isMisprintAfter(before: readonly number[], path: readonly number[]): boolean {
  if (before.length + 1 === path.length && path.length >= 3) return isMisprintAfter([...before, 0], path)
  if (before.length !== path.length || path.length < 3) return false
  const wrong = path.slice(0, -1).filter((value, at) => value !== before[at]).length
  return wrong === 1 && path.at(-1) === Number(before.at(-1)) + 1
}
