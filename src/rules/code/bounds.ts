import type { Core, CoreType } from '#rules/core/core.ts'
import { tooLarge } from '#rules/core/halt.ts'

/** Between which bounds a stored number lies, as proved at load, so that written code divides and rounds in the shortest way that is exact. */
export interface Bounds {
  readonly low: number
  readonly high: number
}

export function boundsOf(core: Core): Bounds {
  return boundsOfType(core.type)
}

export function boundsOfType(type: CoreType): Bounds {
  switch (type.is) {
    case 'number':
      return { low: type.low ?? 1 - tooLarge, high: type.high ?? tooLarge - 1 }
    case 'date':
      return { low: -719162, high: 2932896 }
    case 'time':
      return { low: 0, high: 1439 }
    case 'choice':
      return { low: 0, high: Math.max(0, type.of.length - 1) }
    default:
      return { low: 1 - tooLarge, high: tooLarge - 1 }
  }
}

/** Whether every number within the bounds is a 32-bit whole number. */
export function isInt32(bounds: Bounds): boolean {
  return bounds.low >= -(2 ** 31) && bounds.high <= 2 ** 31 - 1
}
