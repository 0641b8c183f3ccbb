import { runnerOf, askedFor } from '#determinations/runner.ts'
import type { Prepared } from '#determinations/decide.ts'
import type { LoadedPack } from '#determinations/loaded-pack.ts'
import type { CoreRow, StepBody } from '#rules/core/core.ts'
import { firedBy, pathShape, unmixPath } from '#rules/core/path.ts'
import type { Path } from '#rules/core/running.ts'
import type { RuleHead, TableBody, Value } from '#rules/rule-book.ts'
import { testsInWords } from '#rules/words/expression-in-words.ts'

/** The rows of a table that did not fire, each with the first of its tests that failed: why the answer is not another. */
export interface RowNotTaken {
  readonly rule: string
  /** The row in words, and its clause where it has its own. */
  readonly row: string
  readonly clause: string | null
  /** The test that failed, in words. */
  readonly failed: string
}

/** So many rows on either side of the one that fired are told; a schedule of two hundred is not told in full. */
const rowsOnASide = 3

/** For every table that the path went through, in the order of its steps. */
export function rowsNotTaken(pack: LoadedPack, prepared: Prepared, plain: readonly number[], path: Path): readonly RowNotTaken[] {
  const digits = unmixPath(pathShape(prepared.program), path)
  return prepared.program.steps.flatMap((step, at) => {
    const body = step.bodies[plain[at] ?? 0]
    const fired = firedBy(step, digits[at] ?? 0)
    if (body?.is !== 'table' || fired.is !== 'branch') return []
    const written = tableOf(pack, prepared, step.name, plain[at] ?? 0)
    const from = Math.max(0, fired.at - rowsOnASide)
    return body.rows.slice(from, fired.at + rowsOnASide + 1).flatMap((row, index) => (from + index === fired.at ? [] : rowNotTaken(step.name, row, from + index, body, written, prepared, plain)))
  })
}

function rowNotTaken(rule: string, row: CoreRow, at: number, body: Extract<StepBody, { is: 'table' }>, written: TableBody | null, prepared: Prepared, plain: readonly number[]): readonly RowNotTaken[] {
  const failed = row.tests.findIndex((test) => {
    const ran = runnerOf(askedFor(prepared.program, [test]), plain).run(prepared.facts, prepared.around)
    return ran.status === 'answered' && ran.value[0] === false
  })
  if (failed < 0) return []
  return [{ rule, row: row.says, clause: row.clause, failed: testInWords(written, at, failed, body) ?? row.says }]
}

/** The words of the row's n-th test that tests anything; null where the table as written is not found. */
function testInWords(written: TableBody | null, row: number, test: number, body: Extract<StepBody, { is: 'table' }>): string | null {
  if (written === null || written.rows.length !== body.rows.length) return null
  const tests = written.rows[row]?.tests.map((cell, at) => ({ cell, input: written.inputs[at] })).filter(({ cell }) => cell.any.length > 0)
  const found = tests?.[test]
  return found?.input === undefined ? null : testsInWords(found.input.value, found.cell)
}

/** The table as its author wrote it: of the decision itself, or of the definition or decision that the step's name begins with. */
function tableOf({ rules }: LoadedPack, { decision }: Prepared, step: string, reading: number): TableBody | null {
  const [first = '', second] = step.split('.')
  const own = decision.values.find((it) => it.name === step)
  const other: (RuleHead & { readonly values: readonly Value[] }) | undefined = rules.definitions.find((it) => it.name === first) ?? rules.decisions.find((it) => it.name === first)
  const value = own ?? other?.values.find((it) => it.name === (second ?? first))
  if (value === undefined) return null
  const bodies = value.readings.length === 0 ? [value.body] : [...value.readings.filter((it) => it.plain), ...value.readings.filter((it) => !it.plain)].map((it) => it.body)
  const body = bodies[reading]
  return body?.is === 'table' ? body : null
}
