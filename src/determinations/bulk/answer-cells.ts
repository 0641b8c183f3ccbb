import { civilText } from '#plain/civil-day.ts'
import type { ByteWriter } from '#plain/csv/byte-writer.ts'
import { safeCell } from '#plain/csv/safe-cell.ts'
import type { GiveSlot } from '#rules/core/core.ts'
import { leave } from '#rules/core/leaving.ts'
import { columnNothing } from '#rules/code/write-code.ts'

/** Answers as cells: money with two decimals, days as ISO text, yes and no as true and false, nothing as an empty cell; lists and records as JSON. */

/** A column of answers as the written code fills it. */
export type AnswerColumn = Float64Array | Uint8Array | unknown[]

export function makeAnswerColumn(give: GiveSlot, most: number): AnswerColumn {
  const { is } = give.type
  if (is === 'number' || is === 'date' || is === 'time') return new Float64Array(most)
  if (is === 'choice' || is === 'boolean') return new Uint8Array(most)
  return Array.from({ length: most })
}

export type WriteAnswer = (writer: ByteWriter, row: number) => void

/** Writes one answer of a row from its column. */
export function answerWriter(give: GiveSlot, column: AnswerColumn, separator: string): WriteAnswer {
  const { type } = give
  const word = (text: string) => new TextEncoder().encode(safeCell(text, separator))
  if (type.is === 'boolean') return wordWriter(['false', 'true'].map(word), column as Uint8Array)
  if (type.is === 'choice') return wordWriter(type.of.map(word), column as Uint8Array)
  const numbers = column as Float64Array
  if (type.is === 'number') return numberWriter(type.per, type.money, type.orNull, numbers)
  if (type.is === 'date') {
    return (writer, row) => {
      const value = numbers[row] as number
      if (!(type.orNull && value === columnNothing.whole)) writer.ascii(civilText(value))
    }
  }
  return (writer, row) => {
    const value = column[row]
    if (type.is === 'time' && type.orNull && value === columnNothing.whole) return
    writeText(writer, textOf(leave(type, value), false), separator)
  }
}

function numberWriter(per: number, money: boolean, orNull: boolean, numbers: Float64Array): WriteAnswer {
  const decimals = Math.round(Math.log10(per))
  const isDecimal = 10 ** decimals === per
  return (writer, row) => {
    const value = numbers[row] as number
    if (orNull && value === columnNothing.whole) return
    if (per === 1 && !money) writer.whole(value)
    else if (!isDecimal || decimals > 9 || (decimals < 2 && money) || value < 0 || value > 99_999_999_999) writer.ascii(textOf(value / per, money))
    else writeDecimal(writer, value, per, decimals, money ? 2 : 0)
  }
}

/** A number of 1/per with the figures behind the point that it needs, and at least so many. */
function writeDecimal(writer: ByteWriter, value: number, per: number, decimals: number, atLeast: number): void {
  const whole = value < 2_147_483_648 ? (value / per) | 0 : Math.floor(value / per)
  let rest = value - whole * per
  let figures = decimals
  while (figures > atLeast && rest % 10 === 0) {
    rest /= 10
    figures -= 1
  }
  writer.whole(whole)
  if (figures === 0) return
  writer.room(figures + 1)
  writer.byte(46)
  // From the last figure back.
  for (let at = writer.length + figures - 1; at >= writer.length; at -= 1) {
    const less = (rest / 10) | 0
    writer.bytes[at] = 48 + rest - less * 10
    rest = less
  }
  writer.length += figures
}

function wordWriter(words: readonly Uint8Array[], codes: Uint8Array): WriteAnswer {
  return (writer, row) => {
    const word = words[codes[row] as number]
    if (word !== undefined) writer.copy(word, 0, word.length)
  }
}

/** An answer as it leaves, as the text of a cell. */
export function textOf(value: unknown, money: boolean): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return money ? value.toFixed(2) : String(value)
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

const encoder = new TextEncoder()

/** Any text as a safe cell. */
export function writeText(writer: ByteWriter, text: string, separator: string): void {
  if (text === '') return
  const bytes = encoder.encode(safeCell(text, separator))
  writer.copy(bytes, 0, bytes.length)
}
