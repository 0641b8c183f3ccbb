import { bestChain, type ChainRules } from '#book/outline/best-chain.ts'
import type { Reading } from '#book/outline/scan-marks.ts'
import type { Mark } from '#book/outline/weigh-mark.ts'

/** Infers how the agreement numbers its articles: each way of doing it is tried on the whole document, and the one that counts on best is taken. */

export interface Candidate {
  readonly mark: Mark
  readonly reading: Reading
}

interface Way {
  readonly test: (mark: Mark, reading: Reading) => boolean
  /** A run must score more to be believed. */
  readonly least: number
  readonly rules: ChainRules
}

/** The word Article is proof enough for a single heading; a bare figure or letter needs a run of them. */
const ways: readonly Way[] = [
  { test: wordArticle, least: 2, rules: { gap: 25, restart: 30, loose: true } },
  { test: pointZero, least: 4, rules: { gap: 6 } },
  { test: wordSection, least: 6, rules: { gap: 3 } },
  { test: capitalTitle, least: 4, rules: { gap: 3 } },
  { test: plainTitle, least: 9, rules: { gap: 2 } },
]

export function chooseArticles(marks: readonly Mark[]): Candidate[] {
  const places = new Map(marks.map((mark, at) => [mark, at]))
  let best: { picked: Candidate[]; score: number } = { picked: [], score: 0 }
  for (const { test, least, rules } of ways) {
    // Two headings that say Article settle it; other numbers stand inside them.
    if (best.score > 8 || (best.picked.length > 1 && best.picked[0]?.mark.word === 'article')) break
    const found = candidatesOf(marks, test)
    const run = bestRun(found, (at) => bodyWeight(places, marks, found, at), rules)
    if (run.score > Math.max(best.score, least)) best = run
  }
  return best.picked
}

export function valueOf(reading: Reading): number {
  return reading.path[0] ?? 0
}

/** Different looks (`I.` and `1.`) never make one run. */
function bestRun(found: readonly Candidate[], bonus: (at: number) => number, rules: ChainRules): { picked: Candidate[]; score: number } {
  let best: { picked: Candidate[]; score: number } = { picked: [], score: 0 }
  for (const series of new Set(found.map((it) => it.reading.series))) {
    const own = found.flatMap((it, at) => (it.reading.series === series ? [at] : []))
    const chain = bestChain(own.map((at) => ({ value: valueOf((found[at] as Candidate).reading), weight: (found[at] as Candidate).mark.weight + bonus(at), indent: 0 })), rules)
    const picked = withoutListings(chain.picked.map((pick) => firstStand(found, own[pick] ?? 0)).filter((it) => it !== undefined))
    if (chain.score > best.score) best = { picked, score: chain.score }
  }
  return best
}

function candidatesOf(marks: readonly Mark[], test: Way['test']): Candidate[] {
  const found: Candidate[] = []
  for (const mark of marks) {
    if (mark.rank > 0 && mark.word !== 'article') continue
    for (const reading of mark.readings) if (test(mark, reading)) found.push({ mark, reading })
  }
  return found
}

/** A run of headings that a second run repeats with text under it was the table of contents. */
function withoutListings(picked: readonly Candidate[]): Candidate[] {
  const runs: Candidate[][] = []
  for (const it of picked) {
    const last = runs.at(-1)?.at(-1)
    if (last === undefined || valueOf(it.reading) <= valueOf(last.reading)) runs.push([it])
    else runs.at(-1)?.push(it)
  }
  const lengths = runs.map((run) => ((run.at(-1)?.mark.start ?? 0) - (run[0]?.mark.start ?? 0)) / Math.max(1, run.length - 1))
  const most = Math.max(0, ...lengths)
  return runs.filter((run, at) => run.length === 1 || (lengths[at] ?? 0) >= 400 || (lengths[at] ?? 0) >= most * 0.25).flat()
}

/** Where a heading is printed twice in a row, the first stand. */
function firstStand(way: readonly Candidate[], at: number): Candidate | undefined {
  const here = way[at]
  const before = way[at - 1]
  const twice = here !== undefined && before !== undefined && valueOf(before.reading) === valueOf(here.reading) && here.mark.row.index - before.mark.row.index <= 3
  return twice ? before : here
}

/** A heading with next to no text under it is an entry of some list; one whose own numbers follow (`1.1` under `1.`) is surely a heading. */
function bodyWeight(places: ReadonlyMap<Mark, number>, marks: readonly Mark[], way: readonly Candidate[], at: number): number {
  const here = way[at]
  const next = way[at + 1]?.mark
  if (here === undefined) return 0
  const place = places.get(here.mark) ?? 0
  const under = marks[place + 1]?.readings.some((reading) => reading.path.length === 2 && reading.path[0] === valueOf(here.reading)) === true
  if (next === undefined) return under ? 1 : 0.5
  const length = next.start - here.mark.end
  const bare = length < 90 && (places.get(next) ?? 0) - place <= 1
  return bare ? (length < 50 ? -2.5 : -1.5) : under ? 1 : 0.5
}

function wordArticle(mark: Mark, reading: Reading): boolean {
  return mark.word === 'article' && reading.series.startsWith('Article') && isHeadLike(mark)
}

function pointZero(mark: Mark, reading: Reading): boolean {
  return reading.series === 'dec' && reading.path.length === 2 && reading.path[1] === 0 && isHeadLike(mark)
}

function wordSection(mark: Mark, reading: Reading): boolean {
  return reading.series.startsWith('Section') && isHeadLike(mark)
}

/** `IV. LEAVES`, `4. LEAVES`, `D. LEAVES`. */
function capitalTitle(mark: Mark, reading: Reading): boolean {
  return /^[I1A]\.$/u.test(reading.series) && reading.cost === 0 && /^[A-Z][A-Z ,&/'’()-]{2,80}$/u.test(behind(mark))
}

/** `4. Leaves of Absence`: only where numbers of its own stand under it. */
function plainTitle(mark: Mark, reading: Reading): boolean {
  const words = behind(mark)
  return /^[I1A]\.$/u.test(reading.series) && reading.cost === 0 && words.length < 70 && /^[A-Z]/u.test(words) && !/[.;:,]$/u.test(words) && isHeadLike(mark)
}

function behind(mark: Mark): string {
  return mark.row.plain.slice(mark.end - mark.row.start).replace(/\*\*|<\/?[biu]>/gu, '').trim()
}

/** What stands behind the number is a title or nothing: no sentence runs on. */
function isHeadLike(mark: Mark): boolean {
  const after = behind(mark)
  if (after === '') return true
  if (mark.row.flat) return /[:.-]\s*$/u.test(mark.row.plain.slice(0, mark.end - mark.row.start)) || /^[-:.]|^[A-Z]{3}/u.test(after)
  if (after.length > 160 || /^[,;)]/u.test(after)) return false
  return /^(?:[-:.*<_]\s*)*["“(]?[A-Z0-9]/u.test(after) && !/\b(?:shall|will|provides?|applies|herein)\b/u.test(after)
}
