import type { Core, CoreRow, Step, StepBody } from '#rules/core/core.ts'
import { notCovered } from '#rules/core/halt.ts'
import { branchesOf } from '#rules/core/path.ts'
import { knownClosure, type Making } from '#rules/run/known-closures.ts'
import type { Closure, RunState } from '#rules/run/known-state.ts'
import { type OpenRow, stretchFinder, type TableNode, tableTree } from '#rules/run/table-tree.ts'

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
  let fires = atFirst(body.rows, making, (found) => (fires = found))
  const values: (Closure | undefined)[] = body.rows.map(() => undefined)
  const otherwise = body.otherwise === null ? null : kept(at, 1 + body.rows.length, outputClosure(body, body.otherwise, making))
  return (run) => {
    const row = fires(run)
    if (row < 0) return otherwise === null ? notCovered(`No row of the table ${step.name.replaceAll('_', ' ')} fits.`) : otherwise(run)
    const result = (values[row] ??= outputClosure(body, (body.rows[row] as CoreRow).outputs, making))(run)
    run.digits[at] = 1 + row
    run.values[at] = result
    return result
  }
}

type Firing = (run: RunState) => number

const runsByRow = 2

/** The rows are asked one by one until the table is asked often: the tree of a long schedule takes longer to plant than a few questions take. */
function atFirst(rows: readonly CoreRow[], making: Making, then: (fires: Firing) => void): Firing {
  const oneByOne = rowByRow(rows.map((row, at) => ({ row: at, tests: row.tests })), making)
  let asked = 0
  return (run) => {
    asked += 1
    if (asked <= runsByRow) return oneByOne(run)
    const fires = firingRow(rows, making)
    then(fires)
    return fires(run)
  }
}

/** The first row of which every test holds, or -1. */
function firingRow(rows: readonly CoreRow[], making: Making): Firing {
  const made = new Map<TableNode, Firing>()
  const of = (node: TableNode): Firing => {
    const firing = made.get(node) ?? nodeClosure(node, of, making)
    made.set(node, firing)
    return firing
  }
  return of(tableTree(rows))
}

function nodeClosure(node: TableNode, of: (node: TableNode) => Firing, making: Making): Firing {
  if (node.is === 'row') return () => node.row
  if (node.is === 'rows') return rowByRow(node.rows, making)
  const subject = knownClosure(node.subject, making)
  if (node.is === 'words') {
    const [by, others] = [new Map([...node.by].map(([word, next]) => [word, of(next)])), of(node.others)]
    return (run) => (by.get(subject(run)) ?? others)(run)
  }
  const [find, nodes, ofNull] = [stretchFinder(node.starts), node.nodes.map(of), of(node.ofNull)]
  // Where every stretch names its row at once, one read gives it.
  const rows = node.nodes.every((it) => it.is === 'row') ? Int16Array.from(node.nodes, (it) => (it.is === 'row' ? it.row : -1)) : null
  if (rows !== null && !node.subject.type.orNull) return (run) => rows[find(subject(run) as number)] as number
  return (run) => {
    const value = subject(run)
    return (value === null ? ofNull : (nodes[find(value as number)] as Firing))(run)
  }
}

function rowByRow(rows: readonly OpenRow[], making: Making): Firing {
  const tests: (((run: RunState) => boolean) | undefined)[] = rows.map(() => undefined)
  return (run) => {
    for (let at = 0; at < tests.length; at++) if ((tests[at] ??= rowTest((rows[at] as OpenRow).tests, making))(run)) return (rows[at] as OpenRow).row
    return -1
  }
}

function rowTest(cells: readonly Core[], making: Making): (run: RunState) => boolean {
  const [first, second, ...more] = cells.map((test) => knownClosure(test, making))
  if (first === undefined) return () => true
  if (second === undefined) return (run) => first(run) === true
  return (run) => first(run) === true && second(run) === true && more.every((test) => test(run) === true)
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
