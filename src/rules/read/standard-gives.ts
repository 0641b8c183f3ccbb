import type { Expression } from '#rules/feel/expression.ts'
import type { Sheet } from '#rules/read/block-sheet.ts'
import { binary, name as named, field } from '#rules/read/make-expression.ts'
import { readType } from '#rules/read/read-types.ts'
import type { Fact, FactType, Give, Value } from '#rules/rule-book.ts'

/** The answers that a block of a kind gives by itself: of a vote `carried`, `quorum_met`, `needed`, and so on. */
export function standardGives(sheet: Sheet, kind: string, name: string, values: readonly Value[], facts: readonly Fact[]): Give[] {
  // A value that could not be read was told already.
  if (!values.some((value) => value.name === name)) return []
  const give = (key: string, type: FactType, is: Expression, nullWithout: readonly string[] = []): Give => ({ name: key, type, is, nullWithout, unit: null, note: null, at: sheet.at() })
  const own = (key: string, type: FactType): Give => give(key, type, values.some((value) => value.name === `${name}_${key}`) ? named(`${name}_${key}`) : field(named(name), key))
  const figure = sheet.has('type') ? (readType(sheet, `The ${kind} "${name}"`) ?? integer) : null
  switch (kind) {
    case 'deadline': return dayGives(name, facts, give)
    case 'limit': return [own('counted', figure ?? integer), own('limit', figure ?? integer), own('over', figure ?? integer), own('within', boolean)]
    case 'entitlement': return ['granted', 'left', 'next_opening'].map((key) => own(key, figure ?? decimal))
    case 'vote': return [own('carried', boolean), own('quorum_met', boolean), own('needed', integer)]
    case 'committee': return [own('total', integer), own('quorum', boolean), ...seatsOf(sheet).map((seat) => own(seat, integer))]
    case 'choose': return chosenGives(sheet, facts, own)
    default: return tableGives(sheet, name, values, figure, give)
  }
}

const integer: FactType = { is: 'integer' }
const boolean: FactType = { is: 'boolean' }
const decimal: FactType = { is: 'decimal', decimals: 4 }
const words: FactType = { is: 'text' }

/** The last day and, where it is known when the thing was done, whether that was in time. */
export function dayGives(name: string, facts: readonly Fact[], give: (key: string, type: FactType, is: Expression, nullWithout?: readonly string[]) => Give): Give[] {
  const done = facts.find((fact) => fact.name === 'done_on')
  const due = give('due_by', { is: 'date' }, named(name))
  return done === undefined ? [due] : [due, give('timely', boolean, binary(named('done_on'), '<=', named(name)), done.optional ? ['done_on'] : [])]
}

function seatsOf(sheet: Sheet): string[] {
  return sheet.sheet('seats')?.map.entries.map(({ key }) => key) ?? []
}

function chosenGives(sheet: Sheet, facts: readonly Fact[], own: (key: string, type: FactType) => Give): Give[] {
  const from = facts.find((fact) => fact.name === sheet.words('from'))
  if (from?.type.is !== 'list') {
    sheet.tell('rules/missing-key', 'It cannot be told what is chosen from.', 'Let "from" be a fact that is a list, or add "gives:".')
    return []
  }
  const { items } = from.type
  const passed: FactType = { is: 'list', items: { is: 'record', fields: [{ name: 'item', type: items, optional: false }, { name: 'why', type: words, optional: false }] } }
  return [own('chosen', { is: 'list', items }), own('first', items), own('passed_over', passed), own('tied', { is: 'list', items })]
}

function tableGives(sheet: Sheet, name: string, values: readonly Value[], type: FactType | null, give: (key: string, type: FactType, is: Expression) => Give): Give[] {
  const body = values.find((value) => value.name === name)?.body
  if (body?.is !== 'table') return []
  const gives = body.outputs.flatMap((output) => {
    const own = output.type ?? type
    return own === null ? [] : [give(output.name, own, body.outputs.length === 1 ? named(name) : field(named(name), output.name))]
  })
  if (gives.length < body.outputs.length) sheet.tell('rules/no-type', 'The answers of the table have no types.', `Add "gives:" with each answer and its type, or "type:" where there is one.`)
  return gives
}
