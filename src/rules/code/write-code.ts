import type { Core, CoreType, Program, Step } from '#rules/core/core.ts'
import { pathShape } from '#rules/core/path.ts'
import { writeFacts } from './write-facts.ts'
import { writeExpression } from './write-expression.ts'
import { writeLeaving } from './write-leaving.ts'
import { mentionsOf, writeTree } from './write-tree.ts'
import { outputsOf } from './give-value.ts'
import { writeStep } from './write-step.ts'
import { as, branch, line, type Edge, type Flow, type NamedFunction, type Writing } from './writing.ts'

/**
 * Writes a program as one flat function of JavaScript. It either answers or leaves: whatever is missing, in trouble or not covered is the closures' to say.
 * Nothing of the pack becomes code except literals.
 */

export interface CodeWanted {
  /** By step, which of its bodies; empty for the plain ones. */
  readonly bodies: readonly number[]
  readonly edge: Edge
  /** `answer`: `(r, out) -> path`, -1 where it leaves. `tree`: `(r) -> working`, null where it leaves. `both`: `(r, out, tree) -> path or working`. `columns`: rows, see function-text.ts. */
  readonly mode: 'answer' | 'tree' | 'columns' | 'both'
  /** False: short rather than fast, to be sent to a browser. */
  readonly wide?: boolean
}

export interface WrittenCode {
  /** Constants of the module, by name. */
  readonly constants: readonly { readonly name: string; readonly text: string }[]
  /** Functions of single steps and variables they share, to stand before the function. */
  readonly shared: readonly string[]
  readonly lines: readonly string[]
  readonly uses: Writing['uses']
  readonly facts: readonly number[]
}

export function writeCode(program: Program, wanted: CodeWanted): WrittenCode {
  const ahead = new Set<number>()
  const apart = new Set<number>()
  for (;;) {
    const w = newWriting(program, wanted, ahead, apart)
    const apartLines = writeWhole(w, wanted)
    const often = [...w.written].filter(([at, times]) => times > 1 && !apart.has(at)).map(([at]) => at)
    if (often.length === 0) return finished(w, apartLines)
    // First tried ahead; what cannot be worked out ahead gets a function of its own.
    for (const at of often) (ahead.has(at) ? apart : ahead).add(at)
  }
}

function newWriting(program: Program, wanted: CodeWanted, ahead: ReadonlySet<number>, apart: ReadonlySet<number>): Writing {
  const flow: Flow = { steps: new Map(), known: new Map() }
  const lines: string[] = []
  const leave = wanted.mode === 'columns' ? 'return i' : wanted.mode === 'tree' ? 'return null' : 'return -1'
  const uses = { parameters: new Set<number>(), asOf: false, kinds: new Set<string>(), functions: new Set<string>(), calls: new Map<string, NamedFunction>(), facts: new Set<number>() }
  return {
    program, bodies: wanted.bodies, edge: wanted.edge, wide: wanted.wide !== false, constants: new Map(), uses, maybe: maybeFacts(program), apart, wanted: ahead, written: new Map(), proved: new Map(), locals: new Map(),
    leave, leaves: 0, inApart: false, hoisting: 'no', lines, top: { lines, flow }, flow, depth: 0, names: 0, throws: false, ahead: new Map(), expression: writeExpression, step: writeStep,
  }
}

/** Facts that may be left out where the code goes on: optional ones, and those of which a rule asks whether they are known. */
function maybeFacts(program: Program): Set<number> {
  const asked = new Set<number>()
  walk([program.steps, program.gives], (core) => {
    if (core.op === 'known') asked.add(core.at)
  })
  program.facts.forEach((slot, at) => {
    if (slot.optional) asked.add(at)
    if (slot.missingMeans !== undefined) asked.delete(at)
  })
  return asked
}

/** Every part once, also one that stands in many places. */
function walk(value: unknown, see: (core: Core) => void, seen = new Set<object>()): void {
  if (typeof value !== 'object' || value === null || seen.has(value)) return
  seen.add(value)
  if (Array.isArray(value)) {
    for (const item of value) walk(item, see, seen)
    return
  }
  if ('op' in value) see(value as Core)
  // Words are made only when somebody reads them.
  for (const name of Object.keys(value)) if (name !== 'says' && name !== 'type' && name !== 'mentions') walk((value as Record<string, unknown>)[name], see, seen)
}

/** The body, then what stands before it; gives the functions of steps that stand apart. */
function writeWhole(w: Writing, wanted: CodeWanted): string[] {
  const outs = w.program.gives.map((give) => {
    const value = w.expression(w, give.value)
    if (wanted.mode === 'columns') return columnValue(as(w, value, give.type.is === 'choice' ? give.type.of : null, give.type.orNull), give.type)
    return wanted.edge === 'json' ? writeLeaving(w, value, give.type) : as(w, value, null, give.type.orNull)
  })
  const apartLines = writeApartSteps(w)
  // What only such functions ask for was perhaps worked out.
  for (const at of [...w.written.keys(), ...w.ahead.keys()]) if (!w.flow.steps.has(at)) w.flow.steps.set(at, 'perhaps')
  writeEnd(w, wanted, outs)
  const body = w.lines
  for (const at of w.flow.steps.keys()) for (const it of mentionsOf(w, at)) if (it.is === 'fact') w.uses.facts.add(it.at)
  for (const give of w.program.gives) for (const it of give.mentions) if (it.is === 'fact') w.uses.facts.add(it.at)
  w.lines = []
  writeFacts(w)
  w.lines.push(...body)
  return apartLines
}

