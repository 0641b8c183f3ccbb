import { problem, type Problem } from '#plain/problem.ts'
import type { Core, CoreType, FactSlot, Mention, ParameterSlot, Step } from '#rules/core/core.ts'
import type { Book } from '#rules/core/prepare-book.ts'
import type { Expression } from '#rules/feel/expression.ts'
import type { RulePlace, Value } from '#rules/rule-book.ts'

/** What lowering carries along: the program as it grows, the names that stand, and how a refusal is told. */

export interface Lowering {
  readonly book: Book
  readonly facts: FactSlot[]
  readonly parameters: ParameterSlot[]
  readonly steps: Step[]
  readonly kinds: Set<string>
  readonly problems: Problem[]
  /** Frames of definitions and decisions that were called, by name and what their facts stand for. */
  readonly frames: Map<string, Frame>
  /** Definitions and decisions that are being lowered, the outermost first. */
  readonly underway: string[]
  locals: number
  /** Where the expression stands that is being lowered. */
  place: RulePlace
  /** What the step that is being lowered mentions so far. */
  mentions: Mention[]
  /** Lowers any expression; `expected` tells words of a choice from names. */
  readonly lower: (expression: Expression, scope: Scope, expected?: CoreType | null) => Core
  /** As `lower`, but an optional fact that was left out is null: for comparison with null. */
  readonly orNull: (expression: Expression, scope: Scope) => Core
}

/** A block's own names. */
export interface Frame {
  /** Before the names of its steps: empty for the decision itself. */
  readonly prefix: string
  readonly block: string
  readonly facts: ReadonlyMap<string, FactBinding>
  readonly values: ReadonlyMap<string, Value>
  /** By value: its step's place, once lowered. */
  readonly steps: Map<string, ValueState>
  /** Further names, lowered where they are used: the answers of a decision. */
  readonly further: ReadonlyMap<string, Expression>
  readonly expected: ReadonlyMap<string, CoreType>
  /** Values are written where they are used instead of as steps: inside a loop. */
  readonly inline: boolean
  /** Called with names: the plain reading only. */
  readonly plainOnly: boolean
}

export type ValueState = { readonly is: 'step'; readonly at: number; readonly type: CoreType } | { readonly is: 'figure'; readonly core: Core } | { readonly is: 'inline'; readonly core: Core; readonly mentions: readonly Mention[] } | 'underway' | 'broken'

export type FactBinding =
  | { readonly is: 'fact'; readonly at: number; readonly type: CoreType; readonly optional: boolean }
  /** What a caller handed in; null where it left an optional one out. */
  | { readonly is: 'value'; readonly core: Core }

export interface Scope {
  readonly frame: Frame
  /** Names of loops, filters and sorts. */
  readonly locals: ReadonlyMap<string, Core>
  /** What was asked before and is not null here: by `keyOf`. */
  readonly sure: ReadonlySet<string>
}

/** Lowering stops here; the problem is null where it was told before. */
export class Refusal {
  readonly problem: Problem | null

  constructor(it: Problem | null) {
    this.problem = it
  }
}

/** Stops with a problem at the place that is being lowered. */
export function refuse(lowering: Pick<Lowering, 'place'>, code: `rules/${string}`, what: string, next: string): never {
  const { file, line, clause } = lowering.place
  throw new Refusal(problem(code, what, next, { file, line, clause }))
}

/** Runs a piece; a refusal becomes a problem on the list and the piece is null. */
export function attempt<T>(lowering: Lowering, piece: () => T): T | null {
  const { place, mentions } = lowering
  try {
    return piece()
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown
    if (thrown.problem !== null) lowering.problems.push(thrown.problem)
    return null
  } finally {
    lowering.place = place
    lowering.mentions = mentions
  }
}

/** Lowers a block that another names; one that comes back to itself is refused. */
export function within<T>(lowering: Lowering, block: string, piece: () => T): T {
  if (lowering.underway.includes(block)) refuse(lowering, 'rules/goes-round', `${block} asks itself${lowering.underway.at(-1) === block ? '' : `, by way of ${lowering.underway.at(-1) ?? ''}`}.`, 'Break the circle: use a fact or a value of its own instead.')
  lowering.underway.push(block)
  try {
    return piece()
  } finally {
    lowering.underway.pop()
  }
}

export function newLocal(lowering: Lowering, type: CoreType): Extract<Core, { readonly op: 'local' }> {
  return { op: 'local', at: lowering.locals++, type }
}

/** Adds to what the step mentions, each once. */
export function mention(lowering: Lowering, it: Mention): void {
  const known = lowering.mentions.some((other) => (other.is === 'figure' || it.is === 'figure' ? other.is === it.is && 'name' in other && 'name' in it && other.name === it.name : other.is === it.is && other.at === it.at))
  if (!known) lowering.mentions.push(it)
}

/** A value worked out once though the body reads it often: as it is where reading costs nothing, else held in a local. */
export function held(lowering: Lowering, value: Core, body: (read: Core) => Core): Core {
  if (isCheap(value)) return body(value)
  const local = newLocal(lowering, value.type)
  const rest = body(local)
  return { op: 'let', local: local.at, value, body: rest, type: rest.type }
}

export function isCheap(core: Core): boolean {
  if (core.op === 'sure') return isCheap(core.of)
  return core.op === 'constant' || core.op === 'need' || core.op === 'fact' || core.op === 'step' || core.op === 'column' || core.op === 'local'
}

/** How an expression is called in a message: its name where it is one. */
export function nameOf(expression: Expression): string {
  if (expression.is === 'name') return expression.name
  if (expression.is === 'field') return `${nameOf(expression.of)}.${expression.name}`
  if (expression.is === 'number') return expression.money ? dollars(expression.text) : expression.text
  if (expression.is === 'text') return `"${expression.text}"`
  if (expression.is === 'date' || expression.is === 'time') return expression.text
  if (expression.is === 'call') return `${expression.name}(…)`
  return 'this'
}

function dollars(text: string): string {
  return text.startsWith('$') ? text : `$${text.replace(/\B(?=(\d{3})+(?!\d))/g, ',')}`
}
