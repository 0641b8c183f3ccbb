import type { Core, Rounding } from '#rules/core/core.ts'
import { boundsOf, isInt32, type Bounds } from './bounds.ts'
import { writeExpression } from './write-expression.ts'
import { fresh, leaveNow, line, named, type Writing } from './writing.ts'

/** Writes sums, products, quotients and their rounding on whole numbers below 2^52, where floor(a / b) of two doubles is the exact quotient. */

const most = '4503599627370495'

export function writeArithmetic(w: Writing, core: Core): string {
  switch (core.op) {
    case 'add':
      return checked(w, core, `(${number(w, core.left)} + ${number(w, core.right)})`)
    case 'subtract':
      return checked(w, core, `(${number(w, core.left)} - ${number(w, core.right)})`)
    case 'multiply':
      return checked(w, core, `(${number(w, core.left)} * ${number(w, core.right)})`)
    case 'negative':
      return `(0 - ${number(w, core.of)})`
    case 'divide':
      return writeQuotient(w, core)
    case 'modulo':
      return writeModulo(w, core)
    case 'non zero': {
      const name = named(w, number(w, core.of))
      leaveNow(w, `${name} === 0`)
      return name
    }
    case 'quotient':
      w.uses.functions.add('quotient')
      w.throws = true
      return `quotient(${number(w, core.top)}, ${number(w, core.bottom)})`
    case 'top':
      return `${number(w, core.of)}[0]`
    case 'bottom':
      return `${number(w, core.of)}[1]`
    default:
      throw new Error(`Written code knows no operation ${core.op}.`)
  }
}

function number(w: Writing, core: Core): string {
  return writeExpression(w, core).js
}

/** A figure that may pass the bound leaves: the closures say that it is too large. */
function checked(w: Writing, core: Extract<Core, { op: 'add' | 'subtract' | 'multiply' }>, js: string): string {
  if (core.checked !== true) return js
  const name = fresh(w)
  line(w, `const ${name} = ${js}`)
  leaveNow(w, `${name} > ${most} || ${name} < -${most}`)
  return name
}

function writeModulo(w: Writing, core: Extract<Core, { op: 'modulo' }>): string {
  const [left, right] = [boundsOf(core.left), boundsOf(core.right)]
  const [a, b] = [number(w, core.left), number(w, core.right)]
  if (left.low >= 0 && right.low > 0) return `(${a} % ${b})`
  const [x, y] = [named(w, a), named(w, b)]
  if (right.low <= 0) leaveNow(w, `${y} === 0`)
  return `(${x} - ${y} * Math.floor(${x} / ${y}))`
}

function writeQuotient(w: Writing, core: Extract<Core, { op: 'divide' }>): string {
  const [left, right] = [boundsOf(core.left), boundsOf(core.right)]
  const [a, b] = [number(w, core.left), number(w, core.right)]
  if (right.low <= 0) leaveNow(w, `${named(w, b)} === 0`)
  if (left.low < 0 || right.low <= 0) return roundedBySign(w, core.mode, a, b)
  return roundedUpFromNothing(w, core.mode, a, b, left, boundsOf(core))
}

/** Of what may be negative: by the functions of the run-time, which turn the sign around. */
function roundedBySign(w: Writing, mode: Rounding, a: string, b: string): string {
  const name = names[mode]
  w.uses.functions.add(name)
  return `${name}(${a}, ${b})`
}

const names: Readonly<Record<Rounding, string>> = { 'half up': 'divideHalfUp', 'half down': 'divideHalfDown', 'half even': 'divideHalfEven', up: 'divideUp', down: 'divideDown', floor: 'divideFloor', ceiling: 'divideCeiling' }

/** Of what is never negative. */
function roundedUpFromNothing(w: Writing, mode: Rounding, a: string, b: string, top: Bounds, result: Bounds): string {
  const whole = (js: string): string => (isInt32(result) ? `(${js} | 0)` : `Math.floor(${js})`)
  const half = Number(b) / 2
  if (mode === 'floor' || mode === 'down') return whole(`${a} / ${b}`)
  if (mode === 'half up' && Number.isInteger(half) && top.high + half < 2 ** 52) return whole(`(${a} + ${half}) / ${b}`)
  return roundedBySign(w, mode, a, b)
}