/** Functions of single steps; those that others ask for are written after them. */
function writeApartSteps(w: Writing): string[] {
  return [...w.apart].sort((a, b) => b - a).flatMap((at) => (w.written.has(at) ? writeApart(w, at) : []))
}

function writeEnd(w: Writing, { mode }: CodeWanted, outs: readonly string[]): void {
  if (mode === 'tree') {
    // An answer may stop where no step does; then there is no working either.
    if (w.throws) for (const out of outs) line(w, `void (${out})`)
    return writeTree(w)
  }
  const path = pathText(w)
  if (mode === 'both') {
    if (w.throws) for (const out of outs) line(w, `void (${out})`)
    line(w, 'if (tree) {')
    writeTree(w)
    line(w, '}')
  }
  if (mode === 'columns') {
    outs.forEach((out, at) => line(w, `o${at}[i] = ${out}`))
    return line(w, `path[i] = ${path}`)
  }
  outs.forEach((out, at) => line(w, `out[${at}] = ${out}`))
  line(w, `return ${path}`)
}

/** What stands in a typed column for nothing. */
export const columnNothing = { whole: -2147483648, small: 255 } as const

function columnValue(js: string, type: Core['type']): string {
  const small = type.is === 'choice' || type.is === 'boolean'
  const plain = type.is === 'boolean' ? `+${js}` : js
  if (!type.orNull || !(small || type.is === 'number' || type.is === 'date' || type.is === 'time')) return plain
  return `(${js} === null ? ${small ? columnNothing.small : columnNothing.whole} : ${plain})`
}

function pathText(w: Writing): string {
  const shape = pathShape(w.program)
  const digits = w.program.steps.map((_, at) => (w.flow.steps.has(at) ? `p${at}` : '0'))
  if (!shape.inOneNumber) return `[${digits.join(', ')}]`
  const terms = digits.flatMap((digit, at) => (digit === '0' ? [] : shape.weights[at] === 1 ? [digit] : [`${digit} * ${shape.weights[at]}`]))
  return terms.length === 0 ? '0' : terms.join(' + ')
}

/** A step's own function: 0 when it is worked out, -1 where it leaves. Any other step may have been worked out before. */
function writeApart(w: Writing, at: number): string[] {
  const saved = { lines: w.lines, flow: w.flow, top: w.top, leave: w.leave }
  w.leave = 'return -1'
  w.lines = []
  w.flow = { steps: new Map(w.program.steps.map((_, other) => [other, 'perhaps'])), known: new Map() }
  w.top = { lines: w.lines, flow: w.flow }
  w.flow.steps.set(at, 'sure')
  w.inApart = true
  const inside = branch(w, () => writeStep(w, at, `v${at}`, `p${at}`))
  w.inApart = false
  w.lines = saved.lines
  w.flow = saved.flow
  w.top = saved.top
  w.leave = saved.leave
  return [`function s${at}() {`, ...inside.lines, 'return 0', '}']
}

function finished(w: Writing, apartLines: readonly string[]): WrittenCode {
  const steps = [...new Set([...w.written.keys(), ...w.ahead.keys()])].sort((a, b) => a - b)
  const facts = [...w.uses.facts].sort((a, b) => a - b)
  const variables = [...facts.map((at) => `f${at}`), ...steps.flatMap((at) => declared(w.program.steps[at] as Step, at)), ...[...w.ahead.keys()].map((at) => `q${at} = 0`)]
  const digits = steps.map((at) => `p${at} = 0`)
  const isShared = apartLines.length > 0
  const declare = [...variables, ...digits]
  const inside = isShared ? digits : declare.length === 0 ? [] : [`let ${declare.join(', ')}`]
  const body = [...inside, ...w.lines]
  return {
    constants: [...w.constants].map(([text, name]) => ({ name, text })),
    shared: isShared ? [`let ${declare.join(', ')}`, ...apartLines] : [],
    lines: w.throws ? ['try {', ...body, `} catch { ${w.leave} }`] : body,
    uses: w.uses,
    facts,
  }
}

/** Its variables with a first value of the kind that they will hold, so that the engine keeps numbers as numbers. */
function declared(step: Step, at: number): string[] {
  const outputs = outputsOf(step)
  if (outputs === null) return [`v${at} = ${firstValue(step.type)}`]
  const columns = outputs.map((output, column) => `v${at}_${column} = ${step.type.orNull ? 'null' : firstValue(output.type)}`)
  return step.type.orNull ? [...columns, `n${at} = false`] : columns
}

function firstValue(type: CoreType): string {
  if (type.orNull) return 'null'
  if (type.is === 'boolean') return 'false'
  return type.is === 'number' || type.is === 'date' || type.is === 'time' || type.is === 'choice' ? '0' : 'null'
}
