import { buildDayIndex } from '#calendar/build-day-index.ts'
import type { CalendarSet, DayKind } from '#calendar/calendar.ts'
import type { LoadedDecision, LoadedPack } from '#determinations/loaded-pack.ts'
import type { RestOfPack, RulesOfPack, WrittenCalendars } from '#determinations/write-compiled-pack.ts'
import { openModule, type OpenModule, type PackModule } from '#rules/code/pack-module.ts'
import type { Decision, RuleBook } from '#rules/rule-book.ts'

/**
 * A pack from the module that was written of it, and its data where they stand apart: at once, since a decision is made only when it is asked for. No code is made here, so a strict content
 * policy may hold. Clauses and examples are not in it. Without the module the data alone answer, from closures; `addCode` brings the module when it has come.
 */
export function openCompiledPack(module: PackModule | null, data?: string): LoadedPack {
  const open = openModule(module, data)
  const { pack, schoolYear, asWritten } = open.rest(0) as RestOfPack
  const made = new Map<string, LoadedDecision>()
  const decision = (name: string): LoadedDecision | undefined => {
    const known = made.get(name)
    if (known !== undefined) return known
    const at = open.names.indexOf(name)
    if (at < 0) return undefined
    const one = { decision: open.more(at) as Decision, program: open.program(at) }
    made.set(name, one)
    return one
  }
  let calendars: CalendarSet | undefined
  const loaded: LoadedPack = {
    pack: { ...pack, articles: [], appendices: [], fingerprints: new Map() },
    rules: lazyRules(pack.name, schoolYear, asWritten, open.rest),
    get calendars() { return (calendars ??= openCalendars(open.rest(3) as WrittenCalendars)) },
    decisions: new DecisionsByName(open.names, decision),
    problems: [],
    files: new Map(),
  }
  opened.set(loaded, open)
  return loaded
}

/** The code of a pack that was opened from its data alone; what is asked from now on runs by it. A pack opened otherwise is left as it is. */
export function addCode(pack: LoadedPack, module: PackModule): void {
  opened.get(pack)?.addCode(module)
}

const opened = new WeakMap<LoadedPack, OpenModule>()

function lazyRules(pack: string, schoolYear: RuleBook['schoolYear'], asWritten: boolean, rest: OpenModule['rest']): RuleBook {
  const all = (): RulesOfPack => rest(1) as RulesOfPack
  return {
    pack, schoolYear, problems: [],
    // Only what leaves words to people; the decisions themselves are asked for by name.
    get decisions() { return rest(2) as Decision[] },
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
  return { name, named: new Map(named.map(([year, dates]) => [year, new Map(dates)])), kinds: new Map(kinds.map((it) => [it.kind.kind, openKind(it)])) }
}

/** Its days are indexed when they are first counted. */
function openKind({ kind, names, days }: WrittenCalendars['kinds'][number]): DayKind {
  let index: DayKind['index'] | undefined
  return { ...kind, ...(names === null ? {} : { names: new Map(names) }), get index() { return (index ??= buildDayIndex(kind.covered, daysOf(days))) } }
}

function daysOf(steps: string): number[] {
  let day = 0
  return steps === '' ? [] : steps.split('.').map((it) => (day += parseInt(it, 36)))
}
