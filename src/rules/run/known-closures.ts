import type { Core, Program } from '#rules/core/core.ts'
import { Halt, notCovered, notZero } from '#rules/core/halt.ts'
import { sortedBy } from '#rules/core/list-functions.ts'
import { divideWhole, lowestTerms, moduloOf, sameValue } from '#rules/core/number-functions.ts'
import { parameterValue } from '#rules/core/parameter-value.ts'
import { compareClosure, sumClosure } from '#rules/run/known-arithmetic.ts'
import { callClosure } from '#rules/run/call-closure.ts'
import { type Closure, type RunState, unknownHere } from '#rules/run/known-state.ts'

/** Expressions as nested closures where everything that they come upon is known; what is not stops the run, and the other closures take it up. */
export interface Making {
  readonly program: Program
  /** By step: works it out. */
  readonly steps: readonly Closure[]
}

export function knownClosure(core: Core, making: Making): Closure {
  const of = (part: Core): Closure => knownClosure(part, making)
  switch (core.op) {
    case 'constant': {
      const { value } = core
      return () => value
    }
    case 'fact':
    case 'need':
    case 'known':
      return factClosure(core, making)
    case 'step':
      return stepClosure(core.at, making)
    case 'column':
      return columnClosure(core, making)
    case 'local': {
      const { at } = core
      return (run) => readLocal(run, at)
    }
    case 'let': {
      const { local } = core
      const [value, body] = [of(core.value), of(core.body)]
      return (run) => {
        run.locals[local] = stoppedOr(value, run)
        return body(run)
      }
    }
    case 'parameter':
    case 'asOf':
      return questionClosure(core, making)
    case 'sure':
      return of(core.of)
    case 'not covered': {
      const { why } = core
      return () => notCovered(why)
    }
    default:
      return numberClosure(core, of) ?? logicClosure(core, of) ?? listClosure(core, of, making)
  }
}

/** What is held for the body stops the run only where the body reads it. */
export function stoppedOr(value: Closure, run: RunState): unknown {
  try {
    return value(run)
  } catch (thrown) {
    if (thrown instanceof Halt) return thrown
    throw thrown
  }
}

export function readLocal(run: RunState, at: number): unknown {
  const value = run.locals[at]
  if (value instanceof Halt) throw value
  return value
}

function factClosure(core: Extract<Core, { op: 'fact' | 'need' | 'known' }>, making: Making): Closure {
  const { at } = core
  if (core.op === 'known') return (run) => run.facts[at] !== undefined
  if (core.op === 'fact') return (run) => run.facts[at] ?? null
  // Facts that must be there were asked for before the run.
  if (making.program.facts[at]?.optional !== true) return (run) => run.facts[at]
  return (run) => {
    const value = run.facts[at]
    if (value === undefined) throw unknownHere
    return value
  }
}

function stepClosure(at: number, making: Making): Closure {
  const workOut = making.steps[at] as Closure
  return (run) => (run.digits[at] === 0 ? workOut(run) : run.values[at])
}

function columnClosure(core: Extract<Core, { op: 'column' }>, making: Making): Closure {
  const record = stepClosure(core.at, making)
  const name = columnName(making.program, core)
  return (run) => fieldOf(record(run), name)
}

/** The name of the column that a `column` reads. */
export function columnName(program: Program, core: Extract<Core, { op: 'column' }>): string {
  const type = program.steps[core.at]?.type
  return (type?.is === 'record' ? type.fields[core.column]?.name : undefined) ?? ''
}

/** A field of a record; null of what is null. */
export function fieldOf(record: unknown, name: string): unknown {
  return record === null ? null : ((record as Readonly<Record<string, unknown>>)[name] ?? null)
}

function questionClosure(core: Extract<Core, { op: 'parameter' | 'asOf' }>, making: Making): Closure {
  if (core.op === 'asOf') return ({ around }) => around.asOf ?? stop()
  const slot = making.program.parameters[core.at]
  if (slot === undefined) return () => null
  const { at } = core
  if (core.day === null) return (run) => run.parameters[at] ?? (run.parameters[at] = parameterValue(slot, run.around.asOf, run.around) ?? stop())
  const day = knownClosure(core.day, making)
  return (run) => parameterValue(slot, day(run) as number, run.around)
}

