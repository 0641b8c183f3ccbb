import { parseCivilDay } from '#plain/civil-day.ts'
import type { CoreType } from '#rules/core/core.ts'
import { typeOfFact } from '#rules/core/core-types.ts'
import { constantFor } from '#rules/core/constant-for.ts'
import { type Lowering, refuse } from '#rules/core/lowering.ts'
import type { Parameter } from '#rules/rule-book.ts'

/** The parameter's slot in the program: its values by day, as stored; made the first time that something reads it. */
export function parameterSlot(lowering: Lowering, parameter: Parameter): number {
  const there = lowering.parameters.findIndex((slot) => slot.name === parameter.name)
  if (there >= 0) return there
  const type: CoreType = typeOfFact(parameter.type)
  const values = parameter.values.map((value) => ({
    from: value.from === null ? null : day(lowering, value.from, parameter),
    value: constantFor(lowering, value.is, type, `The parameter ${parameter.name}`),
    clause: value.clause,
  }))
  if (values.length === 0) refuse(lowering, 'rules/parameter-empty', `The parameter ${parameter.name} has no value.`, 'Give it `is:` or `values:` by day.')
  lowering.parameters.push({ name: parameter.name, type, values, until: parameter.until === null ? null : day(lowering, parameter.until, parameter) })
  return lowering.parameters.length - 1
}

function day(lowering: Lowering, text: string, parameter: Parameter): number {
  return parseCivilDay(text) ?? refuse(lowering, 'rules/no-such-day', `${text} at the parameter ${parameter.name} is no day of the calendar.`, 'Write a day as 2010-07-01.')
}
