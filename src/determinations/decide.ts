import type { CalendarSet } from '#calendar/calendar.ts'
import { standInFor } from '#calendar/read-case-calendar.ts'
import { parseCivilDay } from '#plain/civil-day.ts'
import { besideTheAnswer, leftToPeople, wordsOnForce } from '#determinations/beside-the-answer.ts'
import { countedDays } from '#determinations/day-accounts.ts'
import type { Determination, Need } from '#determinations/determination.ts'
import { factsIn } from '#determinations/facts-in.ts'
import type { LoadedDecision, LoadedPack } from '#determinations/loaded-pack.ts'
import { nearestWord } from '#rules/read/nearest-word.ts'
import { hasNoAnswer } from '#determinations/reading-in-trouble.ts'
import { needOfFact } from '#determinations/question-of-fact.ts'
import { hasPlainReading, runReadings, runTogether, type OtherRun, type ReadingsRun } from '#determinations/run-readings.ts'
import { runnerOf } from '#determinations/runner.ts'
import { settleReadings } from '#determinations/settle-readings.ts'
import { troubleInWords } from '#determinations/trouble-in-words.ts'
import type { Program } from '#rules/core/core.ts'
import type { FactValues, Ran, Surroundings, WorkingLine } from '#rules/core/running.ts'

/** A question as it is put: a decision by name, facts by name, and when and by which calendar it is asked. */
export interface Question {
  readonly case?: string
  readonly decision: string
  readonly input: Readonly<Record<string, unknown>>
  /** ISO day on which the question is asked. */
  readonly asOf?: string | null
  /** Stands in for the agreement's own calendar, kind by kind. */
  readonly calendar?: CalendarSet | null
  /** ISO day: rulings recorded after it are not known yet. */
  readonly knownAsOf?: string | null
  /** Other values for parameters by name, as stored: what a proposal would change. */
  readonly parameters?: ReadonlyMap<string, unknown>
}

/** Everything that a run of a question stands on: what explaining, receipts and the interview work from. */
export interface Prepared {
  readonly decision: LoadedDecision['decision']
  readonly program: Program
  readonly facts: FactValues
  readonly around: Surroundings
  readonly knownAsOf: number | null
}

/**
 * Answers a question from a pack. Pure: the same pack, facts, day and calendar give the same answer anywhere, any time.
 * A bad question is answered too, with status `error` and the input that is wrong.
 */
export function decide(pack: LoadedPack, question: Question): Determination {
  const prepared = prepareQuestion(pack, question)
  if ('error' in prepared) return failed(question, prepared.clauses, prepared.error)
  return answer(pack, question, prepared)
}

/** Checks a question against the pack and stores its facts; or says which input is wrong. */
export function prepareQuestion(pack: LoadedPack, question: Question): Prepared | { readonly error: Fault; readonly clauses: readonly string[] } {
  // Programs without types ask too.
  if (typeof question.decision !== 'string') return { error: { input: 'decision', message: 'The question names no decision.' }, clauses: [] }
  const loaded = pack.decisions.get(question.decision)
  if (loaded === undefined) return { error: unknownDecision(pack, question.decision), clauses: [] }
  const { decision, program } = loaded
  const clauses = decision.clauses
  if (program === null) return { error: { input: 'decision', message: `The rule of ${decision.name} has an error (${decision.at.file}, line ${decision.at.line}) and cannot be run until it is mended.` }, clauses }
  const asOf = dayIn('asOf', question.asOf)
  if (asOf !== null && typeof asOf === 'object') return { error: asOf, clauses }
  const knownAsOf = dayIn('knownAsOf', question.knownAsOf)
  if (knownAsOf !== null && typeof knownAsOf === 'object') return { error: knownAsOf, clauses }
  if (typeof question.input !== 'object' || question.input === null || Array.isArray(question.input)) return { error: { input: 'input', message: 'The facts stand in a record, {"class": "D", "step": 10}.' }, clauses }
  const facts = factsIn(decision.facts, program.facts, question.input)
  if (!facts.ok) return { error: facts.error, clauses }
  const given = question.calendar ?? null
  const calendars = given === null ? pack.calendars : standInFor(pack.calendars, given)
  return { decision, program, facts: facts.facts, around: { asOf, calendars, ...(question.parameters === undefined ? {} : { parameters: question.parameters }) }, knownAsOf }
}

