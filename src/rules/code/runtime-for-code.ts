import { leave, timeText } from '#rules/core/leaving.ts'
import { sortedBy } from '#rules/core/list-functions.ts'
import { divideWhole, lowestTerms, moduloOf, sameValue } from '#rules/core/number-functions.ts'
import * as runtime from './code-runtime.ts'
import { dayFromText, fromJson, minuteFromText } from './from-json.ts'

/** Everything that written code may name. */
export const runtimeForCode = { ...runtime, dayFromText, fromJson, minuteFromText, leave, timeText, sortedBy, divideWhole, lowestTerms, moduloOf, sameValue }
