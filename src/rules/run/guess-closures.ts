import type { Core, Program } from '#rules/core/core.ts'
import { Halt, inBounds, notCovered, notZero } from '#rules/core/halt.ts'
import { sortedBy } from '#rules/core/list-functions.ts'
import { divideWhole, lowestTerms, moduloOf, sameValue } from '#rules/core/number-functions.ts'
import { parameterValue } from '#rules/core/parameter-value.ts'
import { callClosure } from '#rules/run/call-closure.ts'
import { columnName, fieldOf, readLocal, stoppedOr } from '#rules/run/known-closures.ts'
import type { Closure, RunState } from '#rules/run/known-state.ts'
import { asOfUnknown, eitherValue, tried, Unknown, unknownFact, wholly, withBoth, withEither } from '#rules/run/unknown.ts'

/** Expressions as nested closures where facts may be unknown: the value where it is certain all the same, else the facts on which it turns. */
export interface Guessing {
  readonly program: Program
  /** By step: its value, worked out once a run. */
  readonly steps: readonly Closure[]
}

export function guessClosure(core: Core, guessing: Guessing): Closure {
  const of = (part: Core): Closure => guessClosure(part, guessing)
  switch (core.op) {
    case 'constant': {
      const { value } = core
      return () => value
    }
    case 'fact':
    case 'need':
    case 'known':
      return factGuess(core, guessing)
    case 'step':
      return guessing.steps[core.at] as Closure
    case 'column': {
      const [record, name] = [guessing.steps[core.at] as Closure, columnName(guessing.program, core)]
      return (run) => fieldGuess(record(run), name)
    }
    case 'local': {
      const { at } = core
      return (run) => readLocal(run, at)
    }
    case 'let': {
      const [{ local }, value, body] = [core, of(core.value), of(core.body)]
      return (run) => {
        run.locals[local] = stoppedOr(value, run)
        return body(run)
      }
    }
    case 'parameter':
      return parameterGuess(core, guessing)
    case 'asOf':
      return ({ around }) => around.asOf ?? asOfUnknown
    case 'sure':
      return of(core.of)
    case 'not covered': {
      const { why } = core
      return () => notCovered(why)
    }
    default:
      return numberGuess(core, of) ?? logicGuess(core, of) ?? listGuess(core, of, guessing)
  }
}

function fieldGuess(record: unknown, name: string): unknown {
  return record instanceof Unknown ? record : fieldOf(record, name)
}

function factGuess(core: Extract<Core, { op: 'fact' | 'need' | 'known' }>, guessing: Guessing): Closure {
  const { at } = core
  if (core.op === 'known') return (run) => run.facts[at] !== undefined
  const missing = core.op === 'fact' && guessing.program.facts[at]?.optional === true ? null : unknownFact(at)
  return (run) => {
    const value = run.facts[at]
    return value === undefined ? missing : value
  }
}

function parameterGuess(core: Extract<Core, { op: 'parameter' }>, guessing: Guessing): Closure {
  const slot = guessing.program.parameters[core.at]
  if (slot === undefined) return () => null
  if (core.day === null) return (run) => run.parameters[core.at] ?? (run.parameters[core.at] = parameterValue(slot, run.around.asOf, run.around)) ?? asOfUnknown
  const day = guessClosure(core.day, guessing)
  return (run) => {
    const on = day(run)
    return on instanceof Unknown ? on : parameterValue(slot, on as number, run.around)
  }
}

type Of = (part: Core) => Closure

function two(left: Closure, right: Closure, work: (a: number, b: number) => unknown): Closure {
  return (run) => {
    const a = left(run)
    const b = right(run)
    if (a instanceof Unknown) return b instanceof Unknown ? withBoth(a, b) : a
    return b instanceof Unknown ? b : work(a as number, b as number)
  }
}

function one(value: Closure, work: (a: unknown) => unknown): Closure {
  return (run) => {
    const a = value(run)
    return a instanceof Unknown ? a : work(a)
  }
}

function numberGuess(core: Core, of: Of): Closure | null {
  switch (core.op) {
    case 'add':
    case 'subtract':
    case 'multiply': {
      const work = core.op === 'add' ? (a: number, b: number) => a + b : core.op === 'subtract' ? (a: number, b: number) => a - b : (a: number, b: number) => a * b
      return two(of(core.left), of(core.right), core.checked === true ? (a, b) => inBounds(work(a, b)) : work)
    }
    case 'compare':
      return two(of(core.left), of(core.right), compareBy[core.sign])
    case 'divide': {
      const { mode } = core
      return two(of(core.left), of(core.right), (a, b) => divideWhole(a, b, mode))
    }
    case 'modulo':
      return two(of(core.left), of(core.right), moduloOf)
    case 'quotient':
      return two(of(core.top), of(core.bottom), lowestTerms)
    case 'negative':
      return one(of(core.of), (a) => 0 - (a as number))
    case 'non zero':
      return one(of(core.of), (a) => notZero(a as number))
    case 'top':
      return one(of(core.of), (a) => (a as readonly number[])[0])
    case 'bottom':
      return one(of(core.of), (a) => (a as readonly number[])[1])
    default:
      return null
  }
}

