import { problem } from '#plain/problem.ts'
import { FUNCTION_NAMES } from '#rules/feel/function-names.ts'
import type { BlockPlace } from '#rules/read/block-sheet.ts'

/** Whether a name may be given: snake_case, and no word that the language has already. */

const functions = new Set(FUNCTION_NAMES)
const taken = new Set(['and', 'or', 'not', 'if', 'then', 'else', 'for', 'in', 'return', 'some', 'every', 'satisfies', 'between', 'true', 'false', 'null', 'function'])
/** What stands inside a block and is never called. */
const inside = new Set(['fact', 'value', 'figure', 'answer', 'reading', 'step'])
const plainName = /^[a-z][a-z0-9_]*$/

/** Tells a name that is none; `what` says whose: `fact`, `value`, `decision`. A block can be called, so it may not be named like a function. */
export function checkName(name: string, what: string, line: number, place: BlockPlace): boolean {
  const where = { file: place.file, line, clause: place.clause }
  if (!plainName.test(name)) {
    place.problems.push(problem('rules/name', `"${name}" is no name of a ${what}.`, 'Use small letters, figures and "_", a letter first: pupil_load.', where))
    return false
  }
  const clash = taken.has(name) || (functions.has(name) && !inside.has(what))
  if (!clash) return true
  place.problems.push(problem('rules/name', `The ${what} "${name}" has a name that the language uses itself.`, `Give it another: ${name}_given, for example.`, where))
  return false
}
