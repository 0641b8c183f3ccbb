import type { Mention, Step } from '#rules/core/core.ts'
import { firedBy, pathShape } from '#rules/core/path.ts'
import { keyLiteral, literal } from './literal.ts'
import { outputsOf, readStep } from './give-value.ts'
import { writeLeaving } from './write-leaving.ts'
import { constant, line, type Writing } from './writing.ts'

/** Writes the working: after the values are there, one object a step that was worked out, children before parents. `w3` is step 3's line, null where it was not worked out. */

export function writeTree(w: Writing): void {
  const shape = pathShape(w.program)
  for (const at of mentionedSteps(w)) {
    const sure = w.flow.steps.get(at) === 'sure'
    const made = writeLine(w, at, shape.radix[at] ?? 2)
    if (sure) line(w, `const w${at} = ${made}`)
    else line(w, `const w${at} = p${at} === 0 ? null : ${made}`)
  }
  const roots = stepsOf(w.program.gives.flatMap((give) => give.mentions))
  line(w, `return ${listOf(w, [...new Set(roots)])}`)
}

/** All steps that stand in the working, children first. */
function mentionedSteps(w: Writing): number[] {
  const found = new Set<number>()
  const visit = (mentions: readonly Mention[]): void => {
    for (const at of stepsOf(mentions)) {
      if (found.has(at) || !w.flow.steps.has(at)) continue
      found.add(at)
      visit(mentionsOf(w, at))
    }
  }
  for (const give of w.program.gives) visit(give.mentions)
  return [...found].sort((a, b) => a - b)
}

export function mentionsOf(w: Writing, at: number): readonly Mention[] {
  const step = w.program.steps[at]
  return step?.mentions[w.bodies[at] ?? 0] ?? step?.mentions[0] ?? []
}

function stepsOf(mentions: readonly Mention[]): number[] {
  return mentions.flatMap((it) => (it.is === 'step' ? [it.at] : []))
}

function writeLine(w: Writing, at: number, radix: number): string {
  const step = w.program.steps[at] as Step
  const { clauses, whys } = wordsByDigit(step, w.bodies[at] ?? 0, radix)
  const of = (words: readonly string[]): string => (new Set(words.slice(1, -1)).size === 1 ? literal(words[1]) : `${constant(w, words)}[p${at}]`)
  const children = stepsOf(mentionsOf(w, at))
  return `{ rule: ${literal(step.name)}, clause: ${of(clauses)}, why: ${of(whys)}, value: ${writeValue(w, at, step)}, uses: ${writeUses(w, mentionsOf(w, at))}, from: ${listOf(w, children)} }`
}

/** The clause and the words for each digit that the step can have. */
export function wordsByDigit(step: Step, chosen: number, radix: number): { readonly clauses: string[]; readonly whys: string[] } {
  const body = step.bodies[chosen] ?? step.bodies[0]
  const own = step.clauses[0] ?? ''
  const words = Array.from({ length: radix }, (_, digit) => {
    const fired = firedBy(step, digit)
    const exception = fired.is === 'exception' ? step.exceptions[fired.at] : undefined
    if (exception !== undefined) return { clause: exception.clauses[0] ?? own, why: exception.says }
    const row = fired.is === 'branch' && body?.is === 'table' ? body.rows[fired.at] : undefined
    return row === undefined ? { clause: own, why: step.says } : { clause: row.clause ?? own, why: row.says }
  })
  return { clauses: words.map((it) => it.clause), whys: words.map((it) => it.why) }
}

function writeValue(w: Writing, at: number, step: Step): string {
  const outputs = outputsOf(step)
  if (outputs === null || step.type.is !== 'record') return writeLeaving(w, readStep(w, at), step.type)
  const fields = outputs.map((output, column) => `${keyLiteral(output.name)}: ${writeLeaving(w, { js: `v${at}_${column}`, codes: output.type.is === 'choice' ? output.type.of : null }, output.type)}`)
  const record = `{ ${fields.join(', ')} }`
  return step.type.orNull ? `(n${at} ? null : ${record})` : record
}

function writeUses(w: Writing, mentions: readonly Mention[]): string {
  const parts = mentions.flatMap((it) => {
    if (it.is === 'figure') return [`${keyLiteral(it.name)}: ${literal(it.value)}`]
    if (it.is === 'parameter') return [parameterUse(w, it.at)]
    return it.is === 'fact' ? [factUse(w, it.at)] : []
  })
  return parts.length === 0 ? '{}' : `{ ${parts.join(', ')} }`
}

function parameterUse(w: Writing, at: number): string {
  const slot = w.program.parameters[at]
  w.uses.parameters.add(at)
  return slot === undefined ? '' : `${keyLiteral(slot.name)}: ${writeLeaving(w, { js: `P${at}`, codes: null }, slot.type)}`
}

/** A fact as it came in; one that was left out is not there. */
function factUse(w: Writing, at: number): string {
  const slot = w.program.facts[at]
  if (slot === undefined) return ''
  w.uses.facts.add(at)
  const plain = slot.type.is !== 'list' && slot.type.is !== 'record'
  const value = w.edge === 'json' && plain ? `x${at}` : writeLeaving(w, { js: `f${at}`, codes: slot.type.is === 'choice' ? slot.type.of : null }, slot.type)
  const use = `${keyLiteral(slot.name)}: ${value}`
  return w.maybe.has(at) ? `...(f${at} === null ? null : { ${use} })` : use
}

/** The lines of these steps that are there. */
function listOf(w: Writing, steps: readonly number[]): string {
  const there = steps.filter((at) => w.flow.steps.has(at))
  if (there.length === 0) return '[]'
  const names = there.map((at) => `w${at}`)
  if (there.every((at) => w.flow.steps.get(at) === 'sure')) return `[${names.join(', ')}]`
  w.uses.functions.add('thoseThere')
  return `thoseThere([${names.join(', ')}])`
}
