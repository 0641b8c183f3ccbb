import { spaced } from '#determinations/value-in-words.ts'
import { typedValue } from '#determinations/typed-value.ts'
import type { Decision, Fact } from '#rules/rule-book.ts'
import { askedParam, dayParam, noneWord, unsureParam } from '#web/answers/answer-path.ts'
import { columnKindOf, isTable } from '#web/answers/field-kinds.ts'

/** The facts that an address names, read with suspicion: who sends a link may have written anything into it. */

export interface AnswerQuery {
  readonly input: Readonly<Record<string, unknown>>
  readonly asOf: string | null
  readonly unsure: ReadonlySet<string>
  readonly asked: string | null
  /** As typed, by fact. */
  readonly texts: ReadonlyMap<string, string>
  readonly rows: ReadonlyMap<string, readonly (readonly string[])[]>
  /** Every parameter that says something, in order: the address without empty ones. */
  readonly params: readonly (readonly [string, string])[]
  /** The address had empty parameters, as a form sends them. */
  readonly untidy: boolean
}

export interface Refusal {
  readonly refused: string
}

const longestQuery = 12_000
const mostParams = 600
const longestName = 120
const longestPlain = 200
const longestList = 4_000
const mostRows = 60

/** Reads the part of an address after the question mark for a decision; or says in words what is wrong with it. */
export function readAnswerQuery(decision: Decision, search: string): AnswerQuery | Refusal {
  if (search.length > longestQuery) return { refused: 'This address is longer than any question we ask.' }
  const all = [...new URLSearchParams(search)]
  if (all.length > mostParams) return { refused: 'This address names more facts than any question has.' }
  const facts = new Map(decision.facts.map((fact) => [fact.name, fact]))
  const params = all.filter(([, value]) => value.trim() !== '').map(([name, value]) => [name, value.replaceAll('\r\n', '\n')] as const)
  const seen = new Set<string>()
  for (const [name, value] of params) {
    const fault = faultIn(name, value, facts, seen)
    if (fault !== null) return { refused: fault }
    seen.add(name)
  }
  return { ...readFacts(decision, params), params, untidy: params.length < all.length }
}

function faultIn(name: string, value: string, facts: ReadonlyMap<string, Fact>, seen: ReadonlySet<string>): string | null {
  if (name.length > longestName) return 'A name in this address is longer than any fact has.'
  const shown = name.replace(/[^\w.]/g, '').slice(0, 40)
  const [own = '', row, field, more] = name.split('.')
  const fact = facts.get(own)
  if (fact === undefined && ![dayParam, unsureParam, askedParam].includes(name)) return `This address speaks of “${shown}”, which the question does not ask about.`
  if (row !== undefined && !isCell(fact, row, field, more)) return `This address speaks of “${shown}”, and ${spaced(own).slice(0, 40)} has no such row or column.`
  if (seen.has(name) && name !== unsureParam) return `This address says “${shown}” more than once.`
  if (hasControlSigns(value)) return `What stands for “${shown}” holds signs that cannot be read.`
  const plain = fact === undefined || row !== undefined || columnKindOf(fact.type) !== null
  if (value.length > (plain ? longestPlain : longestList)) return `What stands for “${shown}” is too long.`
  return null
}

function isCell(fact: Fact | undefined, row: string, field: string | undefined, more: string | undefined): boolean {
  if (fact === undefined || more !== undefined || !isTable(fact.type) || !/^[1-9]\d?$/.test(row) || Number(row) > mostRows) return false
  const record = fact.type.is === 'list' ? fact.type.items : fact.type
  return record.is === 'record' && record.fields.some((it) => it.name === field)
}

function hasControlSigns(text: string): boolean {
  for (const sign of text) {
    const code = sign.codePointAt(0) ?? 0
    if ((code < 32 && code !== 10 && code !== 9) || code === 127 || (code >= 0xd800 && code <= 0xdfff)) return true
  }
  return false
}

function readFacts(decision: Decision, params: AnswerQuery['params']): Pick<AnswerQuery, 'input' | 'asOf' | 'unsure' | 'asked' | 'texts' | 'rows'> {
  const values = new Map(params)
  const input: Record<string, unknown> = {}
  const texts = new Map<string, string>()
  const rows = new Map<string, readonly (readonly string[])[]>()
  for (const fact of decision.facts) {
    const text = values.get(fact.name)
    if (text !== undefined) {
      texts.set(fact.name, text)
      input[fact.name] = valueOf(fact, text)
    }
    if (!isTable(fact.type)) continue
    const cells = cellsOf(fact, values)
    if (cells.length === 0) continue
    rows.set(fact.name, cells)
    input[fact.name] = recordsOf(fact, cells)
  }
  const unsure = new Set(params.flatMap(([name, value]) => (name === unsureParam ? [value] : [])))
  return { input, asOf: values.get(dayParam)?.trim() ?? null, unsure, asked: values.get(askedParam) ?? null, texts, rows }
}

function valueOf(fact: Fact, text: string): unknown {
  if (fact.type.is !== 'list' && fact.type.is !== 'record') return typedValue(text, fact)
  if (fact.type.is === 'list' && text.trim().toLowerCase() === noneWord) return []
  if (fact.type.is === 'list' && columnKindOf(fact.type.items) !== null && !text.trim().startsWith('[')) {
    const item: Fact = { ...fact, type: fact.type.items }
    return text.split('\n').filter((line) => line.trim() !== '').map((line) => typedValue(line, item))
  }
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** The rows of a table that have any cell filled, in order. */
function cellsOf(fact: Fact, values: ReadonlyMap<string, string>): readonly (readonly string[])[] {
  const fields = fieldsOf(fact)
  const rows = Array.from({ length: mostRows }, (_, at) => fields.map((field) => values.get(`${fact.name}.${at + 1}.${field.name}`)?.trim() ?? ''))
  return rows.filter((row) => row.some((cell) => cell !== ''))
}

function recordsOf(fact: Fact, rows: readonly (readonly string[])[]): unknown {
  const fields = fieldsOf(fact)
  const records = rows.map((row) =>
    Object.fromEntries(fields.flatMap((field, at) => ((row[at] ?? '') === '' ? [] : [[field.name, typedValue(row[at] ?? '', { ...fact, type: field.type })]]))),
  )
  return fact.type.is === 'list' ? records : records[0]
}

function fieldsOf({ type }: Fact) {
  const record = type.is === 'list' ? type.items : type
  return record.is === 'record' ? record.fields : []
}
