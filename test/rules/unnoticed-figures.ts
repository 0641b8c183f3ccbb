import type { CalendarSet } from '#calendar/calendar.ts'
import { readCaseCalendar } from '#calendar/read-case-calendar.ts'
import type { LoadedPack } from '#determinations/loaded-pack.ts'
import { runExamples } from '#determinations/run-examples.ts'
import { failed, type Outcome } from '#plain/outcome.ts'
import { problem } from '#plain/problem.ts'
import { checkDefinition, lowerDecision } from '#rules/core/lower-decision.ts'
import { prepareBook } from '#rules/core/prepare-book.ts'
import { adviceCodes } from '#rules/read/check-book.ts'
import { mutateRules, type Mutation } from './mutate-rules.ts'
import { usersOf } from './users-of-blocks.ts'

/** Do the examples of a pack hold its figures? Each is changed by one unit, and some example must then fail, or the pack must refuse to load. */

export type Verdict = 'caught' | 'refused at load' | 'unnoticed'

export interface MutatedPack {
  readonly counts: Readonly<Record<Verdict, number>>
  readonly unnoticed: readonly Mutation[]
  /** Decisions whose examples fail without any change, so that they can show nothing. */
  readonly unsound: readonly string[]
}

/** Changes every figure of the blocks that are wanted, one at a time. */
export function mutatePack(pack: LoadedPack, wanted: (block: string) => boolean = () => true): MutatedPack {
  const bench = new Bench(pack)
  const counts = { caught: 0, 'refused at load': 0, unnoticed: 0 }
  const unnoticed: Mutation[] = []
  for (const mutation of mutateRules(pack.rules)) {
    if (!wanted(mutation.block)) continue
    const verdict = bench.verdict(mutation)
    counts[verdict] += 1
    if (verdict === 'unnoticed') unnoticed.push(mutation)
  }
  return { counts, unnoticed, unsound: bench.unsound }
}

class Bench {
  readonly unsound: readonly string[]
  readonly #pack: LoadedPack
  readonly #calendars: ReadonlyMap<string, Outcome<CalendarSet>>
  readonly #users: ReadonlyMap<string, readonly string[]>

  constructor(pack: LoadedPack) {
    this.#pack = pack
    this.#calendars = exampleCalendars(pack)
    this.#users = usersOf(pack.rules)
    this.unsound = [...pack.decisions.keys()].filter((name) => !this.#passes(pack, name))
  }

  verdict(mutation: Mutation): Verdict {
    const book = prepareBook(mutation.book)
    const definition = mutation.book.definitions.find((one) => one.name === mutation.block)
    if (definition !== undefined && checkDefinition(book, definition).some((it) => !adviceCodes.has(it.code))) return 'refused at load'
    for (const name of this.#users.get(mutation.block) ?? []) {
      const decision = mutation.book.decisions.find((one) => one.name === name)
      if (decision === undefined || this.unsound.includes(name)) continue
      const { program, problems } = lowerDecision(book, decision)
      if (program === null || problems.some((it) => !adviceCodes.has(it.code))) return 'refused at load'
      if (!this.#passes({ ...this.#pack, rules: mutation.book, decisions: new Map([[name, { decision, program }]]) }, name)) return 'caught'
    }
    return 'unnoticed'
  }

  #passes(of: LoadedPack, name: string): boolean {
    const decision = of.decisions.get(name)
    if (decision === undefined) return true
    const calendarNamed = (wanted: string): Outcome<CalendarSet> => this.#calendars.get(wanted) ?? failed(problem('rules/no-calendar', `There is no calendar ${wanted}.`, 'Put it into examples/calendars/.', {}))
    return runExamples({ ...of, decisions: new Map([[name, decision]]) }, calendarNamed).every((run) => run.differences.length === 0)
  }
}

function exampleCalendars(pack: LoadedPack): Map<string, Outcome<CalendarSet>> {
  const found = new Map<string, Outcome<CalendarSet>>()
  for (const [path, text] of pack.files) {
    const name = /^examples\/calendars\/(.+)$/.exec(path)?.[1]
    if (name !== undefined) found.set(name, readCaseCalendar(name, JSON.parse(text), pack.rules.schoolYear))
  }
  return found
}
