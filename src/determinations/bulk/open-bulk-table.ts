import { answerWriter, writeText, type WriteAnswer } from '#determinations/bulk/answer-cells.ts'
import { bulkHead, type BulkHead, type HeadOfDecision } from '#determinations/bulk/bulk-head.ts'
import type { BulkDone, BulkWishes } from '#determinations/bulk/bulk-wishes.ts'
import { carefulRow, type CarefulAnswer } from '#determinations/bulk/careful-row.ts'
import { columnFiller, type FillColumn } from '#determinations/bulk/column-filler.ts'
import { columnRunner, type ColumnRunner } from '#determinations/bulk/column-runner.ts'
import { copyRow } from '#determinations/bulk/copy-row.ts'
import type { LoadedPack } from '#determinations/loaded-pack.ts'
import { wordsOnForce } from '#determinations/beside-the-answer.ts'
import type { CalendarSet } from '#calendar/calendar.ts'
import { standInFor } from '#calendar/read-case-calendar.ts'
import { parseCivilDay } from '#plain/civil-day.ts'
import { ByteWriter } from '#plain/csv/byte-writer.ts'
import { parseCsv } from '#plain/csv/parse-csv.ts'
import { hasOpenQuote, makeRowBatch, scanRows, type RowBatch } from '#plain/csv/row-batch.ts'
import { problem, type Problem } from '#plain/problem.ts'
import type { Surroundings } from '#rules/core/running.ts'

/**
 * A table answered: CSV bytes in, in pieces of any size, and CSV bytes out, each row with its answers behind it. Decisions run by columns; a row that needs care is answered alone, with a note.
 * Pure: it reads and writes no file. Every row that came in goes out, in its order.
 */
export interface BulkTable {
  readonly head: BulkHead
  /** The rows that these bytes complete, answered. The view holds until the next call. `last`: no more bytes follow. */
  readonly feed: (bytes: Uint8Array, last: boolean) => Uint8Array
  readonly done: () => BulkDone
}

interface Part {
  readonly head: HeadOfDecision
  readonly fill: readonly FillColumn[]
  readonly facts: readonly unknown[][]
  readonly runner: ColumnRunner | null
  readonly write: readonly WriteAnswer[]
  /** 1 where the row is answered alone. */
  readonly careful: Uint8Array
}

/** Opens the table whose first row is `head` (without its line end; bytes after it go to `feed`). Decisions must be there and sound: `start-bulk.ts` sees to it. */
export function openBulkTable(pack: LoadedPack, head: Uint8Array, wishes: BulkWishes): BulkTable {
  const { rows, separator } = parseCsv(new TextDecoder('utf-8', { ignoreBOM: false }).decode(head))
  const loaded = wishes.decisions.flatMap((name) => {
    const it = pack.decisions.get(name)
    const program = it?.program ?? null
    return it === undefined || program === null ? [] : [{ decision: it.decision, program }]
  })
  const matched = bulkHead(rows[0]?.cells ?? [], loaded)
  const most = wishes.rowsAtOnce ?? 4096
  const batch = makeRowBatch(most, matched.heads.length)
  // The line end of the head is still to come.
  batch.nextLine = 1 + head.filter((sign) => sign === 10).length
  const parts = matched.decisions.map((it) => partOf(it, pack, wishes, most, separator))
  const state: State = { pack, wishes, batch, parts, separator, heads: matched.heads.length, writer: new ByteWriter(1 << 20), rest: 0, store: new Uint8Array(0), rows: 0, noted: 0, rowByRow: 0, notes: [], stuck: null }
  return { head: matched, feed: (bytes, last) => feed(state, bytes, last), done: () => ({ rows: state.rows, noted: state.noted, rowByRow: state.rowByRow, notes: state.notes, stuck: state.stuck }) }
}

interface State {
  readonly pack: LoadedPack
  readonly wishes: BulkWishes
  readonly batch: RowBatch
  readonly parts: readonly Part[]
  readonly separator: string
  readonly heads: number
  readonly writer: ByteWriter
  /** Bytes of a row that is not whole yet, at the front of the store. */
  rest: number
  store: Uint8Array
  rows: number
  noted: number
  rowByRow: number
  readonly notes: { readonly line: number; readonly says: string }[]
  stuck: Problem | null
}

const mostNotes = 20
const longestRow = 4_000_000

