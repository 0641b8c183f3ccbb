import type { Core, Rounding } from '#rules/core/core.ts'
import { boundsOf, type Bounds, isInt32 } from './bounds.ts'
import { literal } from './literal.ts'
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
      w.uses.functions.add('lowestTerms')
      w.throws = true
      return `lowestTerms(${number(w, core.top)}, ${number(w, core.bottom)})`
    case 'top':
      return `${number(w, core.of)}[0]`
    case 'bottom':
      return `${number(w, core.of)}[1]`
    default:
      throw new Error(`Written code knows no operation ${core.op}.`)
  }
}

function number(w: Writing, core: Core): string {
  return w.expression(w, core).js
}

function isSmall({ low, high }: Bounds): boolean {
  return high < 2 ** 52 && low > -(2 ** 52)
}

/** Tighter than the type alone, where a look-up has told which numbers there are; asked after the parts were written. */
export function provedBounds(w: Writing, core: Core): Bounds {
  const own = boundsOf(core)
  if (core.op === 'step') return within(own, w.proved.get(core.at) ?? own)
  if (core.op === 'constant' && typeof core.value === 'number') return { low: core.value, high: core.value }
  // What lies beyond its own bounds has left before.
  return core.op === 'add' || core.op === 'subtract' || core.op === 'multiply' ? within(own, reached(w, core)) : own
}

/** How far a sum or product can reach before it is checked. */
function reached(w: Writing, core: Extract<Core, { op: 'add' | 'subtract' | 'multiply' }>): Bounds {
  const [a, b] = [provedBounds(w, core.left), provedBounds(w, core.right)]
  if (core.op === 'add') return { low: a.low + b.low, high: a.high + b.high }
  if (core.op === 'subtract') return { low: a.low - b.high, high: a.high - b.low }
  const ends = [a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high]
  return { low: Math.min(...ends), high: Math.max(...ends) }
}

function within(a: Bounds, b: Bounds): Bounds {
  return { low: Math.max(a.low, b.low), high: Math.min(a.high, b.high) }
}

/** A figure that may pass the bound leaves: the closures say that it is too large. */
function checked(w: Writing, core: Extract<Core, { op: 'add' | 'subtract' | 'multiply' }>, js: string): string {
  if (core.checked !== true || isSmall(reached(w, core))) return js
  const name = fresh(w)
  line(w, `const ${name} = ${js}`)
  leaveNow(w, `${name} > ${most} || ${name} < -${most}`)
  return name
}

function writeModulo(w: Writing, core: Extract<Core, { op: 'modulo' }>): string {
  const [a, b] = [number(w, core.left), number(w, core.right)]
  if (boundsOf(core.left).low >= 0 && boundsOf(core.right).low > 0) return `(${a} % ${b})`
  w.uses.functions.add('moduloOf')
  return `moduloOf(${a}, ${b})`
}

function writeQuotient(w: Writing, core: Extract<Core, { op: 'divide' }>): string {
  const [a, b] = [number(w, core.left), number(w, core.right)]
  const left = provedBounds(w, core.left)
  const most = Math.max(Math.abs(left.low), Math.abs(left.high))
  // Everything on the way stays below 2^53, where floor(a / b) is the exact quotient.
  if (core.right.op === 'constant' && Number(b) > 0 && (most * 2 + Number(b) < 2 ** 53 || (core.mode !== 'half down' && Number(b) % 2 === 0))) {
    const whole = left.low >= 0 ? fromNothing(core.mode, a, Number(b), isInt32(boundsOf(core))) : ofAnySign(core.mode, named(w, a), Number(b))
    if (whole !== null) return whole
  }
  if (left.low >= 0 && boundsOf(core.right).low > 0 && (core.mode === 'floor' || core.mode === 'down')) return `Math.floor(${a} / ${b})`
  w.uses.functions.add('divideWhole')
  return `divideWhole(${a}, ${b}, ${literal(core.mode)})`
}

/** Of what is never negative, by a constant. */
function fromNothing(mode: Rounding, a: string, b: number, small: boolean): string | null {
  const whole = (js: string): string => (small ? `(${js} | 0)` : `Math.floor(${js})`)
  if (mode === 'floor' || mode === 'down') return whole(`${a} / ${b}`)
  if (mode === 'up' || mode === 'ceiling') return `Math.ceil(${a} / ${b})`
  if (mode === 'half up') return whole(b % 2 === 0 ? `(${a} + ${b / 2}) / ${b}` : `(${a} * 2 + ${b}) / ${b * 2}`)
  return mode === 'half down' ? `Math.ceil((${a} * 2 - ${b}) / ${b * 2})` : null
}

/** Of what may be negative, by a constant; never -0. */
function ofAnySign(mode: Rounding, a: string, b: number): string | null {
  if (mode === 'floor') return `(Math.floor(${a} / ${b}) + 0)`
  if (mode === 'ceiling') return `(Math.ceil(${a} / ${b}) + 0)`
  if (mode === 'down') return `(Math.trunc(${a} / ${b}) + 0)`
  if (mode === 'up') return `(${a} < 0 ? Math.floor(${a} / ${b}) : Math.ceil(${a} / ${b}))`
  // Halves away from zero: of a negative figure the ceiling of what lies half a unit below.
  const [twice, half, over] = b % 2 === 0 ? ['', b / 2, b] : [' * 2', b, b * 2]
  return mode === 'half up' ? `(${a} < 0 ? Math.ceil((${a}${twice} - ${half}) / ${over}) + 0 : Math.floor((${a}${twice} + ${half}) / ${over}))` : null
}