type Fault = NonNullable<Determination['error']>

function unknownDecision(pack: LoadedPack, name: string): Fault {
  const known = strangers.get(pack) ?? new Map<string, Fault>()
  strangers.set(pack, known)
  const there = known.get(name)
  if (there !== undefined) return there
  const near = name.length < 3 ? null : nearestWord(name, pack.decisions.keys())
  const fault = { input: 'decision', message: `${pack.pack.name} has no decision named ${name}.${near === null ? '' : ` Did you mean ${near}?`}` }
  if (known.size < mostStrangers) known.set(name, fault)
  return fault
}

/** A file of cases may ask for the same missing decision a million times; its nearest name is looked for once. */
const strangers = new WeakMap<LoadedPack, Map<string, Fault>>()
const mostStrangers = 1000

function dayIn(input: string, text: string | null | undefined): number | null | Fault {
  if (text === null || text === undefined) return null
  const day = typeof text === 'string' ? parseCivilDay(text) : null
  return day ?? { input, message: `${input} must be a day as "YYYY-MM-DD"; it is ${JSON.stringify(text)}.` }
}

function answer(pack: LoadedPack, question: Question, prepared: Prepared): Determination {
  const { decision, program, around } = prepared
  const outOfForce = wordsOnForce(decision, around.asOf)
  if (outOfForce !== null) return notCovered(question, decision.clauses, decision.at.clause, outOfForce)
  const run = runReadings(program, prepared.facts, around, prepared.knownAsOf)
  const needed = whatKeepsItOpen(run, program)
  if (needed !== null) return unanswered(question, pack, prepared, needed)
  const settled = settleReadings(program, run, around.asOf, pack.rules.schoolYear)
  const working = run.ran.status === 'answered' ? runnerOf(program, run.plain).working(prepared.facts, around) : []
  const beside = besideTheAnswer(pack, prepared, run.plain)
  return {
    ...head(question),
    status: settled.status,
    value: settled.value,
    clauses: citedClauses(decision.clauses, working),
    needs: [],
    readings: settled.readings,
    working,
    accounts: countedDays(prepared, run.plain, working),
    warnings: [...beside.warnings, ...settled.warnings, ...(settled.status === 'determined' ? wordsOnTogether(run, prepared) : [])],
    law: beside.law,
    leftToPeople: leftToPeople(pack, decision, working),
  }
}

/** Each other reading alone leads to the same answer; several at once may not. */
function wordsOnTogether(run: ReadingsRun, { decision, program, facts, around }: Prepared): Determination['warnings'] {
  const plain = run.ran.status === 'answered' ? JSON.stringify(run.ran.value) : ''
  const differs = runTogether(program, run, facts, around).some((ran) => ran.status !== 'needs' && (ran.status !== 'answered' || JSON.stringify(ran.value) !== plain))
  return differs ? [{ clause: decision.at.clause, says: 'By several of the other readings together the answer is another.' }] : []
}

/** A run that leaves the question open, and the other reading whose run it is; null for the plain one. */
interface Open {
  readonly ran: Ran
  readonly other: OtherRun | null
}

/**
 * What leaves the question open, or null where there is an answer: the plain run; where no reading is plain any of them; another reading that turns on a fact which every such question must give
 * (until it is known nobody can say whether the readings differ), and one whose answer cannot be worked out.
 */
