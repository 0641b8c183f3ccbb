import type { BlockMap } from '#plain/block/block-node.ts'
import { Sheet, type BlockPlace } from '#rules/read/block-sheet.ts'
import { checkName } from '#rules/read/check-names.ts'
import { leftOut } from '#rules/read/left-out.ts'
import { call, text } from '#rules/read/make-expression.ts'
import { readExamples } from '#rules/read/read-examples.ts'
import { readFigures } from '#rules/read/read-figures.ts'
import { readGives } from '#rules/read/read-gives.ts'
import { headKeys, readHead } from '#rules/read/read-head.ts'
import { lawKeys, readLaw, readWarnings } from '#rules/read/read-law.ts'
import { readFacts } from '#rules/read/read-types.ts'
import { readValue, readValueSheet } from '#rules/read/read-value.ts'
import { standardGives } from '#rules/read/standard-gives.ts'
import type { ValueRoom } from '#rules/read/spelled.ts'
import { keysOfKind, readKindOfBlock } from '#rules/read/value-kinds.ts'
import type { Decision, Fact, Give, Value } from '#rules/rule-book.ts'

/** A decision: a question that a clause answers. Also a block of a kind (`vote: name`), which is a decision with that one value and its standard answers. */

const decisionKeys = [...headKeys, ...lawKeys, 'asks', 'facts', 'values', 'figures', 'gives', 'examples', 'warnings']

export function readDecision(map: BlockMap, kind: string, name: string, place: BlockPlace): Decision {
  const sheet = new Sheet(map, place)
  const line = map.line
  const before = place.problems.length
  sheet.only([kind, ...decisionKeys, ...(kind === 'decision' ? [] : [...keysOfKind(kind), 'rows', 'says', 'otherwise', 'type', 'of', 'items', 'fields', 'decimals'])])
  const head = readHead(sheet, name, line, kind !== 'choose')
  const asks = sheet.needed('asks') ?? name
  if (kind === 'decision' && !sheet.has('facts')) sheet.tell('rules/missing-key', '"facts" is missing.', 'Add "facts:" with what must be known; "facts: {}" where nothing must.')
  const facts = readFacts(sheet)
  const values = readValues(sheet, facts, head.clauses, kind === 'decision' ? null : { kind, name })
  const names = new Set([...facts.map((fact) => fact.name), ...values.map((value) => value.name)])
  const gives = sheet.has('gives') || kind === 'decision' ? readGives(sheet, facts, names) : standardGives(sheet, kind, name, values, facts)
  if (gives.length === 0 && kind === 'decision' && !sheet.has('gives')) sheet.tell('rules/missing-key', '"gives" is missing.', 'Add "gives:" with each answer and its type.')
  const [warnings, law] = [readWarnings(sheet), readLaw(sheet)]
  // Something of it was left out (a key that nobody knows, a day of force that is none), and what it says may matter: nobody answers then.
  const nobody: Give = { name, type: { is: 'text' }, is: call('not covered', text(`The rule of "${name}" cannot be read.`)), nullWithout: [], unit: null, note: null, at: sheet.at() }
  const answered = gives.length === 0 ? [nobody] : leftOut(place, before) ? gives.map((give) => ({ ...give, is: nobody.is, nullWithout: [] })) : gives
  return { ...head, asks, kind, facts, values, gives: answered, examples: readExamples(sheet, name, facts, gives), warnings, law }
}

/** The figures and values of a block, and the one value that the block itself is. */
export function readValues(sheet: Sheet, facts: readonly Fact[], clauses: readonly string[], own: { kind: string; name: string } | null): Value[] {
  const figures = readFigures(sheet, clauses)
  const inner = sheet.sheet('values')
  const entries = inner?.map.entries ?? []
  const names = new Set([...facts.map((fact) => fact.name), ...figures.map((figure) => figure.name), ...entries.map(({ key }) => key)])
  checkTwice(sheet, facts, figures, entries.map(({ key, line }) => ({ key, line })))
  const values = entries.flatMap(({ key, line, value }) => {
    checkName(key, 'value', line, sheet.place)
    return readValue(value, { name: key, clauses, names, line }, sheet)
  })
  return [...figures, ...values, ...(own === null ? [] : readOwn(sheet, own, clauses, names))]
}

function readOwn(sheet: Sheet, own: { kind: string; name: string }, clauses: readonly string[], names: ReadonlySet<string>): Value[] {
  if (own.kind === 'formula') return readValueSheet(sheet, { name: own.name, clauses, names, line: sheet.line })
  const room: ValueRoom = { sheet, name: own.name, kind: own.kind, clauses, names }
  const spelled = readKindOfBlock(room)
  if (spelled === null) return []
  const value: Value = { name: own.name, at: sheet.at(), clauses, says: sheet.words('says'), kind: own.kind, frame: spelled.frame, body: spelled.body, readings: spelled.readings ?? [], ruling: null, exceptions: [], when: null }
  return [...spelled.parts, value]
}

function checkTwice(sheet: Sheet, facts: readonly Fact[], figures: readonly Value[], values: readonly { key: string; line: number }[]): void {
  const seen = new Map<string, string>()
  const all = [
    ...facts.map((fact) => ({ key: fact.name, line: fact.at.line, what: 'fact' })),
    ...figures.map((figure) => ({ key: figure.name, line: figure.at.line, what: 'figure' })),
    ...values.map((value) => ({ ...value, what: 'value' })),
  ]
  for (const { key, line, what } of all) {
    const earlier = seen.get(key)
    if (earlier !== undefined) sheet.tell('rules/name-twice', `"${key}" is both a ${earlier} and a ${what} of this block.`, 'Give one of them another name.', line)
    seen.set(key, what)
  }
}

