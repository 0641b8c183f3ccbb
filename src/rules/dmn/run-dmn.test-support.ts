// @ts-expect-error -- the reader brings no types
import { DmnModdle } from 'dmn-moddle'
import * as feelin from 'feelin'

/**
 * Runs a DMN file of ours with nothing of ours: bpmn.io's reader reads the XML, feelin evaluates every expression and cell. What stands here is only what DMN says of decisions that need each other.
 * The reader knows DMN 1.3; 1.5 changed nothing in the elements that we write, so the namespace is turned back for it.
 */

interface Element {
  readonly $type: string
  readonly name?: string
  readonly id?: string
  readonly text?: string
  readonly href?: string
  readonly variable?: Element
  readonly drgElement?: readonly Element[]
  readonly decisionLogic?: Element
  readonly encapsulatedLogic?: Element
  readonly expression?: Element
  readonly body?: Element
  readonly value?: Element
  readonly formalParameter?: readonly Element[]
  readonly informationRequirement?: readonly { readonly requiredInput?: Element; readonly requiredDecision?: Element }[]
  readonly knowledgeRequirement?: readonly { readonly requiredKnowledge: Element }[]
  readonly contextEntry?: readonly Element[]
  readonly hitPolicy?: string
  readonly input?: readonly { readonly inputExpression: Element }[]
  readonly output?: readonly Element[]
  readonly rule?: readonly { readonly inputEntry?: readonly Element[]; readonly outputEntry: readonly Element[] }[]
}

export interface DmnFile {
  readonly root: Element
  /** What the reader did not know or could not resolve. */
  readonly warnings: readonly string[]
  readonly functions: Map<Element, unknown>
}

export async function readDmn(xml: string): Promise<DmnFile> {
  const { rootElement, warnings } = await new DmnModdle().fromXML(xml.replaceAll('https://www.omg.org/spec/DMN/20230324/', 'https://www.omg.org/spec/DMN/20191111/'), 'dmn:Definitions')
  return { root: rootElement as Element, warnings: (warnings as readonly { message: string }[]).map(it => it.message), functions: new Map() }
}

type Scope = Readonly<Record<string, unknown>>

/** The value of the decision that has the file's name, as JSON, from inputs as feelin takes them. */
export function runDmn(file: DmnFile, inputs: Scope): unknown {
  const elements = new Map((file.root.drgElement ?? []).map(element => [element.id ?? '', element]))
  const done = new Map<string, unknown>()
  const find = (href: string | undefined): Element => {
    const element = elements.get((href ?? '').replace('#', ''))
    if (element === undefined) throw new Error(`${href} leads nowhere`)
    return element
  }
  const valueOf = (element: Element): unknown => {
    const id = element.id ?? ''
    if (element.$type === 'dmn:InputData') return inputs[element.name ?? ''] ?? null
    if (!done.has(id)) done.set(id, evaluate(element.decisionLogic, { ...knowledgeOf(element), ...Object.fromEntries((element.informationRequirement ?? []).map(it => find(it.requiredInput?.href ?? it.requiredDecision?.href)).map(it => [it.name, valueOf(it)])) }))
    return done.get(id)
  }
  const knowledgeOf = (element: Element): Scope => Object.fromEntries((element.knowledgeRequirement ?? []).map(it => find(it.requiredKnowledge.href)).map(it => [it.name, functionOf(it)]))
  const functionOf = (element: Element): unknown => {
    const before = file.functions.get(element)
    if (before !== undefined) return before
    const logic = element.encapsulatedLogic
    const names = (logic?.formalParameter ?? []).map(it => it.name ?? '')
    const run = (...values: readonly unknown[]): unknown => evaluate(bodyOf(logic), { ...knowledgeOf(element), ...Object.fromEntries(names.map((name, at) => [name, values[at] ?? null])) })
    const made = Object.assign(onceEach(run), { $args: names })
    file.functions.set(element, made)
    return made
  }
  const answers = [...elements.values()].find(element => element.$type === 'dmn:Decision' && element.name === file.root.name)
  if (answers === undefined) throw new Error('no decision has the name of the file')
  return JSON.parse(JSON.stringify(valueOf(answers)))
}

/** A function gives the same for the same, and schedules are asked for the same cell again and again. */
function onceEach(run: (...values: readonly unknown[]) => unknown): (...values: readonly unknown[]) => unknown {
  const answers = new Map<string, unknown>()
  return (...values) => {
    const key = JSON.stringify(values)
    if (!answers.has(key)) answers.set(key, run(...values))
    return answers.get(key)
  }
}

