import type { Determination } from '#determinations/determination.ts'
import type { Question } from '#determinations/decide.ts'

/** Cases as lines of JSON, one question each, and answers as lines again. Pure; who reads the file finds the calendars that it names. */

export type CaseRead =
  | { readonly ok: true; readonly question: Question; readonly calendar: string | Readonly<Record<string, unknown>> | null; readonly expect: Readonly<Record<string, unknown>> | null }
  | { readonly ok: false; readonly answer: Determination }

/** Reads one line; what is wrong with it is already its answer. */
export function readCaseLine(line: string, number: number): CaseRead {
  let given: unknown
  try {
    given = JSON.parse(line)
  } catch (error) {
    return wrong({}, null, `Line ${number} is no JSON: ${error instanceof Error ? error.message : String(error)}`)
  }
  if (!isRecord(given)) return wrong({}, null, `Line ${number} must be a record in curly brackets with "decision" and "input".`)
  const { decision, input = {}, asOf = null, knownAsOf = null, calendar = null } = given
  if (typeof decision !== 'string') return wrong(given, 'decision', 'The case names no decision.')
  if (!isRecord(input)) return wrong(given, 'input', 'The facts of a case stand in a record in curly brackets.')
  if (asOf !== null && typeof asOf !== 'string') return wrong(given, 'asOf', `asOf must be a day as "YYYY-MM-DD"; it is ${JSON.stringify(asOf)}.`)
  if (knownAsOf !== null && typeof knownAsOf !== 'string') return wrong(given, 'knownAsOf', `knownAsOf must be a day as "YYYY-MM-DD"; it is ${JSON.stringify(knownAsOf)}.`)
  if (calendar !== null && typeof calendar !== 'string' && !isRecord(calendar)) return wrong(given, 'calendar', 'calendar must be the path of a JSON calendar.')
  const name = caseName(given)
  const question: Question = { ...(name === undefined ? {} : { case: name }), decision, input, asOf, knownAsOf }
  return { ok: true, question, calendar, expect: isRecord(given['expect']) ? given['expect'] : null }
}

/** An answer as it goes out on a line: always the keys of the contract, the others where they hold something. */
export function answerLine(answer: Determination, options: { readonly working?: boolean } = {}): string {
  const { status, value, clauses, needs, readings } = answer
  const line: Record<string, unknown> = { ...(answer.case === undefined ? {} : { case: answer.case }), decision: answer.decision, status, value, clauses, needs, readings }
  if (answer.accounts.length > 0) line['accounts'] = answer.accounts
  if (answer.warnings.length > 0) line['warnings'] = answer.warnings
  if (answer.law.length > 0) line['law'] = answer.law
  if (answer.leftToPeople.length > 0) line['leftToPeople'] = answer.leftToPeople
  if (options.working === true && answer.working.length > 0) line['working'] = answer.working
  if (answer.error !== undefined) line['error'] = answer.error
  return JSON.stringify(line)
}

/** An answer that says only what is wrong with its question. */
export function refusal(of: { readonly case?: string; readonly decision?: string }, input: string | null, message: string): Determination {
  return { ...(of.case === undefined ? {} : { case: of.case }), decision: of.decision ?? '', status: 'error', value: null, clauses: [], needs: [], readings: [], working: [], accounts: [], warnings: [], law: [], leftToPeople: [], error: { input, message } }
}

function wrong(given: Readonly<Record<string, unknown>>, input: string | null, message: string): CaseRead {
  const name = caseName(given)
  const decision = typeof given['decision'] === 'string' ? given['decision'] : ''
  return { ok: false, answer: refusal({ ...(name === undefined ? {} : { case: name }), decision }, input, message) }
}

function caseName(given: Readonly<Record<string, unknown>>): string | undefined {
  const name = given['case']
  return typeof name === 'string' || typeof name === 'number' ? String(name) : undefined
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
