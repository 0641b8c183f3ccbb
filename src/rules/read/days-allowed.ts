import { problem } from '#plain/problem.ts'
import type { Expression } from '#rules/feel/expression.ts'
import type { BlockPlace } from '#rules/read/block-sheet.ts'
import { binary, choose, nothing, number, text } from '#rules/read/make-expression.ts'
import { didYouMean } from '#rules/read/nearest-word.ts'

/**
 * `days allowed(grievance, step)`: the count that the procedure prints for a step (null for one without limit), as plain conditions.
 * Anything else is given back as it is.
 */
export function daysAllowed(part: Expression, line: number, place: BlockPlace): Expression {
  if (part.is !== 'call' || part.name !== 'days allowed') return part
  const [named, stepArgument] = part.arguments.map((argument) => argument.value)
  const procedureName = named?.is === 'name' || named?.is === 'text' ? wordOf(named) : ''
  const procedure = place.pack.procedures.get(procedureName)
  const tell = (what: string, next: string): Expression => {
    place.problems.push(problem('rules/days-allowed', what, next, { file: place.file, line, clause: place.clause }))
    return nothing()
  }
  if (procedure === undefined) return tell(`"days allowed" asks for the procedure "${procedureName}", and there is none.`, `${didYouMean(procedureName, place.pack.procedures.keys())}Write "days allowed(grievance, step)".`)
  if (stepArgument === undefined) return tell('"days allowed" needs a step.', `Write "days allowed(${procedureName}, step)".`)
  const offered = stepArgument.is === 'name' ? place.choices.get(stepArgument.name) : undefined
  const counts = procedure.steps.map((step) => ({ step: step.name, count: step.within === null ? nothing() : number(step.within.count) }))
  const literal = counts.find(({ step }) => (stepArgument.is === 'name' || stepArgument.is === 'text') && wordOf(stepArgument) === step)
  if (literal !== undefined) return literal.count
  const asked = counts.filter(({ step }) => offered?.includes(step) ?? true)
  const last = asked.at(-1)?.count ?? nothing()
  return asked.slice(0, -1).reduceRight((rest, { step, count }) => choose(binary(stepArgument, '=', text(step)), count, rest), last)
}

function wordOf(it: Expression & { is: 'name' | 'text' }): string {
  return it.is === 'name' ? it.name : it.text
}
