import type { CalendarSet, DayKind } from '#calendar/calendar.ts'
import type { LoadedPack } from '#determinations/loaded-pack.ts'
import { writeModule, type WrittenModule } from '#rules/code/write-module.ts'
import type { Decision, RuleBook, RuleHead } from '#rules/rule-book.ts'

/** Writes a loaded pack as an ES module for a browser: rules as code and as data, calendars, words. Clauses and examples stay behind: the reading room has its own. */

export interface CompiledWishes {
  /** Tables as their author wrote them, for the words of rows that did not fire; without, those rows speak in their own words. */
  readonly asWritten?: boolean
  readonly data?: 'inside' | 'apart'
}

/** The module and its data: inside it, or apart as a text to be fetched beside it. */
export function writeCompiledPack(loaded: LoadedPack, wishes: CompiledWishes = {}): WrittenModule {
  const decisions = [...loaded.decisions].flatMap(([name, { decision, program }]) => (program === null ? [] : [{ name, program, more: headFor(decision, wishes) }]))
  return writeModule(decisions, [restOf(loaded, wishes), rulesOf(loaded, wishes), leftOf(loaded), writtenCalendars(loaded.calendars)], wishes.data)
}

/** What answering asks of a decision as its author wrote it; the rest stands in its program. */
function headFor(decision: Decision, wishes: CompiledWishes): unknown {
  const gives = decision.gives.map((give) => ({ ...give, is: undefined, at: undefined }))
  return { ...decision, gives, examples: [], warnings: [], law: [], values: wishes.asWritten === true ? decision.values : [] }
}

/** What `openCompiledPack` makes a pack of at once; rules, what is left to people and calendars stand behind it, each read when it is asked for. */
export interface RestOfPack {
  readonly pack: Omit<LoadedPack['pack'], 'articles' | 'appendices' | 'fingerprints'>
  readonly schoolYear: LoadedPack['rules']['schoolYear']
  /** Whether tables stand as their author wrote them. */
  readonly asWritten: boolean
}

/** Rules that are asked for by few: the grievance ladder and the like. */
export type RulesOfPack = Pick<RuleBook, 'definitions' | 'parameters' | 'procedures' | 'duties'>

export interface WrittenCalendars {
  readonly name: string
  readonly named: readonly (readonly [string, readonly (readonly [string, number])[]])[]
  readonly kinds: readonly { readonly kind: Omit<DayKind, 'index' | 'names'>; readonly names: readonly (readonly [number, string])[] | null; readonly days: string }[]
}

function restOf({ pack, rules }: LoadedPack, wishes: CompiledWishes): RestOfPack {
  const { articles: _, appendices: __, fingerprints: ___, ...head } = pack
  return { pack: head, schoolYear: rules.schoolYear, asWritten: wishes.asWritten === true }
}

/** Rules that leave words to people. */
function leftOf({ rules, decisions }: LoadedPack): readonly RuleHead[] {
  return [...[...decisions.values()].map((it) => it.decision), ...rules.definitions].filter((it) => it.leftToPeople.length > 0).map(headOf)
}

/** What only people read, and the making of rules, stays behind unless it is asked for. */
function rulesOf({ rules: { definitions, parameters, procedures, duties } }: LoadedPack, wishes: CompiledWishes): RulesOfPack {
  return wishes.asWritten === true ? { definitions, parameters, procedures, duties } : { definitions: [], parameters: [], procedures, duties: [] }
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
