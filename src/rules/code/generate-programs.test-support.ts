import type { Core, CoreRow, CoreType, FactSlot, Mention, Program, Step, StepBody } from '#rules/core/core.ts'
import { aDay, typeOfFact, whole, yesNo } from '#rules/core/core-types.ts'
import { both, call, compared, constantNumber, either, ifElse, isNumber, negative, nonZero, not, type NumberCore, product, same, sum, wholeQuotient } from '#rules/core/make-core.ts'
import { choice, fact, word } from './invented-programs.test-support.ts'

/** Programs by chance, of every operation: for the comparison of written code with the closures. The same numbers from `chance` make the same program. */

type Chance = () => number

interface Making {
  readonly chance: Chance
  readonly facts: readonly FactSlot[]
  readonly steps: Step[]
  /** Locals in reach, by number. */
  locals: { readonly at: number; readonly type: CoreType }[]
  next: number
}

const modes = ['half up', 'half down', 'half even', 'up', 'down', 'floor', 'ceiling'] as const
const letters = choice('a', 'b', 'c', 'd')
const lists: CoreType = { is: 'list', items: whole, orNull: false }

export function generateProgram(chance: Chance): Program {
  const facts = Array.from({ length: 2 + Math.floor(chance() * 4) }, (_, at) => generateFact(chance, at))
  const making: Making = { chance, facts, steps: [], locals: [], next: 0 }
  const count = 1 + Math.floor(chance() * 7)
  for (let at = 0; at < count; at++) making.steps.push(generateStep(making, at))
  const gives = Array.from({ length: 1 + Math.floor(chance() * 2) }, (_, at) => {
    const value = anything(making, 2)
    return { name: `answer_${at}`, value, type: value.type, mentions: mentionsIn([value]), as: 'integer' as const }
  })
  return { decision: 'by_chance', facts, parameters: [], steps: making.steps, gives, locals: making.next, warnings: [], law: [], kinds: [] }
}

function pick<T>(chance: Chance, from: readonly T[]): T {
  return from[Math.floor(chance() * from.length)] as T
}

function generateFact(chance: Chance, at: number): FactSlot {
  const type = pick(chance, [typeOfFact({ is: 'integer' }, 0, 40), typeOfFact({ is: 'integer' }), typeOfFact({ is: 'money' }), yesNo, letters, aDay, lists])
  const optional = chance() < 0.3
  return fact(`fact_${at}`, type, { optional, ...(type.is === 'boolean' && chance() < 0.3 ? { missingMeans: false } : {}) })
}

function generateStep(making: Making, at: number): Step {
  const { chance } = making
  const kind = pick(chance, ['number', 'boolean', 'choice', 'number or null'])
  const value = (depth: number): Core => (kind === 'boolean' ? truth(making, depth) : kind === 'choice' ? letter(making, depth) : kind === 'number' ? number(making, depth) : ifElse(truth(making, 1), { op: 'constant', value: null, type: { is: 'nothing', orNull: true } }, number(making, depth), { ...whole, orNull: true }))
  const body: StepBody = chance() < 0.5 ? { is: 'formula', value: value(3), text: '' } : generateTable(making, value)
  const exceptions = chance() < 0.25 ? [{ name: 'exception', clauses: ['9'], says: 'the exception', when: truth(making, 1), instead: value(1) }] : []
  const when = chance() < 0.25 ? { test: truth(making, 1), otherwise: value(0) } : null
  const parts = [...(when === null ? [] : [when.test, when.otherwise]), ...exceptions.flatMap((it) => [it.when, it.instead]), ...(body.is === 'formula' ? [body.value] : [...body.rows.flatMap((it) => [...it.tests, ...it.outputs]), ...(body.otherwise ?? [])])]
  const type: CoreType = kind === 'boolean' ? yesNo : kind === 'choice' ? letters : { is: 'number', per: 1, money: false, orNull: kind === 'number or null' }
  return { name: `step_${at}`, kind: body.is, clauses: [`${at}`], says: `step ${at}`, type, bodies: [body], readings: [], mentions: [mentionsIn(parts)], exceptions, when }
}

