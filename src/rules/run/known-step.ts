import type { Core, CoreRow, Step, StepBody } from '#rules/core/core.ts'
import { notCovered } from '#rules/core/halt.ts'
import { branchesOf } from '#rules/core/path.ts'
import { knownClosure, type Making } from '#rules/run/known-closures.ts'
import type { Closure, RunState } from '#rules/run/known-state.ts'

/** Works a step out, keeps its value and notes what fired. `when` is asked first, then the exceptions, then the body. */
export function knownStep(step: Step, at: number, reading: number, making: Making): Closure {
  const branches = branchesOf(step)
  const body = bodyClosure(step, step.bodies[reading] ?? (step.bodies[0] as StepBody), at, making)
  const defeated = step.exceptions.reduceRight<Closure>((rest, exception, order) => {
    const [holds, instead] = [knownClosure(exception.when, making), kept(at, 1 + branches + order, knownClosure(exception.instead, making))]
    return (run) => (holds(run) === true ? instead(run) : rest(run))
  }, body)
  if (step.when === null) return defeated
  const [test, otherwise] = [knownClosure(step.when.test, making), kept(at, 1 + branches + step.exceptions.length, knownClosure(step.when.otherwise, making))]
  return (run) => (test(run) === true ? defeated(run) : otherwise(run))
}

function kept(at: number, digit: number, value: Closure): Closure {
  return (run) => {
    const result = value(run)
    run.digits[at] = digit
    run.values[at] = result
    return result
  }
}

function bodyClosure(step: Step, body: StepBody, at: number, making: Making): Closure {
  if (body.is === 'formula') return kept(at, 1, knownClosure(body.value, making))
  const tests = body.rows.map((row) => rowTest(row, making))
  const values = body.rows.map((row) => outputClosure(body, row.outputs, making))
  const otherwise = body.otherwise === null ? null : kept(at, 1 + body.rows.length, outputClosure(body, body.otherwise, making))
  return (run) => {
    for (let row = 0; row < tests.length; row++) {
      if ((tests[row] as (run: RunState) => boolean)(run)) {
        const result = (values[row] as Closure)(run)
        run.digits[at] = 1 + row
        run.values[at] = result
        return result
      }
    }
    return otherwise === null ? notCovered(`No row of the table ${step.name.replaceAll('_', ' ')} fits.`) : otherwise(run)
  }
}

function rowTest(row: CoreRow, making: Making): (run: RunState) => boolean {
  const [first, second, third, ...more] = row.tests.map((test) => knownClosure(test, making))
  if (first === undefined) return () => true
  if (second === undefined) return (run) => first(run) === true
  if (third === undefined) return (run) => first(run) === true && second(run) === true
  return (run) => first(run) === true && second(run) === true && third(run) === true && more.every((test) => test(run) === true)
}

function outputClosure(body: Extract<StepBody, { is: 'table' }>, outputs: readonly Core[], making: Making): Closure {
  const only = outputs[0]
  if (body.outputs.length === 1 && only !== undefined) return knownClosure(only, making)
  const fields = body.outputs.map((output, at) => ({ name: output.name, value: knownClosure(outputs[at] as Core, making) }))
  return (run) => {
    const record: Record<string, unknown> = {}
    for (const { name, value } of fields) record[name] = value(run)
    return record
  }
}
