import type { Core, Program } from '#rules/core/core.ts'
import { literal } from './literal.ts'

/** The state of one function while it is written: its lines, what was worked out on the way, and what is known of values there. */

/** Where facts come from: JSON records, stored values by slot, or columns. */
export type Edge = 'json' | 'stored' | 'columns'

/** A value as written: an expression of JavaScript, and the list whose codes stand for it where it is a choice in use. */
export interface Written {
  readonly js: string
  /** The choices by code; null where the value is as stored. */
  readonly codes: readonly string[] | null
}

/** What one has learned of a value by the tests that were passed on the way. */
export interface Known {
  readonly low: number
  readonly high: number
  readonly not: readonly number[]
}

export interface Flow {
  /** Steps: worked out for sure, or perhaps (on some way here). */
  readonly steps: Map<number, 'sure' | 'perhaps'>
  readonly known: Map<string, Known>
}

/** A function of the language; one that counts goes with its kind of day. */
export interface NamedFunction {
  readonly name: string
  readonly kind: string | null
}

export interface Writing {
  readonly program: Program
  /** By step: which of its bodies. */
  readonly bodies: readonly number[]
  readonly edge: Edge
  /** Whether look-ups may be as wide as they are fast: code that is made while running, and not sent anywhere. */
  readonly wide: boolean
  /** Constants of the module, by their text. */
  readonly constants: Map<string, string>
  /** Parameters for the day asked, `asOf`, kinds of day and functions that the code uses: resolved once, when it is bound. */
  readonly uses: { readonly parameters: Set<number>; asOf: boolean; readonly kinds: Set<string>; readonly functions: Set<string>; readonly calls: Map<string, NamedFunction>; readonly facts: Set<number> }
  /** Facts that may be null on the way: optional ones, and those of which a rule asks whether they are known. */
  readonly maybe: ReadonlySet<number>
  /** Steps with a function of their own, because several places ask for them on some ways only. */
  readonly apart: ReadonlySet<number>
  /** Steps that are tried ahead, because several places ask for them on some ways only. */
  readonly wanted: ReadonlySet<number>
  /** How often each step was written; too often, and it gets a function of its own. */
  readonly written: Map<number, number>
  /** Steps of which a look-up has told the least and the greatest number. */
  readonly proved: Map<number, { readonly low: number; readonly high: number }>
  /** Names of locals in use. */
  readonly locals: Map<number, Written>
  /** The statement that leaves to the closures. */
  leave: string
  leaves: number
  /** Whether a step is being written ahead: `spoilt` where it asks for another that may not have been worked out. */
  hoisting: 'no' | 'yes' | 'spoilt'
  /** Whether a step's own function is being written. */
  inApart: boolean
  lines: string[]
  /** The outermost lines of the function, and the flow there. */
  top: { lines: string[]; flow: Flow }
  flow: Flow
  depth: number
  names: number
  /** Whether something in it may throw. */
  throws: boolean
  /** Steps worked out ahead, because they are short and cannot fail: what marks each as worked out. */
  readonly ahead: Map<number, string>
  /** Writes any part of the core; what must stand before it is put into the lines. */
  readonly expression: (w: Writing, core: Core) => Written
  /** Writes all of a step into these variables. */
  readonly step: (w: Writing, at: number, value: string, digit: string) => void
}

export function line(w: Writing, text: string): void {
  w.lines.push(text)
}

/** A name that stands nowhere else in the function. */
export function fresh(w: Writing, letter = 't'): string {
  w.names += 1
  return `${letter}${w.names}_`
}

/** The name by which the code calls a function of the language. */
export function functionFor(w: Writing, name: string, kind: string | null): string {
  const key = JSON.stringify([name, kind])
  if (!w.uses.calls.has(key)) w.uses.calls.set(key, { name, kind })
  return `F${[...w.uses.calls.keys()].indexOf(key)}`
}

/** The name of a constant of the module. */
export function constant(w: Writing, value: unknown): string {
  return constantOfText(w, literal(value))
}

export function constantOfText(w: Writing, text: string): string {
  const had = w.constants.get(text)
  if (had !== undefined) return had
  const name = `K${w.constants.size}`
  w.constants.set(text, name)
  return name
}

/** Leaves to the closures, which say what is the matter. */
export function leaveNow(w: Writing, test: string | null = null): void {
  w.leaves += 1
  line(w, test === null ? w.leave : `if (${test}) ${w.leave}`)
}

/** Writes what runs on some ways only: its lines apart, what it learns forgotten, the steps that it works out known as perhaps worked out. */
export function branch<T>(w: Writing, write: () => T): { readonly lines: string[]; readonly value: T } {
  const [lines, flow] = [w.lines, w.flow]
  w.lines = []
  w.flow = { steps: new Map(flow.steps), known: new Map(flow.known) }
  w.depth += 1
  const value = write()
  const written = w.lines
  for (const at of w.flow.steps.keys()) if (!flow.steps.has(at) && (w.written.has(at) || w.ahead.has(at))) flow.steps.set(at, 'perhaps')
  w.lines = lines
  w.flow = flow
  w.depth -= 1
  return { lines: written, value }
}

/** As a choice of this list by code, or as stored where `codes` is null. */
export function as(w: Writing, value: Written, codes: readonly string[] | null, orNull: boolean): string {
  if (value.codes === codes || sameList(value.codes, codes)) return value.js
  const stored = value.codes === null ? value.js : decoded(w, value.js, value.codes, orNull)
  return codes === null ? stored : encoded(w, stored, codes, orNull)
}

function decoded(w: Writing, js: string, codes: readonly string[], orNull: boolean): string {
  if (/^\d+$/.test(js)) return literal(codes[Number(js)])
  const list = constant(w, codes)
  return orNull ? atMostOnce(w, js, (it) => `(${it} === null ? null : ${list}[${it}])`) : `${list}[${js}]`
}

function encoded(w: Writing, js: string, codes: readonly string[], orNull: boolean): string {
  if (js === 'null') return js
  if (js.startsWith('"')) return literal(codes.indexOf(JSON.parse(js) as string))
  const map = constantOfText(w, `new Map(${literal(codes.map((it, at) => [it, at]))})`)
  return orNull ? atMostOnce(w, js, (it) => `(${it} === null ? null : ${map}.get(${it}))`) : `${map}.get(${js})`
}

/** Names an expression that is used twice. */
export function atMostOnce(w: Writing, js: string, use: (name: string) => string): string {
  return use(isName(js) ? js : named(w, js))
}

export function named(w: Writing, js: string): string {
  if (isName(js)) return js
  const name = fresh(w)
  line(w, `const ${name} = ${js}`)
  return name
}

export function isName(js: string): boolean {
  return /^([a-zA-Z_]\w*|\d+|\(-\d+\)|"[^"\\]*"|null|true|false)$/.test(js)
}

export function sameList(a: readonly string[] | null, b: readonly string[] | null): boolean {
  if (a === null || b === null) return a === b
  return a.length === b.length && a.every((it, at) => it === b[at])
}

/** The list whose codes stand for a part's value while it is in use: of choices, wherever they are not inside lists and records. */
export function codesOf(core: Core): readonly string[] | null {
  return core.type.is === 'choice' ? core.type.of : null
}

/** As stored: choices as their text. */
export function writeStored(w: Writing, core: Core): string {
  return as(w, w.expression(w, core), null, core.type.orNull)
}

/** By code in this list. */
export function writeAs(w: Writing, core: Core, codes: readonly string[] | null): string {
  return as(w, w.expression(w, core), codes, core.type.orNull)
}