function generateTable(making: Making, value: (depth: number) => Core): StepBody {
  const { chance } = making
  const plain = chance() < 0.5
  const subject = number(making, 0)
  const rows: CoreRow[] = Array.from({ length: 1 + Math.floor(chance() * 6) }, (_, at) => ({
    tests: Array.from({ length: Math.floor(chance() * 3) + 1 }, () => (plain ? compared(pick(chance, ['<', '<=', '>', '>='] as const), subject, constantNumber(Math.floor(chance() * 40), 1)) : truth(making, 1))),
    outputs: [value(chance() < 0.6 ? 0 : 2)], clause: chance() < 0.5 ? `row ${at}` : null, says: `row ${at} fits`,
  }))
  return { is: 'table', rows, otherwise: chance() < 0.7 ? [value(0)] : null, outputs: [{ name: 'value', type: whole }] }
}

/** Facts and steps of a kind that the expression may read. */
function readable(making: Making, is: CoreType['is'], per = 1): Core[] {
  const fits = (type: CoreType): boolean => type.is === is && (type.is !== 'number' || type.per === per)
  const facts = making.facts.flatMap((slot, at): Core[] => (fits(slot.type) ? [{ op: slot.optional ? 'need' : 'fact', at, type: slot.type }] : []))
  const steps = making.steps.flatMap((step, at): Core[] => (fits(step.type) && !step.type.orNull ? [{ op: 'step', at, type: step.type }] : []))
  return [...facts, ...steps, ...steps, ...making.locals.flatMap((it): Core[] => (fits(it.type) ? [{ op: 'local', at: it.at, type: it.type }] : []))]
}

function number(making: Making, depth: number): NumberCore {
  const { chance } = making
  const leaves = readable(making, 'number')
  if (depth <= 0 || chance() < 0.2) return (chance() < 0.3 || leaves.length === 0 ? constantNumber(Math.floor(chance() * 50) - 10, 1) : pick(chance, leaves)) as NumberCore
  const of = (): NumberCore => number(making, depth - 1)
  switch (Math.floor(chance() * 10)) {
    case 0:
    case 1:
      return sum(pick(chance, ['add', 'subtract'] as const), of(), of(), false)
    case 2:
      return product(of(), of(), false)
    case 3:
      return wholeQuotient(of(), chance() < 0.7 ? constantNumber(Math.floor(chance() * 30) + 1, 1) : nonZero(of()), pick(chance, modes), 1, false)
    case 4:
      return negative(of())
    case 5:
      return call(pick(chance, ['min', 'max']), { is: 'number', per: 1, money: false, orNull: false }, [of(), of()]) as NumberCore
    case 6:
      return { op: 'modulo', left: of(), right: nonZero(of()), type: { is: 'number', per: 1, money: false, orNull: false } } as NumberCore
    case 7:
      return bound(making, whole, of(), () => number(making, depth - 1)) as NumberCore
    case 8:
      return call('sum', { is: 'number', per: 1, money: false, orNull: false }, [list(making, depth - 1)]) as NumberCore
    default:
      return ifElse(truth(making, depth - 1), of(), of(), { is: 'number', per: 1, money: false, orNull: false }) as NumberCore
  }
}

function bound(making: Making, type: CoreType, value: Core, body: () => Core): Core {
  const local = making.next++
  const before = making.locals
  making.locals = [...before, { at: local, type: { ...type, low: undefined, high: undefined } as unknown as CoreType }]
  const inside = body()
  making.locals = before
  return { op: 'let', local, value, body: inside, type: inside.type }
}

function truth(making: Making, depth: number): Core {
  const { chance } = making
  const of = (): Core => truth(making, depth - 1)
  const leaves = readable(making, 'boolean')
  if (depth <= 0 && leaves.length > 0 && chance() < 0.6) return pick(chance, leaves)
  if (depth <= 0) return compared(pick(chance, ['<', '<=', '>', '>='] as const), number(making, 0), constantNumber(Math.floor(chance() * 40), 1))
  switch (Math.floor(chance() * 9)) {
    case 0:
      return both(of(), of())
    case 1:
      return either(of(), of())
    case 2:
      return not(of())
    case 3:
      return same(letter(making, depth - 1), word(letters, pick(chance, ['a', 'b', 'c', 'd'])))
    case 4:
      return same(number(making, depth - 1), number(making, depth - 1))
    case 5:
      return optional(making) ?? of()
    case 6:
      return quantified(making, depth)
    default:
      return compared(pick(chance, ['<', '<=', '>', '>='] as const), number(making, depth - 1), number(making, depth - 1))
  }
}

