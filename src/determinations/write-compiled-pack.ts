import type { CalendarSet } from '#calendar/calendar.ts'
import type { LoadedPack } from '#determinations/loaded-pack.ts'
import { writeModule } from '#rules/code/write-module.ts'
import type { RuleHead } from '#rules/rule-book.ts'

/** Writes a loaded pack as an ES module for a browser: rules as code and as data, calendars, words. Clauses and examples stay behind: the reading room has its own. */

export interface CompiledWishes {
  /** Tables as their author wrote them, for the words of rows that did not fire; without, those rows speak in their own words. */
  readonly asWritten?: boolean
}

export function writeCompiledPack(loaded: LoadedPack, wishes: CompiledWishes = {}): string {
  const decisions = [...loaded.decisions].flatMap(([name, { decision, program }]) => (program === null ? [] : [{ name, program, more: { ...decision, examples: [], values: wishes.asWritten === true ? decision.values : [] } }]))
  return writeModule(decisions, restOf(loaded, wishes))
}

/** What `openCompiledPack` makes a pack of, beside its decisions. */
export interface RestOfPack {
  readonly pack: Omit<LoadedPack['pack'], 'articles' | 'appendices' | 'fingerprints'>
  readonly rules: Omit<LoadedPack['rules'], 'decisions'>
  /** Names and words left to people of the decisions that leave any. */
  readonly left: readonly RuleHead[]
  readonly calendars: WrittenCalendars
}

export interface WrittenCalendars {
  readonly name: string
  readonly named: readonly (readonly [string, readonly (readonly [string, number])[]])[]
  readonly kinds: readonly { readonly kind: object; readonly names: readonly (readonly [number, string])[] | null; readonly days: string }[]
}

function restOf({ pack, rules, calendars, decisions }: LoadedPack, wishes: CompiledWishes): RestOfPack {
  const { articles: _, appendices: __, fingerprints: ___, ...head } = pack
  const definitions = rules.definitions.map((it) => ({ ...it, values: wishes.asWritten === true ? it.values : [] }))
  const left = [...decisions.values()].flatMap(({ decision }) => (decision.leftToPeople.length === 0 ? [] : [headOf(decision)]))
  return { pack: head, rules: { ...rules, definitions, problems: [], decisions: undefined } as RestOfPack['rules'], left, calendars: writtenCalendars(calendars) }
}

function headOf({ name, at, clauses, from, until, leftToPeople, note }: RuleHead): RuleHead {
  return { name, at, clauses, from, until, leftToPeople, note }
}

function writtenCalendars({ name, kinds, named }: CalendarSet): WrittenCalendars {
  return {
    name,
    named: [...named].map(([year, dates]) => [year, [...dates]]),
    kinds: [...kinds.values()].map(({ index, names, ...kind }) => ({ kind, names: names === undefined ? null : [...names], days: stepsOf(index.days) })),
  }
}

/** The first day, then the steps from day to day in base 36: most are 1 or 3. */
function stepsOf(days: Int32Array): string {
  return Array.from(days, (day, at) => (day - (at === 0 ? 0 : (days[at - 1] ?? 0))).toString(36)).join('.')
}
