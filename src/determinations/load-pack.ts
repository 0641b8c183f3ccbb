import type { CalendarSet } from '#calendar/calendar.ts'
import { readCalendars } from '#calendar/read-calendars.ts'
import type { LoadedDecision, LoadedPack } from '#determinations/loaded-pack.ts'
import { done, type Outcome } from '#plain/outcome.ts'
import { problem, type Problem } from '#plain/problem.ts'
import { readPack } from '#pack/read-pack.ts'
import { checkDefinition, lowerDecision } from '#rules/core/lower-decision.ts'
import { prepareBook } from '#rules/core/prepare-book.ts'
import { nearestWord } from '#rules/read/nearest-word.ts'
import { readRules } from '#rules/read/read-rules.ts'
import type { RuleBook } from '#rules/rule-book.ts'

/**
 * A pack from its files, ready to be asked, in one call: clauses, rules, calendars and examples read, every decision checked and lowered. Pure: the same in a browser, a server and a terminal.
 * Fails only where there is no readable agreement.yaml; everything else that is wrong stands in `problems`, and what is sound can be asked.
 */
export function loadPack(files: ReadonlyMap<string, string>): Outcome<LoadedPack> {
  const read = readPack(files)
  if (!read.ok) return read
  const rules = readRules(read.value, files)
  const calendars = readCalendars(read.value.name, files, rules.schoolYear)
  const lowered = lowerAll(rules)
  const misspelt = [...lowered.decisions.values()].flatMap((loaded) => misspeltKinds(loaded, calendars.calendars))
  const problems = [...read.notes, ...calendars.problems, ...rules.problems, ...lowered.problems, ...misspelt].sort(byPlace)
  return done({ pack: read.value, rules, calendars: calendars.calendars, decisions: lowered.decisions, problems, files }, problems)
}

/** What is wrong with a pack, its solved cases included: they are read for it. */
export function problemsOf(pack: LoadedPack): readonly Problem[] {
  return [...pack.problems, ...(pack.rules.problemsOfCases?.() ?? [])].sort(byPlace)
}

function lowerAll(rules: RuleBook): { decisions: ReadonlyMap<string, LoadedDecision>; problems: readonly Problem[] } {
  const decisions = new Map<string, LoadedDecision>()
  const book = prepareBook(rules)
  // A definition that no decision uses is checked too.
  const problems: Problem[] = rules.definitions.flatMap((definition) => checkDefinition(book, definition))
  for (const decision of rules.decisions) {
    const { program, problems: found } = lowerDecision(book, decision)
    problems.push(...found)
    decisions.set(decision.name, { decision, program })
  }
  return { decisions, problems: once(problems) }
}

/** A kind of day that no calendar of the pack lists may come with each case; one that is spelled nearly as a kind that it does list is a mistake. */
function misspeltKinds({ decision, program }: LoadedDecision, calendars: CalendarSet): readonly Problem[] {
  const known = [...calendars.kinds.keys(), 'calendar']
  return (program?.kinds ?? []).flatMap((kind) => {
    const near = known.includes(kind) ? null : nearestWord(kind, known)
    if (near === null) return []
    return [problem('rules/unknown-kind-of-day', `"${decision.name}" counts in ${kind} days, and no calendar of the pack lists any.`, `Did you mean ${near}?`, decision.at)]
  })
}

/** A mistake in a definition is found by every decision that uses it, and told once. */
function once(problems: readonly Problem[]): readonly Problem[] {
  return [...new Map(problems.map((it) => [JSON.stringify([it.where.file, it.where.line, it.code, it.what]), it])).values()]
}

function byPlace(a: Problem, b: Problem): number {
  const [first, second] = [a.where.file ?? '', b.where.file ?? '']
  if (first !== second) return first < second ? -1 : 1
  return (a.where.line ?? 0) - (b.where.line ?? 0)
}