function partOf(head: HeadOfDecision, pack: LoadedPack, wishes: BulkWishes, most: number, separator: string): Part {
  const { decision, program } = head
  const asOf = wishes.asOf === undefined || wishes.asOf === null ? null : parseCivilDay(wishes.asOf)
  const around: Surroundings = { asOf, calendars: (wishes.calendar ?? null) === null ? pack.calendars : standInFor(pack.calendars, wishes.calendar as CalendarSet) }
  const runner = wordsOnForce(decision, asOf) === null ? columnRunner(program, around, most) : null
  const fill = program.facts.map((slot): FillColumn => {
    const fact = decision.facts.find((it) => it.name === slot.name)
    return fact === undefined ? (_batch, _cell, into) => void into.fill(undefined) : columnFiller(fact, slot)
  })
  const write = runner === null ? [] : program.gives.map((give, at) => answerWriter(give, runner.answers[at] ?? [], separator))
  return { head, fill, facts: program.facts.map(() => Array.from<unknown>({ length: most }).fill(0)), runner, write, careful: new Uint8Array(most) }
}

function feed(state: State, bytes: Uint8Array, last: boolean): Uint8Array {
  const { batch, writer } = state
  if (state.stuck !== null) return new Uint8Array(0)
  const all = withRest(state, bytes)
  let at = 0
  writer.length = 0
  for (;;) {
    at = scanRows(batch, all, at, state.separator.charCodeAt(0), last)
    if (batch.rows === 0) break
    answerBatch(state)
  }
  state.store.copyWithin(0, at, all.length)
  state.rest = all.length - at
  if (state.rest > longestRow) {
    state.stuck = problem('bulk/open-quote', `The row on line ${batch.nextLine} does not end within ${longestRow / 1e6} MB.`, 'Look for a quote that never closes; the rows before it are answered.', { line: batch.nextLine })
    state.rest = 0
  }
  return writer.written()
}

/** What was left of the bytes before, and the new ones behind it, in one store that is kept. */
function withRest(state: State, bytes: Uint8Array): Uint8Array {
  const length = state.rest + bytes.length
  if (length > state.store.length) {
    const wider = new Uint8Array(Math.max(length, state.store.length * 2))
    wider.set(state.store.subarray(0, state.rest))
    state.store = wider
  }
  state.store.set(bytes, state.rest)
  return state.store.subarray(0, length)
}

function answerBatch(state: State): void {
  const { batch, parts } = state
  for (const part of parts) {
    part.careful.fill(part.runner === null ? 1 : 0)
    if (part.runner === null) continue
    for (const [at, fill] of part.fill.entries()) fill(batch, part.head.columns[at] ?? -1, part.facts[at] as unknown[], part.careful)
    part.runner.run(part.facts, batch.rows, part.careful)
  }
  for (let row = 0; row < batch.rows; row += 1) writeRow(state, row)
  state.rows += batch.rows
}

function writeRow(state: State, row: number): void {
  const { batch, parts, writer, separator } = state
  copyRow(writer, batch, row, state.heads, separator)
  let note = shapeNote(batch, row, state.heads)
  for (const part of parts) {
    const alone = (part.careful[row] as number) === 0 ? null : carefulRow(state.pack, part.head, state.wishes, batch, row)
    writeAnswers(writer, part, row, alone, separator)
    if (alone === null) continue
    state.rowByRow += 1
    if (alone.note !== '') note = note === '' ? alone.note : `${note} ${alone.note}`
  }
  writer.room(2)
  writer.byte(separator.charCodeAt(0))
  if (note !== '') {
    writeText(writer, note, separator)
    state.noted += 1
    if (state.notes.length < mostNotes) state.notes.push({ line: batch.line[row] as number, says: note })
    writer.room(1)
  }
  writer.byte(10)
}

function shapeNote(batch: RowBatch, row: number, heads: number): string {
  if (((batch.flags[row] as number) & hasOpenQuote) !== 0) return 'A quote of this row never closes: the rest of the file stands in it.'
  return (batch.cells[row] as number) > heads ? `The row has ${batch.cells[row]} cells, the head ${heads}; what is over is left out.` : ''
}

function writeAnswers(writer: ByteWriter, part: Part, row: number, alone: CarefulAnswer | null, separator: string): void {
  const sign = separator.charCodeAt(0)
  const count = part.head.program.gives.length
  for (let at = 0; at < count; at += 1) {
    writer.room(1)
    writer.byte(sign)
    if (alone !== null) writeText(writer, alone.cells[at] ?? '', separator)
    else (part.write[at] as WriteAnswer)(writer, row)
  }
}