function bodyOf(logic: Element | undefined): Element | undefined {
  return logic?.body ?? logic?.expression
}

function evaluate(logic: Element | undefined, scope: Scope): unknown {
  if (logic?.$type === 'dmn:LiteralExpression') return feel(logic.text ?? '', scope)
  if (logic?.$type === 'dmn:Context') return evaluateContext(logic, scope)
  if (logic?.$type === 'dmn:DecisionTable') return evaluateTable(logic, scope)
  throw new Error(`no logic: ${logic?.$type}`)
}

function feel(text: string, scope: Scope): unknown {
  return once(text, scope, needed => feelin.evaluate(text, needed as Record<string, never>).value)
}

function fits(test: string, value: unknown, scope: Scope): boolean {
  return once(test, { ...scope, '?': value }, needed => feelin.unaryTest(test, needed as { '?': unknown }).value === true)
}

/** feelin is slow: it gets the names of the text alone, and the same text over the same values once. Functions are told apart by what they are. */
function once<T>(text: string, scope: Scope, ask: (needed: Scope) => T): T {
  const names = ['?', ...(text.match(/[A-Za-z_]\w*/g) ?? [])].filter(name => name in scope)
  const needed = Object.fromEntries(names.map(name => [name, scope[name]]))
  const [called, ...more] = new Set(Object.values(needed).filter(value => typeof value === 'function'))
  if (more.length > 0) return ask(needed)
  const store = called === undefined ? known : (ofFunction.get(called) ?? new Map<string, unknown>())
  if (called !== undefined) ofFunction.set(called, store)
  const key = `${text}\n${JSON.stringify(needed)}`
  if (!store.has(key)) store.set(key, ask(needed))
  return store.get(key) as T
}

const known = new Map<string, unknown>()
const ofFunction = new WeakMap<object, Map<string, unknown>>()

/** Entries see those before them; an entry without a name is what the context gives. */
function evaluateContext(logic: Element, outer: Scope): unknown {
  const found: Record<string, unknown> = {}
  for (const entry of logic.contextEntry ?? []) {
    const value = evaluate(entry.value, { ...outer, ...found })
    const name = entry.variable?.name
    if (name === undefined) return value
    found[name] = value
  }
  return found
}

/** A table as it was asked while a file ran: what its inputs came to, and which of its rows fitted. */
export interface TableAsked {
  readonly tests: readonly (readonly string[])[]
  readonly values: readonly unknown[]
  readonly scope: Readonly<Record<string, unknown>>
  readonly fitting: readonly number[]
}

let watching: ((asked: TableAsked) => void) | null = null

/** Tells of every table that is asked while `work` runs, so that another engine can be asked the same. */
export function whileWatching<T>(seen: (asked: TableAsked) => void, work: () => T): T {
  watching = seen
  try {
    return work()
  } finally {
    watching = null
  }
}

function evaluateTable(logic: Element, scope: Scope): unknown {
  const values = (logic.input ?? []).map(input => feel(input.inputExpression.text ?? '', scope))
  const rules = logic.rule ?? []
  const fitting = rules.filter(rule => (rule.inputEntry ?? []).every((entry, at) => fits(entry.text ?? '', values[at], scope)))
  watching?.({ tests: rules.map(rule => (rule.inputEntry ?? []).map(entry => entry.text ?? '')), values, scope, fitting: fitting.map(rule => rules.indexOf(rule)) })
  if (logic.hitPolicy !== 'FIRST' && fitting.length > 1) throw new Error(`${fitting.length} rows of a unique table fit`)
  const [rule] = fitting
  if (rule === undefined) return null
  const outputs = rule.outputEntry.map(entry => feel(entry.text ?? '', scope))
  const columns = logic.output ?? []
  return columns.length === 1 ? outputs[0] : Object.fromEntries(columns.map((column, at) => [column.name ?? '', outputs[at]]))
}

/** A fact of an example as feelin takes it: days and times in its own shape, wherever they stand. */
export function factForFeel(value: unknown): unknown {
  if (typeof value === 'string') return /^\d{4}-\d\d-\d\d$/.test(value) ? feelin.date(value) : /^\d\d:\d\d$/.test(value) ? feelin.time(`${value}:00`) : value
  if (Array.isArray(value)) return value.map(factForFeel)
  if (typeof value !== 'object' || value === null) return value ?? null
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, factForFeel(part)]))
}
