import type { BlockMap } from '#plain/block/block-node.ts'
import { Sheet, type BlockPlace } from '#rules/read/block-sheet.ts'
import { readExamples } from '#rules/read/read-examples.ts'
import { readGives } from '#rules/read/read-gives.ts'
import { headKeys, readHead } from '#rules/read/read-head.ts'
import { lawKeys, readLaw, readWarnings } from '#rules/read/read-law.ts'
import { readFacts } from '#rules/read/read-types.ts'
import { readValues } from '#rules/read/read-decision.ts'
import { dayGives } from '#rules/read/standard-gives.ts'
import { inOneLine, type ValueRoom } from '#rules/read/spelled.ts'
import { deadlineKeys, readDeadline } from '#rules/read/value-deadline.ts'
import type { Decision, Duty, Give, RuleHead, Value } from '#rules/rule-book.ts'

/** A duty: somebody must do something. With a counted `by:` it is a decision too, which gives the day. */

const dutyKeys = ['who', 'must', 'to', 'with', 'by', 'binding', 'asks', 'facts', 'figures', 'values', 'gives', 'examples', 'warnings', 'says']

export function readDuty(map: BlockMap, name: string, place: BlockPlace): { duty: Duty | null; decision: Decision | null } {
  const sheet = new Sheet(map, place)
  sheet.only(['duty', ...headKeys, ...lawKeys, ...dutyKeys])
  const head = readHead(sheet, name, map.line)
  const who = sheet.needed('who')
  const must = sheet.needed('must')
  const by = sheet.node('by')
  const counted = by?.is === 'map'
  if (!counted) for (const key of ['facts', 'gives', 'examples']) if (sheet.has(key)) sheet.tell('rules/duty', `A duty without a counted day has no "${key}".`, 'Write "by: {within: 10 work days, after: fact}", or take the key away.', sheet.lineOf(key))
  if (who === null || must === null) return { duty: null, decision: null }
  const duty: Duty = { ...head, who, must, to: sheet.words('to'), with: sheet.words('with'), by: by === null ? null : inOneLine(by), binding: sheet.truth('binding') ?? true }
  return { duty, decision: counted ? dutyDecision(sheet, head, duty) : null }
}

function dutyDecision(sheet: Sheet, head: RuleHead, duty: Duty): Decision | null {
  const facts = readFacts(sheet)
  const values = readValues(sheet, facts, head.clauses, null)
  const names = new Set([...facts.map((fact) => fact.name), ...values.map((value) => value.name)])
  const own = dueDay(sheet, head, names)
  if (own === null) return null
  const all = [...values, ...own]
  const give = (key: string, type: Give['type'], is: Give['is'], nullWithout: readonly string[] = []): Give => ({ name: key, type, is, nullWithout, unit: null, note: null, at: sheet.at() })
  const gives = sheet.has('gives') ? readGives(sheet, facts, new Set([...names, ...own.map((value) => value.name)])) : dayGives('due_by', facts, give)
  return { ...head, asks: sheet.words('asks') ?? `By when must ${duty.who} ${duty.must}?`, kind: 'duty', facts, values: all, gives, examples: readExamples(sheet, head.name, facts, gives), warnings: readWarnings(sheet), law: readLaw(sheet) }
}

function dueDay(sheet: Sheet, head: RuleHead, names: ReadonlySet<string>): Value[] | null {
  const inner = sheet.sheet('by')
  if (inner === null) return null
  inner.only(deadlineKeys)
  const room: ValueRoom = { sheet: inner, name: 'due_by', kind: 'deadline', clauses: head.clauses, names }
  const spelled = readDeadline(room)
  if (spelled === null) return null
  const value: Value = { name: 'due_by', at: inner.at(), clauses: head.clauses, says: sheet.words('says'), kind: 'deadline', frame: { ...spelled.frame, who: sheet.words('who') ?? '', must: sheet.words('must') ?? '' }, body: spelled.body, readings: [], ruling: null, exceptions: [], when: null }
  return [...spelled.parts, value]
}
