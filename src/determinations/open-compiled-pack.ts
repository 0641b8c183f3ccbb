import { buildDayIndex } from '#calendar/build-day-index.ts'
import type { CalendarSet, DayKind } from '#calendar/calendar.ts'
import type { LoadedDecision, LoadedPack } from '#determinations/loaded-pack.ts'
import type { RestOfPack, RulesOfPack, WrittenCalendars } from '#determinations/write-compiled-pack.ts'
import { openModule, type PackModule } from '#rules/code/pack-module.ts'
import type { Decision, RuleBook } from '#rules/rule-book.ts'

/**
 * A pack from the module that was written of it, and its data where they stand apart: at once, since a decision is made only when it is asked for. No code is made here, so a strict content
 * policy may hold. Clauses and examples are not in it.
 */
export function openCompiledPack(module: PackModule, data?: string): LoadedPack {
  const open = openModule(module, data)
  const { pack, schoolYear, left, calendars, asWritten } = open.rest(0) as RestOfPack
  const made = new Map<string, LoadedDecision>()
  const decision = (name: string): LoadedDecision | undefined => {
    const at = open.names.indexOf(name)
    const known = made.get(name)
    if (at < 0 || known !== undefined) return known
    const one = { decision: open.more(at) as Decision, program: open.program(at) }
    made.set(name, one)
    return one
  }
  return {
    pack: { ...pack, articles: [], appendices: [], fingerprints: new Map() },
    rules: lazyRules(pack.name, schoolYear, left, asWritten, () => open.rest(1) as RulesOfPack),
    calendars: openCalendars(calendars),
    decisions: new DecisionsByName(open.names, decision),
    problems: [],
    files: new Map(),
  }
}

function lazyRules(pack: string, schoolYear: RuleBook['schoolYear'], left: RestOfPack['left'], asWritten: boolean, all: () => RulesOfPack): RuleBook {
  return {
    pack, schoolYear, problems: [],
    // Only what leaves words to people; the decisions themselves are asked for by name.
    decisions: left as Decision[],
    get definitions() { return asWritten ? all().definitions : [] },
    get parameters() { return all().parameters },
    get procedures() { return all().procedures },
    get duties() { return all().duties },
  }
}

/** Decisions by name, each made when it is asked for. */
class DecisionsByName extends Map<string, LoadedDecision> {
  readonly #names: ReadonlySet<string>
  readonly #make: (name: string) => LoadedDecision | undefined

  constructor(names: readonly string[], make: (name: string) => LoadedDecision | undefined) {
    super()
    this.#names = new Set(names)
    this.#make = make
  }

  override get size(): number {
    return this.#names.size
  }

  override has(name: string): boolean {
    return this.#names.has(name)
  }

  override get(name: string): LoadedDecision | undefined {
    return this.#make(name)
  }

  override keys(): MapIterator<string> {
    return this.#names.values()
  }

  override *values(): MapIterator<LoadedDecision> {
    for (const [, it] of this.entries()) yield it
  }

  override *entries(): MapIterator<[string, LoadedDecision]> {
    for (const name of this.#names) {
      const it = this.#make(name)
      if (it !== undefined) yield [name, it]
    }
  }

  override [Symbol.iterator](): MapIterator<[string, LoadedDecision]> {
    return this.entries()
  }

  override forEach(see: (value: LoadedDecision, key: string, map: Map<string, LoadedDecision>) => void): void {
    for (const [name, it] of this.entries()) see(it, name, this)
  }
}

function openCalendars({ name, named, kinds }: WrittenCalendars): CalendarSet {
  return {
    name,
    named: new Map(named.map(([year, dates]) => [year, new Map(dates)])),
    kinds: new Map(kinds.map((it) => {
      const kind = it.kind as Omit<DayKind, 'index' | 'names'>
      return [kind.kind, { ...kind, ...(it.names === null ? {} : { names: new Map(it.names) }), index: buildDayIndex(kind.covered, daysOf(it.days)) }]
    })),
  }
}

function daysOf(steps: string): number[] {
  let day = 0
  return steps === '' ? [] : steps.split('.').map((it) => (day += parseInt(it, 36)))
}