function stop(): never {
  throw unknownHere
}

type Of = (part: Core) => Closure

function numberClosure(core: Core, of: Of): Closure | null {
  switch (core.op) {
    case 'add':
    case 'subtract':
    case 'multiply':
      return sumClosure(core, of)
    case 'compare':
      return compareClosure(core, of)
    case 'divide': {
      const [left, right, { mode }] = [of(core.left), of(core.right), core]
      return (run) => divideWhole(left(run) as number, right(run) as number, mode)
    }
    case 'modulo': {
      const [left, right] = [of(core.left), of(core.right)]
      return (run) => moduloOf(left(run) as number, right(run) as number)
    }
    case 'negative': {
      const value = of(core.of)
      return (run) => 0 - (value(run) as number)
    }
    case 'non zero': {
      const value = of(core.of)
      return (run) => notZero(value(run) as number)
    }
    case 'quotient': {
      const [top, bottom] = [of(core.top), of(core.bottom)]
      return (run) => lowestTerms(top(run) as number, bottom(run) as number)
    }
    case 'top':
    case 'bottom': {
      const [value, at] = [of(core.of), core.op === 'top' ? 0 : 1]
      return (run) => (value(run) as readonly number[])[at]
    }
    default:
      return null
  }
}

function logicClosure(core: Core, of: Of): Closure | null {
  switch (core.op) {
    case 'and': {
      const [left, right] = [of(core.left), of(core.right)]
      return (run) => left(run) === true && right(run) === true
    }
    case 'or': {
      const [left, right] = [of(core.left), of(core.right)]
      return (run) => left(run) === true || right(run) === true
    }
    case 'not': {
      const value = of(core.of)
      return (run) => value(run) !== true
    }
    case 'if': {
      const [test, then, otherwise] = [of(core.test), of(core.then), of(core.else)]
      return (run) => (test(run) === true ? then(run) : otherwise(run))
    }
    case 'same':
      return sameClosure(core, of)
    default:
      return null
  }
}

function sameClosure(core: Extract<Core, { op: 'same' }>, of: Of): Closure {
  const left = of(core.left)
  if (core.right.op === 'constant') {
    const { value } = core.right
    return (run) => left(run) === value
  }
  const right = of(core.right)
  return (run) => sameValue(left(run), right(run))
}

function listClosure(core: Core, of: Of, making: Making): Closure {
  switch (core.op) {
    case 'list': {
      const items = core.items.map(of)
      return (run) => items.map((item) => item(run))
    }
    case 'record': {
      const fields = core.fields.map((field) => ({ name: field.name, value: of(field.value) }))
      return (run) => {
        const record: Record<string, unknown> = {}
        for (const { name, value } of fields) record[name] = value(run)
        return record
      }
    }
    case 'field': {
      const [record, { name }] = [of(core.of), core]
      return (run) => fieldOf(record(run), name)
    }
    case 'each':
    case 'filter':
    case 'some':
    case 'every':
      return loopClosure(core, of)
    case 'sort': {
      const { first, second } = core
      const [list, before] = [of(core.list), of(core.before)]
      return (run) =>
        sortedBy(list(run) as readonly unknown[], (a, b) => {
          run.locals[first] = a
          run.locals[second] = b
          return before(run) === true
        })
    }
    case 'call':
      return callClosure(core, making.program, core.arguments.map(of))
    default:
      throw new Error(`The core has no ${core.op} here.`)
  }
}

function loopClosure(core: Extract<Core, { op: 'each' | 'filter' | 'some' | 'every' }>, of: Of): Closure {
  const [list, body, { local }] = [of(core.list), of(core.body), core]
  const asked = (run: RunState, item: unknown): unknown => {
    run.locals[local] = item
    return body(run)
  }
  const items = (run: RunState): readonly unknown[] => list(run) as readonly unknown[]
  switch (core.op) {
    case 'each':
      return (run) => items(run).map((item) => asked(run, item))
    case 'filter':
      return (run) => items(run).filter((item) => asked(run, item) === true)
    case 'some':
      return (run) => items(run).some((item) => asked(run, item) === true)
    case 'every':
      return (run) => items(run).every((item) => asked(run, item) === true)
  }
}

export { applied } from '#rules/run/call-closure.ts'