const compareBy: Readonly<Record<'<' | '<=' | '>' | '>=', (a: number, b: number) => boolean>> = {
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
}

function logicGuess(core: Core, of: Of): Closure | null {
  switch (core.op) {
    case 'and':
      return eitherGuess(of(core.left), of(core.right), false)
    case 'or':
      return eitherGuess(of(core.left), of(core.right), true)
    case 'not':
      return one(of(core.of), (a) => a !== true)
    case 'if': {
      const [test, then, otherwise] = [of(core.test), of(core.then), of(core.else)]
      return (run) => ifGuess(test(run), () => then(run), () => otherwise(run))
    }
    case 'same': {
      const [left, right] = [of(core.left), of(core.right)]
      return two((run) => wholly(left(run)), (run) => wholly(right(run)), sameValue)
    }
    default:
      return null
  }
}

/** Kleene's and (settled by false) and or (settled by true): what the one side settles, the other need not tell. */
function eitherGuess(left: Closure, right: Closure, settles: boolean): Closure {
  return (run) => {
    const a = left(run)
    if (a === settles) return settles
    if (!(a instanceof Unknown)) return right(run)
    const b = tried(() => right(run))
    if (b === settles) return settles
    return b instanceof Unknown ? withEither(a, b) : a
  }
}

/** The branch that the test chooses; where the test is unknown, what both branches agree on. */
export function ifGuess(test: unknown, then: () => unknown, otherwise: () => unknown): unknown {
  if (!(test instanceof Unknown)) return test === true ? then() : otherwise()
  const value = eitherValue(test, tried(then), tried(otherwise))
  if (value instanceof Halt) throw value
  return value
}

function listGuess(core: Core, of: Of, guessing: Guessing): Closure {
  switch (core.op) {
    case 'list': {
      const items = core.items.map(of)
      return (run) => allOrUnknown(items.map((item) => item(run)))
    }
    case 'record': {
      const fields = core.fields.map((field) => ({ name: field.name, value: of(field.value) }))
      return (run) => Object.fromEntries(fields.map(({ name, value }) => [name, value(run)]))
    }
    case 'field': {
      const [record, { name }] = [of(core.of), core]
      return (run) => fieldGuess(record(run), name)
    }
    case 'each':
    case 'filter':
    case 'some':
    case 'every':
      return loopGuess(core, of)
    case 'sort':
      return sortGuess(core, of)
    case 'call': {
      const given = core.arguments.map(of)
      const taken: unknown[] = given.map(() => null)
      const call = callClosure(core, guessing.program, given.map((_, at) => () => taken[at]))
      return (run) => {
        const values = allOrUnknown(given.map((it) => it(run)))
        if (values instanceof Unknown) return values
        values.forEach((value, at) => (taken[at] = value))
        return call(run)
      }
    }
    default:
      throw new Error(`The core has no ${core.op} here.`)
  }
}

/** The values where all are known, else what they turn on together. */
function allOrUnknown(values: readonly unknown[]): readonly unknown[] | Unknown {
  let missing: Unknown | undefined
  for (const value of values) {
    const it = wholly(value)
    if (it instanceof Unknown) missing = withBoth(missing, it)
  }
  return missing ?? values
}

function loopGuess(core: Extract<Core, { op: 'each' | 'filter' | 'some' | 'every' }>, of: Of): Closure {
  const [list, body, { local, op }] = [of(core.list), of(core.body), core]
  const asked = (run: RunState, item: unknown): unknown => {
    run.locals[local] = item
    return body(run)
  }
  return (run) => {
    const items = list(run)
    if (items instanceof Unknown) return items
    const each = items as readonly unknown[]
    if (op === 'some' || op === 'every') return anyGuess(each, (item) => asked(run, item), op === 'some')
    const values = allOrUnknown(each.map((item) => asked(run, item)))
    if (values instanceof Unknown || op === 'each') return values
    return each.filter((_, at) => values[at] === true)
  }
}

function anyGuess(items: readonly unknown[], asked: (item: unknown) => unknown, settles: boolean): unknown {
  let missing: Unknown | undefined
  for (const item of items) {
    const unsure = missing !== undefined
    const value = unsure ? tried(() => asked(item)) : asked(item)
    if (value === settles) return settles
    if (value instanceof Unknown) missing = missing === undefined ? value : withEither(missing, value)
  }
  return missing ?? !settles
}

function sortGuess(core: Extract<Core, { op: 'sort' }>, of: Of): Closure {
  const [list, before, { first, second }] = [of(core.list), of(core.before), core]
  return (run) => {
    const items = list(run)
    if (items instanceof Unknown) return items
    let missing: Unknown | undefined
    const sorted = sortedBy(items as readonly unknown[], (a, b) => {
      run.locals[first] = a
      run.locals[second] = b
      const goes = before(run)
      if (goes instanceof Unknown) missing = withBoth(missing, goes)
      return goes === true
    })
    return missing ?? sorted
  }
}
