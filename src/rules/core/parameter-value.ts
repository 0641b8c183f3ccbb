import type { ParameterSlot } from '#rules/core/core.ts'
import { halt } from '#rules/core/halt.ts'
import type { Surroundings } from '#rules/core/running.ts'
import { sameValue } from '#rules/core/number-functions.ts'

/**
 * The parameter's value on a day, as stored. Without a day it is the one value where all its values are the same, else undefined: the day of the question is missing.
 * A value that the surroundings hand in stands for every day.
 */
export function parameterValue(slot: ParameterSlot, day: number | null, around: Surroundings): unknown {
  const handed = around.parameters?.get(slot.name)
  if (handed !== undefined) return handed
  const first = slot.values[0]
  if (day === null) return slot.values.every((it) => sameValue(it.value, first?.value)) ? first?.value : undefined
  if (slot.until === null || day <= slot.until) {
    for (let at = slot.values.length - 1; at >= 0; at--) {
      const it = slot.values[at]
      if (it !== undefined && (it.from === null || it.from <= day)) return it.value
    }
  }
  return halt({ is: 'parameter not in force', parameter: slot.name, day })
}
