import type { Core } from '#rules/core/core.ts'
import { inBounds } from '#rules/core/halt.ts'
import type { Closure } from '#rules/run/known-state.ts'

/** Sums, products and comparisons as closures; constants on the right are read once, as most rules have them there. */

type Of = (part: Core) => Closure

export function sumClosure(core: Extract<Core, { op: 'add' | 'subtract' | 'multiply' }>, of: Of): Closure {
  const bare = core.right.op === 'constant' ? sumWithConstant(core.op, of(core.left), core.right.value as number) : sumOfTwo(core.op, of(core.left), of(core.right))
  return core.checked === true ? (run) => inBounds(bare(run)) : bare
}

function sumWithConstant(op: 'add' | 'subtract' | 'multiply', left: Closure, right: number): (run: Parameters<Closure>[0]) => number {
  if (op === 'add') return (run) => (left(run) as number) + right
  if (op === 'subtract') return (run) => (left(run) as number) - right
  return (run) => (left(run) as number) * right
}

function sumOfTwo(op: 'add' | 'subtract' | 'multiply', left: Closure, right: Closure): (run: Parameters<Closure>[0]) => number {
  if (op === 'add') return (run) => (left(run) as number) + (right(run) as number)
  if (op === 'subtract') return (run) => (left(run) as number) - (right(run) as number)
  return (run) => (left(run) as number) * (right(run) as number)
}

export function compareClosure(core: Extract<Core, { op: 'compare' }>, of: Of): Closure {
  const left = of(core.left)
  if (core.right.op === 'constant') return compareWithConstant(core.sign, left, core.right.value as number)
  const right = of(core.right)
  switch (core.sign) {
    case '<':
      return (run) => (left(run) as number) < (right(run) as number)
    case '<=':
      return (run) => (left(run) as number) <= (right(run) as number)
    case '>':
      return (run) => (left(run) as number) > (right(run) as number)
    case '>=':
      return (run) => (left(run) as number) >= (right(run) as number)
  }
}

function compareWithConstant(sign: '<' | '<=' | '>' | '>=', left: Closure, right: number): Closure {
  switch (sign) {
    case '<':
      return (run) => (left(run) as number) < right
    case '<=':
      return (run) => (left(run) as number) <= right
    case '>':
      return (run) => (left(run) as number) > right
    case '>=':
      return (run) => (left(run) as number) >= right
  }
}
