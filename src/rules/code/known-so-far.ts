import type { Core } from '#rules/core/core.ts'
import { boundsOf } from './bounds.ts'
import { codesOf, type Known, type Writing } from './writing.ts'

/** What the tests passed on the way say about a test that comes later: that it holds, that it does not, or nothing. */

export interface Question {
  /** The variable asked about, and the part of the core it stands for. */
  readonly name: string
  readonly of: Core
  readonly sign: '<' | '<=' | '>' | '>=' | '='
  readonly value: number
}

/** Whether the test is settled; null where it is open. */
export function truth(w: Writing, test: Core): boolean | null {
  if (test.op === 'constant') return test.value === true
  if (test.op === 'or') {
    const [left, right] = [truth(w, test.left), truth(w, test.right)]
    if (left === true || (left === false && right === true)) return true
    return left === false && right === false ? false : null
  }
  const question = questionOf(test)
  if (question === null || !isThere(w, question.of)) return null
  return answerTo(question, w.flow.known.get(question.name) ?? { ...boundsOfSubject(question.of), not: [] })
}

/** Notes that the test held, or that it did not. */
export function learn(w: Writing, test: Core, holds: boolean): void {
  if (test.op === 'or' && !holds) {
    learn(w, test.left, false)
    learn(w, test.right, false)
  }
  const question = questionOf(test)
  if (question === null) return
  const known = w.flow.known.get(question.name) ?? { ...boundsOfSubject(question.of), not: [] }
  w.flow.known.set(question.name, narrowed(known, question, holds))
}

export function questionOf(test: Core): Question | null {
  if (test.op === 'not') {
    const inner = questionOf(test.of)
    return inner !== null && inner.of.type.is === 'boolean' && inner.sign === '=' ? { ...inner, value: 1 - inner.value } : null
  }
  if (test.op === 'compare') return question(test.left, test.sign, test.right) ?? question(test.right, turned[test.sign], test.left)
  if (test.op === 'same') return question(test.left, '=', test.right) ?? question(test.right, '=', test.left)
  const name = test.type.is === 'boolean' && !test.type.orNull ? nameOf(test) : null
  return name === null ? null : { name, of: test, sign: '=', value: 1 }
}

const turned = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' } as const

function question(subject: Core, sign: Question['sign'], constant: Core): Question | null {
  const name = nameOf(subject)
  if (name === null || subject.type.orNull || constant.op !== 'constant') return null
  const value = numberFor(subject, constant.value)
  return value === null ? null : { name, of: subject, sign, value }
}

function numberFor(subject: Core, value: number | string | boolean | null): number | null {
  if (typeof value === 'number') return value
  if (typeof value === 'boolean') return value ? 1 : 0
  const code = codesOf(subject)?.indexOf(String(value)) ?? -1
  return value === null || code < 0 ? null : code
}

/** The variable that holds it. Never null there: `need` has asked, or the type says so. */
function nameOf(core: Core): string | null {
  if (core.op === 'fact' || core.op === 'need') return `f${core.at}`
  if (core.op === 'step') return `v${core.at}`
  if (core.op === 'column') return `v${core.at}_${core.column}`
  return core.op === 'sure' ? nameOf(core.of) : null
}

/** Only what was surely worked out, or was surely given, can be settled without being asked. */
export function isThere(w: Writing, core: Core): boolean {
  if (core.op === 'sure') return isThere(w, core.of)
  if (core.op === 'step' || core.op === 'column') return w.flow.steps.get(core.at) === 'sure'
  if (core.op !== 'fact' && core.op !== 'need') return false
  return !w.maybe.has(core.at) || w.flow.known.has(`there f${core.at}`)
}

export function boundsOfSubject(core: Core): { readonly low: number; readonly high: number } {
  return core.type.is === 'boolean' ? { low: 0, high: 1 } : boundsOf(core)
}

function answerTo({ sign, value }: Question, { low, high, not }: Known): boolean | null {
  switch (sign) {
    case '<':
      return high < value ? true : low >= value ? false : null
    case '<=':
      return high <= value ? true : low > value ? false : null
    case '>':
      return low > value ? true : high <= value ? false : null
    case '>=':
      return low >= value ? true : high < value ? false : null
    default:
      if (low === value && high === value) return true
      return value < low || value > high || not.includes(value) ? false : null
  }
}

function narrowed(known: Known, { sign, value }: Question, holds: boolean): Known {
  const { low, high } = known
  const below = sign === '<' ? (holds ? value - 1 : null) : sign === '<=' ? (holds ? value : null) : sign === '>' ? (holds ? null : value) : sign === '>=' ? (holds ? null : value - 1) : null
  const above = sign === '>' ? (holds ? value + 1 : null) : sign === '>=' ? (holds ? value : null) : sign === '<' ? (holds ? null : value) : sign === '<=' ? (holds ? null : value + 1) : null
  if (sign !== '=') return { ...known, low: Math.max(low, above ?? low), high: Math.min(high, below ?? high) }
  return holds ? { low: value, high: value, not: [] } : without({ ...known, not: [...known.not, value] })
}

/** Ends that are excluded are no ends. */
function without(known: Known): Known {
  let { low, high } = known
  while (low < high && known.not.includes(low)) low += 1
  while (low < high && known.not.includes(high)) high -= 1
  return { ...known, low, high }
}