function whatKeepsItOpen(run: ReadingsRun, program: Program): Open | null {
  const plain = { ran: run.ran, other: null }
  if (run.ran.status === 'needs' || run.ran.status === 'trouble') return plain
  const other = run.others.find((it) => keepsOpen(it, program))
  if (run.ran.status === 'not covered' && other?.ran.status !== 'trouble' && !run.others.some((it) => it.ran.status === 'answered')) return plain
  return other === undefined ? null : { ran: other.ran, other }
}

function keepsOpen({ step, ran }: OtherRun, program: Program): boolean {
  if (ran.status === 'needs') return !hasPlainReading(step) || ran.facts.some((at) => program.facts[at]?.optional === false)
  return ran.status === 'trouble' && !hasNoAnswer(ran.trouble)
}

function unanswered(question: Question, pack: LoadedPack, prepared: Prepared, { ran, other }: Open): Determination {
  const { decision, around } = prepared
  if (ran.status === 'not covered') return notCovered(question, decision.clauses, decision.at.clause, ran.why)
  if (ran.status === 'needs') return asking(question, prepared, needsInOrder(prepared, ran))
  if (ran.status === 'answered') throw new Error(`${decision.name} was answered and yet left open`)
  const said = troubleInWords(ran.trouble, around.asOf, pack.rules.schoolYear)
  if ('needs' in said) return asking(question, prepared, [said.needs])
  const { input, message } = said.error
  const reading = other === null ? '' : `By another reading (${other.step.readings[other.reading]?.says ?? ''}) it cannot be worked out: `
  return failed(question, decision.clauses, { input: input ?? factQuoted(message, question), message: `${reading}${message}` })
}

/** The fact whose text a trouble quotes ("2010" is no school year), so that the error names it. */
function factQuoted(message: string, question: Question): string | null {
  return Object.keys(question.input).find((name) => typeof question.input[name] === 'string' && message.includes(JSON.stringify(question.input[name]))) ?? null
}

function needsInOrder({ decision, program }: Prepared, ran: Extract<Ran, { status: 'needs' }>): readonly Need[] {
  const needs = ran.facts.map((at): Need => {
    const slot = program.facts[at]
    const fact = decision.facts.find((it) => it.name === slot?.name)
    return fact === undefined ? { input: slot?.name ?? String(at), why: `${decision.at.clause} turns on it.` } : needOfFact(fact, slot?.judgedBy ?? null)
  })
  const day: Need = { input: 'asOf', why: 'What the agreement gives has changed in time: on which day is the question asked?' }
  return ran.asOf ? [...needs, day] : needs
}

/** What is missing first decides whether a person is asked for a fact or for a judgment. */
function asking(question: Question, { decision }: Prepared, needs: readonly Need[]): Determination {
  const status = needs[0]?.judgedBy === undefined ? 'needs_input' : 'needs_judgment'
  return { ...head(question), ...nothing, status, clauses: decision.clauses, needs, leftToPeople: decision.leftToPeople }
}

function notCovered(question: Question, clauses: readonly string[], clause: string, says: string): Determination {
  return { ...head(question), ...nothing, status: 'not_covered', clauses, warnings: [{ clause, says }] }
}

function failed(question: Question, clauses: readonly string[], error: Fault): Determination {
  return { ...head(question), ...nothing, status: 'error', clauses, error }
}

const nothing = { value: null, needs: [], readings: [], working: [], accounts: [], warnings: [], law: [], leftToPeople: [] } as const

function head(question: Question): { readonly case?: string; readonly decision: string } {
  return question.case === undefined ? { decision: question.decision } : { case: question.case, decision: question.decision }
}

/** The decision's own clauses, then those of the steps that led to the answer. */
function citedClauses(own: readonly string[], working: readonly WorkingLine[]): readonly string[] {
  const cited = new Set(own)
  const visit = (line: WorkingLine): void => {
    if (line.clause !== '') cited.add(line.clause)
    line.from.forEach(visit)
  }
  working.forEach(visit)
  return [...cited]
}
