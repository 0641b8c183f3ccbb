import { dateFunctions } from '#rules/core/date-functions.ts'
import { listFunctions } from '#rules/core/list-functions.ts'
import { numberFunctions } from '#rules/core/number-functions.ts'
import { textFunctions } from '#rules/core/text-functions.ts'
import { yearFunctions } from '#rules/core/year-functions.ts'

/** Functions of the language on stored values, by the name that the core calls them by. None of them sees null or what is unknown. */
// oxlint-disable-next-line typescript/no-explicit-any -- lowering proved the types of the arguments
export type PlainFunction = (...given: any[]) => unknown

export const plainFunctions: Readonly<Record<string, PlainFunction>> = {
  ...numberFunctions,
  ...listFunctions,
  ...textFunctions,
  ...dateFunctions,
  ...yearFunctions,
}