/** Whether something is known, or null. */
function optional(making: Making): Core | null {
  const at = making.facts.findIndex((slot) => slot.optional)
  const nulls = making.steps.flatMap((step, k): Core[] => (step.type.orNull ? [{ op: 'step', at: k, type: step.type }] : []))
  if (nulls.length > 0 && making.chance() < 0.5) return same(pick(making.chance, nulls), { op: 'constant', value: null, type: { is: 'nothing', orNull: true } })
  if (at < 0) return null
  const type = making.facts[at]?.type ?? whole
  return making.chance() < 0.5 ? { op: 'known', at, type: yesNo } : same({ op: 'fact', at, type: { ...type, orNull: true } }, { op: 'constant', value: null, type: { is: 'nothing', orNull: true } })
}

function quantified(making: Making, depth: number): Core {
  const local = making.next++
  const of = list(making, depth - 1)
  const before = making.locals
  making.locals = [...before, { at: local, type: whole }]
  const body = truth(making, depth - 1)
  making.locals = before
  return { op: pick(making.chance, ['some', 'every'] as const), list: of, local, body, type: yesNo }
}

function letter(making: Making, depth: number): Core {
  const leaves = readable(making, 'choice')
  if (depth > 0 && making.chance() < 0.4) return ifElse(truth(making, depth - 1), letter(making, depth - 1), letter(making, depth - 1), letters)
  return leaves.length === 0 || making.chance() < 0.4 ? word(letters, pick(making.chance, ['a', 'b', 'c', 'd'])) : pick(making.chance, leaves)
}

function list(making: Making, depth: number): Core {
  const { chance } = making
  const leaves = readable(making, 'list')
  if (depth <= 0 || chance() < 0.4) return leaves.length > 0 && chance() < 0.7 ? pick(chance, leaves) : { op: 'list', items: Array.from({ length: Math.floor(chance() * 3) }, () => number(making, 0)), type: lists }
  const from = list(making, depth - 1)
  const [local, other] = [making.next++, making.next++]
  const before = making.locals
  const kind = pick(chance, ['each', 'filter', 'sort'] as const)
  making.locals = [...before, { at: local, type: whole }, ...(kind === 'sort' ? [{ at: other, type: whole }] : [])]
  const body = kind === 'each' ? number(making, depth - 1) : truth(making, depth - 1)
  making.locals = before
  return kind === 'sort' ? { op: 'sort', list: from, first: local, second: other, before: body, type: lists } : { op: kind, list: from, local, body, type: lists }
}

function anything(making: Making, depth: number): Core {
  const { chance } = making
  const last = making.steps.length - 1
  const step = making.steps[Math.max(0, last - Math.floor(chance() * 2))] as Step
  if (chance() < 0.7) return { op: 'step', at: making.steps.indexOf(step), type: step.type }
  const made = pick(chance, [number, truth, letter, list])(making, depth)
  return isNumber(made) ? ({ ...made, type: { is: 'number', per: 1, money: false, orNull: false } } as Core) : made
}

/** What the parts read, in the order of first mention. */
export function mentionsIn(parts: readonly Core[]): Mention[] {
  const found = new Map<string, Mention>()
  const look = (part: unknown): void => {
    if (Array.isArray(part)) for (const it of part) look(it)
    else if (typeof part === 'object' && part !== null) {
      const { op, at } = part as { op?: Core['op']; at?: number }
      if (at !== undefined && (op === 'fact' || op === 'need' || op === 'known')) found.set(`fact ${at}`, { is: 'fact', at })
      if (at !== undefined && (op === 'step' || op === 'column')) found.set(`step ${at}`, { is: 'step', at })
      for (const it of Object.values(part)) look(it)
    }
  }
  look(parts)
  return [...found.values()]
}
