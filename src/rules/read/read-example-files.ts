import { problem, type Problem } from '#plain/problem.ts'
import { parseCivilDay } from '#plain/civil-day.ts'
import { didYouMean } from '#rules/read/nearest-word.ts'
import type { Decision, Example } from '#rules/rule-book.ts'

/** Solved cases in `examples/*.jsonl`, one a line, in the form that `steward decide --batch` reads. */

const lineKeys = ['case', 'decision', 'input', 'asOf', 'calendar', 'expect', 'clause', 'why']

/** The cases of a decision that its files hold. They are read when somebody asks for them: a pack is loaded far oftener than its cases are run. */
export interface SolvedCases {
  readonly count: number
  readonly read: () => { readonly examples: readonly Example[]; readonly problems: readonly Problem[] }
}

interface Line {
  readonly text: string
  readonly at: Example['at']
}

/** The cases of all files by decision. A line of which it cannot be seen at once whose case it is, is read now; what is wrong with it is told, and it is left out. */
export function readExampleFiles(files: ReadonlyMap<string, string>, decisions: readonly Decision[], problems: Problem[]): ReadonlyMap<string, SolvedCases> {
  const byName = new Map(decisions.map((decision) => [decision.name, decision]))
  const lines = new Map<string, Line[]>()
  const paths = [...files.keys()].filter((path) => /^examples\/[^/]+\.jsonl$/.test(path)).sort()
  for (const path of paths) {
    (files.get(path) ?? '').split('\n').forEach((text, index) => {
      if (text.trim() === '') return
      const line = { text, at: { file: path, line: index + 1 } }
      const named = opening.exec(text)?.[1]
      const owner = named !== undefined && byName.has(named) ? named : readLine(line, byName, problems)?.decision
      if (owner === undefined) return
      const own = lines.get(owner)
      if (own === undefined) lines.set(owner, [line])
      else own.push(line)
    })
  }
  return new Map([...lines].map(([name, own]) => [name, casesOf(own, byName)]))
}

/** How nearly every line begins. */
const opening = /^\{\s*(?:"case":\s*"[^"\\]*",\s*)?"decision":\s*"([^"\\]+)"/

function casesOf(lines: readonly Line[], decisions: ReadonlyMap<string, Decision>): SolvedCases {
  let made: ReturnType<SolvedCases['read']> | null = null
  const read = (): ReturnType<SolvedCases['read']> => {
    const problems: Problem[] = []
    const examples = lines.map((line) => readLine(line, decisions, problems)).filter((it) => it !== null)
    return { examples, problems }
  }
  return { count: lines.length, read: () => (made ??= read()) }
}

function readLine({ text, at }: Line, decisions: ReadonlyMap<string, Decision>, problems: Problem[]): Example | null {
  const tell = (what: string, next: string): null => {
    problems.push(problem('rules/example', what, next, at))
    return null
  }
  const read = objectOf(text)
  if (read === null) return tell('The line is no JSON object.', 'Write one case a line: {"case": ..., "decision": ..., "input": {...}, "expect": {...}}.')
  const unknown = Object.keys(read).find((key) => !lineKeys.includes(key))
  if (unknown !== undefined) return tell(`"${unknown}" is no key of a case.`, `${didYouMean(unknown, lineKeys)}Known here: ${lineKeys.join(', ')}.`)
  const decision = words(read['decision']) ?? ''
  const facts = decisions.get(decision)?.facts.map((fact) => fact.name)
  if (facts === undefined) return tell(`There is no decision "${decision}".`, `${didYouMean(decision, decisions.keys())}Name one of the pack.`)
  const given = read['input'] ?? {}
  const expect = read['expect']
  if (!isObject(given) || !isObject(expect)) return tell('The case has no "input" or no "expect".', 'Write both as JSON objects.')
  const strange = Object.keys(given).find((key) => !facts.includes(key))
  if (strange !== undefined) return tell(`The case names the fact "${strange}", and "${decision}" has none of that name.`, `${didYouMean(strange, facts)}Mend the name.`)
  const asOf = words(read['asOf'])
  if (asOf !== null && parseCivilDay(asOf) === null) return tell(`${asOf} is not a day.`, 'Write year, month and day: 2010-07-01.')
  return { decision, case: words(read['case']) ?? `line ${at.line}`, given, asOf, calendar: words(read['calendar']), expect, because: words(read['why']), at }
}

function objectOf(text: string): Record<string, unknown> | null {
  try {
    const read: unknown = JSON.parse(text)
    return isObject(read) ? read : null
  } catch {
    return null
  }
}

function isObject(it: unknown): it is Record<string, unknown> {
  return typeof it === 'object' && it !== null && !Array.isArray(it)
}

function words(it: unknown): string | null {
  return typeof it === 'string' ? it : typeof it === 'number' ? String(it) : null
}
