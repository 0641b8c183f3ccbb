import { problem, type Problem } from '#plain/problem.ts'
import { parseCivilDay } from '#plain/civil-day.ts'
import { didYouMean } from '#rules/read/nearest-word.ts'
import type { Decision, Example } from '#rules/rule-book.ts'

/** Solved cases in `examples/*.jsonl`, one a line, in the form that `steward decide --batch` reads. */

const lineKeys = ['case', 'decision', 'input', 'asOf', 'calendar', 'expect', 'clause', 'why']

/** The examples of all files by decision; a line that cannot be read is told and left out. */
export function readExampleFiles(files: ReadonlyMap<string, string>, decisions: readonly Decision[], problems: Problem[]): ReadonlyMap<string, readonly Example[]> {
  const byName = new Map(decisions.map((decision) => [decision.name, new Set(decision.facts.map((fact) => fact.name))]))
  const found = new Map<string, Example[]>()
  const paths = [...files.keys()].filter((path) => /^examples\/[^/]+\.jsonl$/.test(path)).sort()
  for (const path of paths) {
    (files.get(path) ?? '').split('\n').forEach((text, index) => {
      if (text.trim() === '') return
      const example = readLine(text, { file: path, line: index + 1 }, byName, problems)
      if (example === null) return
      const own = found.get(example.decision)
      if (own === undefined) found.set(example.decision, [example])
      else own.push(example)
    })
  }
  return found
}

function readLine(text: string, at: Example['at'], decisions: ReadonlyMap<string, ReadonlySet<string>>, problems: Problem[]): Example | null {
  const tell = (what: string, next: string): null => {
    problems.push(problem('rules/example', what, next, at))
    return null
  }
  const read = objectOf(text)
  if (read === null) return tell('The line is no JSON object.', 'Write one case a line: {"case": ..., "decision": ..., "input": {...}, "expect": {...}}.')
  const unknown = Object.keys(read).find((key) => !lineKeys.includes(key))
  if (unknown !== undefined) return tell(`"${unknown}" is no key of a case.`, `${didYouMean(unknown, lineKeys)}Known here: ${lineKeys.join(', ')}.`)
  const decision = words(read['decision']) ?? ''
  const facts = decisions.get(decision)
  if (facts === undefined) return tell(`There is no decision "${decision}".`, `${didYouMean(decision, decisions.keys())}Name one of the pack.`)
  const given = read['input'] ?? {}
  const expect = read['expect']
  if (!isObject(given) || !isObject(expect)) return tell('The case has no "input" or no "expect".', 'Write both as JSON objects.')
  const strange = Object.keys(given).find((key) => !facts.has(key))
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
