/** Solved cases that are lent beside the repository, as the corpus is: read where they are there, by pack. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { CalendarSet } from '../../src/calendar/calendar.ts'
import { readCaseCalendar } from '../../src/calendar/read-case-calendar.ts'
import { readCaseLine, refusal } from '../../src/determinations/case-line.ts'
import { decide } from '../../src/determinations/decide.ts'
import type { Determination } from '../../src/determinations/determination.ts'
import type { LoadedPack } from '../../src/determinations/loaded-pack.ts'
import { differencesFrom } from '../../src/determinations/meet-expectation.ts'

const repository = resolve(dirname(fileURLToPath(import.meta.url)), '../..')

/** The files of cases that speak of each pack. */
const files: Readonly<Record<string, readonly string[]>> = {
  'chaffey-2010': ['chaffey-1-16.jsonl', 'chaffey-17-30.jsonl'],
  'pleasant-valley-2015': ['pleasant-valley.jsonl'],
}

export interface SolvedCase {
  readonly file: string
  readonly line: number
  readonly text: string
}

export interface CaseRun {
  readonly case: string
  readonly file: string
  readonly line: number
  readonly answer: Determination
  readonly differences: readonly string[]
  /** Why the case comes out as it does, in the words of its author. */
  readonly why: string
}

/** The folder of solved cases: `STEWARD_EXAMPLES`, else the one beside the repository; null where there is none. */
export function casesFolder(): string | null {
  const folder = process.env['STEWARD_EXAMPLES'] ?? resolve(repository, '../shared/examples')
  return existsSync(folder) ? folder : null
}

/** The solved cases of a pack; none where they are not on this machine. */
export function solvedCases(pack: string): readonly SolvedCase[] {
  const folder = casesFolder()
  if (folder === null) return []
  return (files[pack] ?? []).flatMap((file) => {
    const lines = existsSync(join(folder, file)) ? readFileSync(join(folder, file), 'utf8').split('\n') : []
    return lines.flatMap((text, at) => (text.trim() === '' ? [] : [{ file, line: at + 1, text }]))
  })
}

/** Runs a case; null where its decision is not in the pack. */
export function runCase(pack: LoadedPack, solved: SolvedCase): CaseRun | null {
  const read = readCaseLine(solved.text, solved.line)
  if (!read.ok) return { case: '?', file: solved.file, line: solved.line, answer: read.answer, differences: ['the line is no case'], why: '' }
  if (!pack.decisions.has(read.question.decision)) return null
  const calendar = calendarNamed(pack, read.calendar)
  const answer = typeof calendar === 'string' ? refusal(read.question, 'calendar', calendar) : decide(pack, calendar === null ? read.question : { ...read.question, calendar })
  const why: unknown = (JSON.parse(solved.text) as Record<string, unknown>)['why']
  return { case: read.question.case ?? '?', file: solved.file, line: solved.line, answer, differences: differencesFrom(read.expect ?? {}, answer), why: typeof why === 'string' ? why : '' }
}

/** The decisions of a pack that its cases ask for and the pack does not have. */
export function decisionsAskedFor(pack: string): ReadonlySet<string> {
  return new Set(solvedCases(pack).map(({ text }) => String((JSON.parse(text) as Record<string, unknown>)['decision'])))
}

/** Every decision that the lists of decisions name for a pack, where they are there; by a plain look at their lines. */
export function decisionsListed(pack: string): readonly string[] {
  const folder = casesFolder()
  const lists = folder === null ? '' : resolve(folder, '../decisions')
  if (lists === '' || !existsSync(lists)) return []
  return readdirSync(lists)
    .filter((name) => name.startsWith(pack) && name.endsWith('.yaml'))
    .flatMap((name) => [...readFileSync(join(lists, name), 'utf8').matchAll(/^ {2}- id: (\w+)/gm)].map((match) => match[1] ?? ''))
}

function calendarNamed(pack: LoadedPack, named: string | Readonly<Record<string, unknown>> | null): CalendarSet | null | string {
  if (named === null) return null
  const folder = casesFolder()
  const value: unknown = typeof named === 'string' ? JSON.parse(readFileSync(join(folder ?? '', 'calendars', named), 'utf8')) : named
  const read = readCaseCalendar(typeof named === 'string' ? named : 'the case', value, pack.rules.schoolYear)
  return read.ok ? read.value : read.problem.what
}
