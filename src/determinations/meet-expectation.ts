import type { Determination } from '#determinations/determination.ts'

/** Whether an answer meets what a worked example expects: every key that stands there, other keys are free; figures within half a cent. */

/** What differs, one line each; empty where the answer meets it. */
export function differencesFrom(expect: Readonly<Record<string, unknown>>, answer: Determination): readonly string[] {
  const differences: string[] = []
  if (typeof expect['status'] === 'string' && expect['status'] !== answer.status) differences.push(`status: expected ${expect['status']}, got ${answer.status}${answer.error === undefined ? '' : ` (${answer.error.message})`}`)
  if (expect['value'] !== undefined) differ(expect['value'], answer.value, 'value', differences)
  if (Array.isArray(expect['needs'])) needsDiffer(expect['needs'], answer, differences)
  if (Array.isArray(expect['readings'])) readingsDiffer(expect['readings'], answer, differences)
  if (Array.isArray(expect['clauses'])) {
    const lacking = expect['clauses'].filter((clause) => !answer.clauses.includes(String(clause)))
    if (lacking.length > 0) differences.push(`clauses: ${lacking.join(', ')} not cited`)
  }
  if (Array.isArray(expect['warnings'])) warningsDiffer(expect['warnings'].map(String), answer, differences)
  if (expect['law'] !== undefined) lawDiffers(expect['law'], answer, differences)
  if (isRecord(expect['error']) && expect['error']['input'] !== undefined) differ(expect['error']['input'], answer.error?.input ?? null, 'error.input', differences)
  return differences
}

/** Notes each place at which `got` fails to hold what is expected. */
function differ(expected: unknown, got: unknown, at: string, differences: string[]): void {
  if (isRecord(expected)) {
    if (!isRecord(got)) differences.push(`${at}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(got)}`)
    else for (const [key, value] of Object.entries(expected)) differ(value, got[key], `${at}.${key}`, differences)
    return
  }
  if (Array.isArray(expected)) {
    if (!Array.isArray(got) || got.length !== expected.length) differences.push(`${at}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(got)}`)
    else for (const [index, value] of expected.entries()) differ(value, got[index], `${at}[${index + 1}]`, differences)
    return
  }
  if (!sameScalar(expected, got)) differences.push(`${at}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(got)}`)
}

function sameScalar(expected: unknown, got: unknown): boolean {
  if (typeof expected === 'number' && typeof got === 'number') return Math.abs(expected - got) <= 0.005 + 1e-9
  return expected === got
}

function needsDiffer(expected: readonly unknown[], answer: Determination, differences: string[]): void {
  const wanted = expected.map((need) => (isRecord(need) ? String(need['input']) : String(need))).sort()
  const got = answer.needs.map((need) => need.input).sort()
  if (wanted.join() !== got.join()) differences.push(`needs: expected ${wanted.join(', ') || 'none'}, got ${answer.needs.map((need) => need.input).join(', ') || 'none'}`)
}

/** Each expected warning is told by its clause or by words that it holds; an empty list expects none. */
function warningsDiffer(expected: readonly string[], answer: Determination, differences: string[]): void {
  for (const wanted of expected) {
    if (!answer.warnings.some((it) => it.clause === wanted || it.says.includes(wanted))) differences.push(`warnings: none at or with "${wanted}"`)
  }
  if (expected.length === 0 && answer.warnings.length > 0) differences.push(`warnings: none expected, got "${answer.warnings.map((it) => it.says).join('" and "')}"`)
}

/** `law` or `contract`: which binds, in the order of the rule; or records with `statute`, `binds`, `value`. */
function lawDiffers(expected: unknown, answer: Determination, differences: string[]): void {
  const wanted = (Array.isArray(expected) ? expected : [expected]).map((it) => (isRecord(it) ? it : { binds: it }))
  differ(wanted, answer.law, 'law', differences)
}

/** Readings are met by their values, in any order: their words and ids are the pack's own. */
function readingsDiffer(expected: readonly unknown[], answer: Determination, differences: string[]): void {
  const left = [...answer.readings]
  for (const reading of expected) {
    const value = isRecord(reading) ? (reading['value'] ?? reading['gives'] ?? {}) : {}
    const at = left.findIndex((it) => holds(value, it.value))
    if (at >= 0) left.splice(at, 1)
    else differences.push(`readings: none gives ${JSON.stringify(value)}`)
  }
  for (const extra of left) differences.push(`readings: ${extra.id} gives ${JSON.stringify(extra.value)}, which is not expected`)
}

function holds(expected: unknown, got: unknown): boolean {
  const differences: string[] = []
  differ(expected, got, '', differences)
  return differences.length === 0
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
