import { typedCell } from '#determinations/bulk/typed-cell.ts'
import { factsIn } from '#determinations/facts-in.ts'
import { civilDay, daysInMonth } from '#plain/civil-day.ts'
import type { RowBatch } from '#plain/csv/row-batch.ts'
import { hasDoubledQuote } from '#plain/csv/row-batch.ts'
import type { FactSlot } from '#rules/core/core.ts'
import type { Fact } from '#rules/rule-book.ts'

/** Columns of bytes as columns of stored facts (cents, civil days, the number of a choice), straight from the figures; whatever is not plain goes the way of typed answers, with its words. */

/** Fills `into` with the fact of every row of the batch; a row whose cell is no value of the fact gets 1 in `bad`. A negative `cell` is a column that the file does not have. */
export type FillColumn = (batch: RowBatch, cell: number, into: unknown[], bad: Uint8Array) => void

const unread = Symbol('not in the plain form')

/** The reader of one fact of a decision. */
export function columnFiller(fact: Fact, slot: FactSlot): FillColumn {
  const missing = storedAsColumn(slot, slot.missingMeans)
  const quick = quickReader(fact, slot)
  return (batch, cell, into, bad) => {
    for (let row = 0; row < batch.rows; row += 1) {
      const at = row * batch.width + cell
      const from = cell < 0 ? 0 : (batch.cellFrom[at] as number)
      const end = cell < 0 ? 0 : (batch.cellEnd[at] as number)
      if (from === end) {
        into[row] = missing
        continue
      }
      const value = quick(batch.bytes, from, end)
      into[row] = value === unread ? slowly(cellText(batch, row, cell), fact, slot, missing, row, bad) : value
    }
  }
}

/** The text of a cell, with its quotes undone. */
export function cellText(batch: RowBatch, row: number, cell: number): string {
  const at = row * batch.width + cell
  const from = batch.cellFrom[at] as number
  const text = decoder.decode(batch.bytes.subarray(from, batch.cellEnd[at]))
  return ((batch.flags[row] as number) & hasDoubledQuote) === 0 || batch.bytes[from - 1] !== 34 ? text : text.replaceAll('""', '"')
}

const decoder = new TextDecoder()

function slowly(text: string, fact: Fact, slot: FactSlot, missing: unknown, row: number, bad: Uint8Array): unknown {
  const value = typedCell(text, fact)
  if (value === undefined) return missing
  const read = factsIn([fact], [slot], { [fact.name]: value })
  if (!read.ok) {
    bad[row] = 1
    return undefined
  }
  return storedAsColumn(slot, read.facts[0])
}

/** In columns a choice stands as its number. */
function storedAsColumn(slot: FactSlot, stored: unknown): unknown {
  if (slot.type.is !== 'choice' || typeof stored !== 'string') return stored
  return slot.type.of.indexOf(stored)
}

type Quick = (bytes: Uint8Array, from: number, end: number) => unknown

function quickReader(fact: Fact, slot: FactSlot): Quick {
  const { type } = slot
  if (type.is === 'number') return type.per === 1 ? wholeReader(fact, type) : decimalReader(fact, type)
  if (type.is === 'date') return readIsoDay
  if (type.is === 'choice') return choiceReader(type.of)
  return () => unread
}

function wholeReader(fact: Fact, type: { readonly low?: number; readonly high?: number }): Quick {
  const low = Math.max(0, fact.min ?? 0, type.low ?? 0)
  const high = Math.min(999_999_999, fact.max ?? 999_999_999, type.high ?? 999_999_999)
  return (bytes, from, end) => {
    if (end - from > 9) return unread
    let value = 0
    for (let at = from; at < end; at += 1) {
      const figure = (bytes[at] as number) - 48
      if (figure < 0 || figure > 9) return unread
      value = value * 10 + figure
    }
    return value >= low && value <= high ? value : unread
  }
}

/** Dollars with cents, and other decimals, as a whole number of 1/per; no more figures behind the point than the fact may have. */
function decimalReader(fact: Fact, type: { readonly per: number; readonly low?: number; readonly high?: number }): Quick {
  const decimals = fact.type.is === 'money' ? 2 : 'decimals' in fact.type ? fact.type.decimals : 0
  const powers = Array.from({ length: decimals + 1 }, (_, k) => type.per / 10 ** k)
  if (powers.some((it) => !Number.isInteger(it))) return () => unread
  const low = Math.max(0, (fact.min ?? 0) * type.per, type.low ?? 0)
  const high = Math.min(2 ** 50, fact.max === null ? 2 ** 50 : fact.max * type.per, type.high ?? 2 ** 50)
  return (bytes, from, end) => {
    if (end - from > 12) return unread
    let value = 0
    let behind = -1
    for (let at = from; at < end; at += 1) {
      const figure = (bytes[at] as number) - 48
      if (figure === -2 && behind < 0) behind = 0
      else if (figure < 0 || figure > 9) return unread
      else {
        value = value * 10 + figure
        if (behind >= 0) behind += 1
      }
    }
    const power = powers[Math.max(behind, 0)]
    if (power === undefined || behind === 0 || bytes[from] === 46) return unread
    const stored = value * power
    return stored >= low && stored <= high ? stored : unread
  }
}

function readIsoDay(bytes: Uint8Array, from: number, end: number): unknown {
  if (end - from !== 10 || bytes[from + 4] !== 45 || bytes[from + 7] !== 45) return unread
  const year = twoFigures(bytes, from) * 100 + twoFigures(bytes, from + 2)
  const month = twoFigures(bytes, from + 5)
  const day = twoFigures(bytes, from + 8)
  // Not a figure gives a number below anything that is asked for.
  if (year < 1900 || month < 1 || month > 12 || day < 1 || day > 31 || (day > 28 && day > daysInMonth(year, month))) return unread
  return civilDay(year, month, day)
}

function twoFigures(bytes: Uint8Array, at: number): number {
  const tens = (bytes[at] as number) - 48
  const ones = (bytes[at + 1] as number) - 48
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1_000_000
}

/** Words of one length: the place at which all of them differ, and the word by the letter there. */
interface WordsOfLength {
  readonly at: number
  readonly codes: Int16Array
}

function choiceReader(of: readonly string[]): Quick {
  const words = of.map((word) => new TextEncoder().encode(word))
  const byLength = new Map([...new Set(words.map((word) => word.length))].map((length) => [length, wordsOfLength(words, length)]))
  const most = Math.max(0, ...byLength.keys())
  const groups = Array.from({ length: most + 1 }, (_, length) => byLength.get(length) ?? null)
  return (bytes, from, end) => {
    const group = end - from > most ? null : groups[end - from]
    const code = group === null || group === undefined ? -1 : (group.codes[bytes[from + group.at] as number] as number)
    if (code < 0) return unread
    const word = words[code] as Uint8Array
    for (let at = 0; at < word.length; at += 1) if (word[at] !== bytes[from + at]) return unread
    return code
  }
}

/** Null where no single letter tells the words apart: then the slow way reads them. */
function wordsOfLength(words: readonly Uint8Array[], length: number): WordsOfLength | null {
  const own = words.filter((word) => word.length === length)
  const at = Array.from({ length }, (_, place) => place).find((place) => new Set(own.map((word) => word[place])).size === own.length)
  if (at === undefined) return null
  const codes = new Int16Array(256).fill(-1)
  for (const word of own) codes[word[at] as number] = words.indexOf(word)
  return { at, codes }
}
