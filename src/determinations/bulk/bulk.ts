import { wordsOnForce } from '#determinations/beside-the-answer.ts'
import { decide, type Question } from '#determinations/decide.ts'
import type { Determination } from '#determinations/determination.ts'
import type { LoadedPack } from '#determinations/loaded-pack.ts'
import { runReadings } from '#determinations/run-readings.ts'
import { parseCivilDay } from '#plain/civil-day.ts'
import { compile, type Bound } from '#rules/code/compile.ts'
import type { CoreType, Program } from '#rules/core/core.ts'

/** One question about many people, from records in memory to answers in memory. Bigger tables go by CSV (`open-bulk-table.ts`) and never stand in memory whole. */

export interface BulkAnswer {
  readonly status: Determination['status']
  /** By answer; null unless determined or contested. */
  readonly value: Determination['value']
  /** The whole determination, where one was made because the answer is not plain: something is missing, contested, warned of or wrong. `decide` gives it for any row. */
  readonly determination: Determination | null
}

/** The answers of one decision to many records of facts, in their order. Everything of the question but its facts is the same for all. */
export function bulk(pack: LoadedPack, question: Omit<Question, 'input' | 'case'>, inputs: Iterable<Question['input']>): BulkAnswer[] {
  const fast = plainRun(pack, question)
  return Array.from(inputs, (input) => fast?.(input) ?? whole(decide(pack, { ...question, input })))
}

function whole(determination: Determination): BulkAnswer {
  return { status: determination.status, value: determination.value, determination }
}

type PlainRun = (input: Question['input']) => BulkAnswer | null

/** Answers that are plain by written code; null for what is to be decided one by one, and as a whole where nothing of the decision is plain. */
function plainRun(pack: LoadedPack, question: Omit<Question, 'input' | 'case'>): PlainRun | null {
  const loaded = pack.decisions.get(question.decision)
  const asOf = question.asOf === null || question.asOf === undefined ? null : parseCivilDay(question.asOf)
  const odd = (question.asOf ?? null) !== null && asOf === null
  if (loaded === undefined || loaded.program === null || odd || (question.calendar ?? null) !== null || wordsOnForce(loaded.decision, asOf) !== null) return null
  const { program } = loaded
  const around = { asOf, calendars: pack.calendars, ...(question.parameters === undefined ? {} : { parameters: question.parameters }) }
  if (!isPlain(program) || runReadings(program, program.facts.map(() => undefined), around, null).others.length > 0) return null
  const answer = answerOf(program, around)
  const names = program.gives.map((give) => give.name)
  const facts = new Set(loaded.decision.facts.map((it) => it.name))
  return answer === null ? null : (input) => {
    for (const name in input) if (!facts.has(name)) return null
    const out: unknown[] = []
    if (answer(input, out) === -1) return null
    return { status: 'determined', value: Object.fromEntries(names.map((name, at) => [name, out[at]])), determination: null }
  }
}

/** No warning that holds of some only, and answers of one value each. */
function isPlain(program: Program): boolean {
  return program.warnings.every((it) => it.when === null) && program.gives.every((give) => isOneValue(give.type))
}

function isOneValue(type: CoreType): boolean {
  return type.is !== 'list' && type.is !== 'record' && type.is !== 'quotient'
}

/** Null where no code may be made while running. */
function answerOf(program: Program, around: Parameters<ReturnType<typeof compile>['bind']>[0]): Bound['answer'] | null {
  try {
    return compile(program).bind(around).answer
  } catch (error) {
    if (error instanceof EvalError) return null
    throw error
  }
}
