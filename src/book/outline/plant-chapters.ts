import { anchor, type ContentsEntry } from '#book/book.ts'
import type { Draft } from '#book/outline/draft.ts'
import { favouriteSeries } from '#book/outline/choose-list.ts'
import { findChapters, type Chapter } from '#book/outline/find-chapters.ts'
import { findEndings } from '#book/outline/find-endings.ts'
import { findMarks } from '#book/outline/find-marks.ts'
import type { Row } from '#book/outline/lay-rows.ts'
import { firstFrom } from '#book/outline/first-from.ts'
import { nameAnchors } from '#book/outline/name-anchors.ts'
import { plantClauses, type PlantRules } from '#book/outline/plant-clauses.ts'
import { plantLabels } from '#book/outline/plant-labels.ts'
import { setHeadings } from '#book/outline/set-headings.ts'
import type { Mark } from '#book/outline/weigh-mark.ts'

/** Finds the chapters, plants each one's clauses, and names them all. */

export interface Planted {
  readonly chapters: readonly Draft[]
  /** Every clause, chapters with them, in the order of the text. */
  readonly drafts: readonly Draft[]
  /** Rows behind the agreement's last clause that belong to none: signatures. */
  readonly unplaced: readonly Row[]
  /** Article headings that pages repeat at their head. */
  readonly repeated: readonly Row[]
}

export function plantChapters(rows: readonly Row[], aside: (row: Row) => boolean, contents: readonly ContentsEntry[], paragraphs: boolean): Planted {
  const marks = findMarks(rows, aside, paragraphs)
  const found = findChapters(rows, marks, aside, contents)
  const rules = inferRules(found, marks, rows)
  const { chapters, unplaced } = endLastArticle(rows, marks, found, rules, aside)
  const planted = chapters.map((chapter, at) => {
    const until = unplaced[0] !== undefined && unplaced[0].start > chapter.start ? Math.min(unplaced[0].start, startOf(chapters[at + 1])) : startOf(chapters[at + 1])
    return plantOne(chapter, rows, marks, until, rules, aside)
  })
  nameAnchors(planted.map((draft, at) => ({ draft, decimals: rules.decimals, stem: chapters[at]?.stem ?? '' })))
  const drafts = planted.flatMap(flatten).toSorted((one, other) => one.start - other.start)
  setHeadings(drafts, rows)
  return { chapters: planted, drafts, unplaced, repeated: repeatedHeads(chapters, marks) }
}

/** The numbers that stand from one place to another. */
function between(marks: readonly Mark[], from: number, until: number): readonly Mark[] {
  return marks.slice(firstFrom(marks, from), firstFrom(marks, until))
}

/** `ARTICLE 5 (continued)`, or the very heading again, inside Article 5. */
function repeatedHeads(chapters: readonly Chapter[], marks: readonly Mark[]): Row[] {
  const found: Row[] = []
  let at = 0
  for (const mark of marks) {
    while (startOf(chapters[at + 1]) <= mark.start) at += 1
    const chapter = chapters[at]
    if (chapter === undefined || mark.word !== 'article' || mark.rank > 0 || mark.start < chapter.body) continue
    const same = mark.readings.some((reading) => reading.path[0] === chapter.value)
    const again = mark.row.plain.trim() === chapter.row.plain.trim() || /\bcont(?:inued|['’]?d|\.)/iu.test(mark.row.plain)
    if (chapter.kind === 'article' && same && again && mark.row.plain.trim().length < 120) found.push(mark.row)
  }
  return found
}

function startOf(chapter: Chapter | undefined): number {
  return chapter?.start ?? Number.POSITIVE_INFINITY
}

function plantOne(chapter: Chapter, rows: readonly Row[], marks: readonly Mark[], until: number, rules: PlantRules, aside: (row: Row) => boolean): Draft {
  const { kind, number, row, start, end, title, titleSpans, value, body } = chapter
  const draft: Draft = { kind, number, label: '', row, start, end, heading: null, title, titleSpans, children: [], anchor: anchor('') }
  plantClauses(draft, value, between(marks, body, until), rules)
  if (kind === 'article' && draft.children.length === 0) plantLabels(draft, rows, body, until, aside)
  return draft
}

/** Parts from the last article what is only bound behind it: the signatures, and schedules without a heading as an annex of their own. */
function endLastArticle(rows: readonly Row[], marks: readonly Mark[], found: readonly Chapter[], rules: PlantRules, aside: (row: Row) => boolean): { chapters: Chapter[]; unplaced: Row[] } {
  const at = found.findLastIndex((chapter) => chapter.kind === 'article')
  const last = found[at]
  if (last === undefined) return { chapters: [...found], unplaced: [] }
  const until = startOf(found[at + 1])
  const trial = plantOne(last, rows, marks, until, rules, aside)
  const lastMark = trial.children.at(-1)?.start ?? last.body
  const { signatures, annex } = findEndings(rows, last.body, until, lastMark, aside)
  const chapters = [...found]
  if (annex !== null) chapters.splice(at + 1, 0, annexAt(annex))
  const stop = annex?.start ?? until
  return { chapters, unplaced: signatures === null ? [] : rows.filter((row) => row.start >= signatures.start && row.start < stop) }
}

function annexAt(row: Row): Chapter {
  const start = row.start + row.plain.search(/\S/u)
  return { kind: 'appendix', number: 'Annex 1', stem: 'Annex 1', value: 0, row, start, end: start, title: row.plain.trim(), titleSpans: [{ start, end: row.end }], body: row.stop }
}

/** Whether decimals carry the article's number (`6.4` in Article 6) or count inside it (`3.1` under `3.`), by which of the two stands in more places. */
function inferRules(chapters: readonly Chapter[], marks: readonly Mark[], rows: readonly Row[]): PlantRules {
  let own = 0
  let other = 0
  let hyphens = 0
  let at = 0
  for (const mark of marks) {
    while (startOf(chapters[at + 1]) <= mark.start) at += 1
    const chapter = chapters[at]
    const reading = mark.readings[0]
    if (chapter?.kind !== 'article' || mark.start < chapter.body || reading === undefined || reading.cost > 0 || mark.weight < 0.5) continue
    if (reading.series === 'dec-' && reading.path[0] === chapter.value) hyphens += 1
    if (reading.series !== 'dec') continue
    if (reading.path[0] === chapter.value) own += 1
    else other += 1
  }
  const articles = chapters.flatMap((chapter, at) => (chapter.kind === 'article' ? [between(marks, chapter.body, startOf(chapters[at + 1]))] : []))
  const misread = marks.filter((mark) => mark.readings.length > 0 && mark.readings.every((reading) => reading.cost > 0)).length
  return { decimals: other >= 8 && other > own ? 'local' : 'global', hyphens: hyphens >= 3 && hyphens > own, favourite: own > 3 * articles.length ? null : favouriteSeries(articles), lone: own <= 3 * articles.length, lostIn: misread >= 3 ? rows : [] }
}

function flatten(draft: Draft): Draft[] {
  return [draft, ...draft.children.flatMap(flatten)]
}
