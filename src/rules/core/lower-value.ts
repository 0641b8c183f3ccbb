import { parseCivilDay } from '#plain/civil-day.ts'
import type { Core, CoreType, Mention, Step, StepBody } from '#rules/core/core.ts'
import { typeInWords, typeOfBoth } from '#rules/core/core-types.ts'
import { storedConstant } from '#rules/core/constant-for.ts'
import { converted } from '#rules/core/convert.ts'
import { leave } from '#rules/core/leaving.ts'
import { inlineValue } from '#rules/core/lower-inline.ts'
import { draftCores, finishedBody, lowerBody } from '#rules/core/lower-body.ts'
import { type Frame, type Lowering, mention, Refusal, refuse, type Scope } from '#rules/core/lowering.ts'
import { sayingStep } from '#rules/core/saying.ts'
import { never, sureWhen, surer } from '#rules/core/nulls.ts'
import type { Value } from '#rules/rule-book.ts'
import { frameInWords } from '#rules/words/frame-in-words.ts'

/** A named value: becomes a step the first time that something asks for it; a figure stays a constant. */

export function lowerValue(lowering: Lowering, value: Value, frame: Frame): Core {
  const state = frame.steps.get(value.name)
  if (state === 'broken') throw new Refusal(null)
  if (state === 'underway') return refuse(lowering, 'rules/goes-round', `The value ${value.name} is worked out from itself.`, 'Break the circle.')
  if (state !== undefined) return readOf(lowering, value, state)
  frame.steps.set(value.name, 'underway')
  const { place, mentions } = lowering
  lowering.place = value.at
  lowering.mentions = []
  try {
    const made = value.kind === 'figure' ? figureOf(lowering, value, frame) : null
    const finished = made ?? (frame.inline ? inlined(lowering, value, frame) : stepOf(lowering, value, frame))
    frame.steps.set(value.name, finished)
    lowering.mentions = mentions
    return readOf(lowering, value, finished)
  } catch (thrown) {
    frame.steps.set(value.name, 'broken')
    throw thrown
  } finally {
    lowering.place = place
    lowering.mentions = mentions
  }
}

type Finished = Extract<ReturnType<Frame['steps']['get']>, { readonly is: string }>

function readOf(lowering: Lowering, value: Value, state: Finished): Core {
  if (state.is === 'figure') {
    mention(lowering, { is: 'figure', name: value.name, value: leave(state.core.type, storedConstant(state.core)) })
    return state.core
  }
  if (state.is === 'inline') {
    for (const it of state.mentions) mention(lowering, it)
    return state.core
  }
  mention(lowering, { is: 'step', at: state.at })
  return { op: 'step', at: state.at, type: state.type }
}

function inlined(lowering: Lowering, value: Value, frame: Frame): Finished {
  return { is: 'inline', core: inlineValue(lowering, value, frame), mentions: lowering.mentions }
}

function figureOf(lowering: Lowering, value: Value, frame: Frame): Finished | null {
  if (value.body.is !== 'formula') return null
  const core = lowering.lower(value.body.value, scopeOf(frame), frame.expected.get(value.name) ?? null)
  return storedConstant(core) === undefined ? null : { is: 'figure', core }
}

export function scopeOf(frame: Frame): Scope {
  return { frame, locals: new Map(), sure: new Set() }
}

