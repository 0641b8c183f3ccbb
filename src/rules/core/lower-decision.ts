import type { Problem } from '#plain/problem.ts'
import type { Core, CoreType, FactSlot, GiveSlot, Mention, Program } from '#rules/core/core.ts'
import { typeInWords, typeOfBoth, typeOfFact } from '#rules/core/core-types.ts'
import { constantFor } from '#rules/core/constant-for.ts'
import { converted } from '#rules/core/convert.ts'
import { expectedOf, giveCore } from '#rules/core/lower-blocks.ts'
import { lowerExpression } from '#rules/core/lower-expression.ts'
import { orNullOf } from '#rules/core/lower-names.ts'
import { lowerValue } from '#rules/core/lower-value.ts'
import { attempt, type FactBinding, type Frame, type Lowering, refuse, type Scope } from '#rules/core/lowering.ts'
import { never, sureIn } from '#rules/core/nulls.ts'
import { type Book, prepareBook } from '#rules/core/prepare-book.ts'
import type { Decision, Definition, Give, RuleBook } from '#rules/rule-book.ts'

/** A decision made ready to run: names resolved, types and nulls checked, numbers on whole scales. */

export interface Lowered {
  /** Null where something is wrong. */
  readonly program: Program | null
  readonly problems: readonly Problem[]
}

export function lowerDecision(book: RuleBook | Book, decision: Decision): Lowered {
  const lowering = newLowering('rules' in book ? book : prepareBook(book), decision)
  const frame = ownFrame(lowering, decision, new Map(decision.gives.map((give) => [give.name, give.is])))
  const gives = decision.gives.map((give) => attempt(lowering, () => giveSlot(lowering, give, frame)))
  const warnings = decision.warnings.map((it) => attempt(lowering, () => ({ ...it, when: it.when === null ? null : condition(lowering, it.when, frame) })))
  const law = decision.law.map((it) => attempt(lowering, () => ({ ...it, gives: it.gives.map((one) => ({ name: one.name, value: lowering.lower(one.value, scopeOf(frame), expectedAnswer(decision, one.name)) })), lawWhen: condition(lowering, it.lawWhen, frame) })))
  const steps = lowering.steps.length
  lowerTheRest(lowering, decision, frame)
  if (lowering.facts.length > 60) lowering.problems.push({ code: 'rules/too-many-facts', what: `The decision asks for ${lowering.facts.length} facts; 60 are the most.`, next: 'Split it into two decisions.', where: decision.at })
  if (lowering.problems.length > 0) return { program: null, problems: lowering.problems }
  const program: Program = {
    decision: decision.name,
    facts: lowering.facts,
    parameters: lowering.parameters,
    steps: lowering.steps.slice(0, steps),
    gives: gives.filter((it) => it !== null),
    locals: lowering.locals,
    warnings: warnings.filter((it) => it !== null),
    law: law.filter((it) => it !== null),
    kinds: [...lowering.kinds],
  }
  return { program, problems: [] }
}

/** What is wrong in a definition by itself, whoever uses it. */
export function checkDefinition(book: RuleBook | Book, definition: Definition): readonly Problem[] {
  const lowering = newLowering('rules' in book ? book : prepareBook(book), definition)
  lowerTheRest(lowering, definition, ownFrame(lowering, definition, new Map()))
  return lowering.problems
}

function newLowering(book: Book, block: Decision | Definition): Lowering {
  const lowering: Lowering = {
    book,
    facts: [],
    parameters: [],
    steps: [],
    kinds: new Set(),
    problems: [],
    frames: new Map(),
    underway: [block.name],
    locals: 0,
    place: block.at,
    mentions: [],
    lower: (it, scope, expected = null) => sureIn(lowerExpression(lowering, it, scope, expected), scope),
    orNull: (it, scope) => orNullOf(lowering, it, scope),
  }
  lowering.facts.push(...block.facts.map((fact) => attempt(lowering, () => factSlot(lowering, fact)) ?? { name: fact.name, type: typeOfFact(fact.type), optional: fact.optional, missingMeans: undefined, judgedBy: null }))
  return lowering
}

function factSlot(lowering: Lowering, fact: Decision['facts'][number]): FactSlot {
  lowering.place = fact.at
  const type = typeOfFact(fact.type, fact.min, fact.max)
  return { name: fact.name, type, optional: fact.optional, missingMeans: fact.missingMeans === null ? undefined : constantFor(lowering, fact.missingMeans, type, `What leaving out ${fact.name} means`), judgedBy: fact.judgedBy }
}

function ownFrame(lowering: Lowering, block: Decision | Definition, further: Frame['further']): Frame {
  const facts = new Map<string, FactBinding>(lowering.facts.map((slot, at) => [slot.name, { is: 'fact', at, type: slot.type, optional: slot.optional }]))
  return { prefix: '', block: block.name, facts, values: new Map(block.values.map((value) => [value.name, value])), steps: new Map(), further, expected: expectedOf(block), inline: false, plainOnly: false }
}

function scopeOf(frame: Frame): Scope {
  return { frame, locals: new Map(), sure: new Set() }
}

// Values that no answer asks for are checked too.
function lowerTheRest(lowering: Lowering, block: Decision | Definition, frame: Frame): void {
  for (const value of block.values) attempt(lowering, () => lowerValue(lowering, value, frame))
}

function condition(lowering: Lowering, it: Give['is'], frame: Frame): Core {
  const core = never(lowering, lowering.lower(it, scopeOf(frame)), scopeOf(frame), it)
  return core.type.is === 'boolean' ? core : refuse(lowering, 'rules/not-yes-no', `A condition is ${typeInWords(core.type)}.`, 'Compare it with something.')
}

function expectedAnswer(decision: Decision, name: string): CoreType | null {
  const give = decision.gives.find((it) => it.name === name)
  return give === undefined ? null : typeOfFact(give.type)
}

function giveSlot(lowering: Lowering, give: Give, frame: Frame): GiveSlot {
  lowering.place = give.at
  const mentions: Mention[] = []
  lowering.mentions = mentions
  const core = giveCore(lowering, give, frame)
  const declared = typeOfFact(give.type)
  const both = typeOfBoth(core.type, declared)
  if (both === null || both.is !== declared.is) {
    if (both?.is !== 'quotient') return refuse(lowering, 'rules/wrong-type', `The answer ${give.name} is declared as ${typeInWords(declared)} and is ${typeInWords(core.type)}.`, 'Correct the one or the other.')
  }
  const value = storedAs(lowering, give, core, declared)
  return { name: give.name, value, type: value.type, mentions, as: give.type.is }
}

function storedAs(lowering: Lowering, give: Give, core: Core, declared: CoreType): Core {
  if (declared.is !== 'number') return core
  const scale = core.type.is === 'number' ? core.type.per : core.type.is === 'nothing' ? 1 : Number.NaN
  if (give.type.is === 'money') {
    if (100 % scale !== 0) return refuse(lowering, 'rules/not-rounded', `The answer ${give.name} is money and may have parts of a cent.`, 'Round it where the clause rounds: `round half up(x, 2)`.')
    return converted(lowering, core, { is: 'number', per: 100, money: true, orNull: core.type.orNull })
  }
  if (give.type.is === 'integer' && scale !== 1) return refuse(lowering, 'rules/not-whole', `The answer ${give.name} is an integer and may have decimals.`, 'Round it where the clause rounds, or declare it as a decimal.')
  return core
}