// The order is the order of first mention: `when`, exceptions, body.
function stepOf(lowering: Lowering, value: Value, frame: Frame): Finished {
  const expected = frame.expected.get(value.name) ?? null
  let scope = scopeOf(frame)
  const when = value.when === null ? null : { test: condition(lowering, value.when.test, scope), otherwise: lowering.lower(value.when.otherwise, scope, expected) }
  if (when !== null) scope = surer(scope, sureWhen(when.test, true))
  const exceptions = value.exceptions.map((it) => {
    const holds = condition(lowering, it.when, scope)
    const instead = lowering.lower(it.instead, surer(scope, sureWhen(holds, true)), expected)
    scope = surer(scope, sureWhen(holds, false))
    return { name: it.name, clauses: it.clauses, says: it.name.replaceAll('_', ' '), when: holds, instead }
  })
  const shared = lowering.mentions
  const mentions: Mention[][] = []
  const bodies = bodiesOf(value, frame).map((body) => {
    lowering.mentions = [...shared]
    const draft = lowerBody(lowering, value, body, scope, expected)
    mentions.push(lowering.mentions)
    return draft
  })
  const type = typeOfAll(lowering, value, [...bodies.flatMap((body) => draftCores(body)), ...exceptions.map((it) => it.instead), ...(when === null ? [] : [when.otherwise])], expected)
  const finished = bodies.map((body) => finishedBody(lowering, body, type))
  const at = pushStep(lowering, value, frame, {
    type,
    bodies: finished,
    mentions,
    when: when === null ? null : { test: when.test, otherwise: converted(lowering, when.otherwise, type) },
    exceptions: exceptions.map((it) => ({ ...it, instead: converted(lowering, it.instead, type) })),
  })
  return { is: 'step', at, type }
}

function condition(lowering: Lowering, it: Value['exceptions'][number]['when'], scope: Scope): Core {
  const core = never(lowering, lowering.lower(it, scope), scope, it)
  return core.type.is === 'boolean' ? core : refuse(lowering, 'rules/not-yes-no', `A condition is ${typeInWords(core.type)}.`, 'Compare it with something.')
}

// A ruling without a day leaves one reading; the plain one stands first.
function bodiesOf(value: Value, frame: Frame): readonly Value['body'][] {
  return frame.plainOnly ? [plainest(value)] : readingsOf(value).map((reading) => reading.body).concat(value.readings.length === 0 ? [value.body] : [])
}

function plainest(value: Value): Value['body'] {
  return readingsOf(value)[0]?.body ?? value.body
}

function readingsOf(value: Value): Value['readings'] {
  const { ruling } = value
  const settled = ruling !== null && ruling.on === null ? value.readings.filter((reading) => reading.id === ruling.reading) : []
  if (settled.length > 0) return settled
  return [...value.readings.filter((reading) => reading.plain), ...value.readings.filter((reading) => !reading.plain)]
}

function typeOfAll(lowering: Lowering, value: Value, cores: readonly Core[], expected: CoreType | null): CoreType {
  let type: CoreType = { is: 'nothing', orNull: false }
  for (const core of cores) {
    const wider = typeOfBoth(type, core.type)
    if (wider === null) return refuse(lowering, 'rules/types-differ', `The value ${value.name} is ${typeInWords(type)} in one place and ${typeInWords(core.type)} in another.`, 'Give it one type throughout.')
    type = wider
  }
  if (expected?.is === 'choice' && type.is === 'choice') return { ...expected, orNull: type.orNull }
  return type
}

type StepParts = Pick<Step, 'type' | 'mentions' | 'when' | 'exceptions'> & { readonly bodies: readonly StepBody[] }

function pushStep(lowering: Lowering, value: Value, frame: Frame, parts: StepParts): number {
  const readings = frame.plainOnly ? [] : readingsOf(value)
  const ruled = readings.findIndex((reading) => reading.id === value.ruling?.reading)
  const ruling = value.ruling === null || ruled < 0 || frame.plainOnly ? {} : { ruling: { reading: ruled, by: value.ruling.by, on: value.ruling.on === null ? null : parseCivilDay(value.ruling.on) } }
  const step = {
    name: nameIn(frame, value.name),
    kind: value.kind,
    clauses: value.clauses,
    readings: readings.map(({ id, says, plain }) => ({ id, says, plain })),
    ...ruling,
    ...parts,
  }
  lowering.steps.push(sayingStep(step, () => frameInWords(value)))
  return lowering.steps.length - 1
}

function nameIn(frame: Frame, name: string): string {
  if (frame.prefix === '') return name
  return name === frame.block ? frame.prefix : `${frame.prefix}.${name}`
}
