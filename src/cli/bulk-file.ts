import { open, rename, rm, stat, type FileHandle } from 'node:fs/promises'
import type { Call } from '#cli/command.ts'
import { startBulk, type StartedBulk } from '#determinations/bulk/start-bulk.ts'
import type { BulkDone, BulkWishes } from '#determinations/bulk/bulk-wishes.ts'
import type { LoadedPack } from '#determinations/loaded-pack.ts'
import { done, failed, type Outcome } from '#plain/outcome.ts'
import { problem, type Problem } from '#plain/problem.ts'

/** A CSV file answered into another, piece by piece: memory does not grow with the file, and the answer stands under its name only when it is whole. */

const pieceBytes = 1 << 20

/** Answers `file` into `out`, or onto standard output where that is null. */
export async function bulkFile(pack: LoadedPack, file: string, out: string | null, wishes: BulkWishes, call: Call): Promise<Outcome<BulkDone>> {
  const source = await opened(() => open(file, 'r'))
  if (source !== null && (await source.stat()).isDirectory()) {
    await source.close()
    return failed(problem('bulk/no-file', `${file} is a folder.`, 'Name the table in it, a .csv file.'))
  }
  if (source === null) return failed(problem('bulk/no-file', `There is no file ${file}, or it cannot be read.`, 'Check the name and the folder you are in.'))
  const sink = out === null ? null : await opened(() => open(`${out}.part`, 'w'))
  try {
    if (out !== null && sink === null) return failed(cannotWrite(out))
    const size = (await stat(file)).size
    const result = await answerPieces(source, pack, wishes, call, (bytes) => (sink === null ? toStandardOutput(bytes) : writeAll(sink, bytes)), size)
    if (sink !== null && out !== null) {
      await sink.close()
      if (result.ok) await rename(`${out}.part`, out)
      else await rm(`${out}.part`, { force: true })
    }
    if (!result.ok) return result
    return done(result.value, remarks(result.value, result.notes, out, call))
  } catch (error) {
    if (out !== null) await rm(`${out}.part`, { force: true })
    return failed(cannotWrite(out ?? 'standard output', error))
  } finally {
    call.terminal.progress('')
    await source.close()
  }
}

async function answerPieces(source: FileHandle, pack: LoadedPack, wishes: BulkWishes, call: Call, write: (bytes: Uint8Array) => Promise<void>, size: number): Promise<Outcome<BulkDone>> {
  const piece = new Uint8Array(pieceBytes)
  let head = new Uint8Array(0)
  let started: StartedBulk | null = null
  let taken = 0
  for (;;) {
    const { bytesRead } = await source.read(piece, 0, pieceBytes, taken)
    taken += bytesRead
    const last = bytesRead === 0
    let rows = piece.subarray(0, bytesRead)
    if (started === null) {
      head = new Uint8Array(Buffer.concat([head, rows]))
      const start = startBulk(pack, head, last, wishes)
      if (start === null) continue
      if (!start.ok) return start
      started = start.value
      for (const remark of started.table.head.remarks) call.terminal.err(remark)
      await write(started.head)
      rows = head.subarray(started.rowsFrom)
    }
    await write(started.table.feed(rows, last))
    const so = started.table.done()
    if (so.stuck !== null) return done(so, [so.stuck])
    if (last) return done(so)
    if (call.signal.aborted) return failed(problem('bulk/stopped', `You stopped after ${so.rows} rows; nothing was kept.`, 'Give the same command again.'))
    call.terminal.progress(`${so.rows.toLocaleString('en-US')} rows, ${Math.floor((taken / Math.max(size, 1)) * 100)} %`)
  }
}

function remarks(it: BulkDone, notes: readonly Problem[], out: string | null, call: Call): readonly Problem[] {
  if (out !== null) call.terminal.err(`Written: ${out} (${it.rows} rows${it.noted === 0 ? ', every answer sure' : `, ${it.noted} with a note`})`)
  const first = it.notes.slice(0, 5).map((note) => problem('bulk/note', note.says, '', { line: note.line }))
  const more = it.noted > 5 ? [problem('bulk/notes', `${it.noted - 5} more rows have a note.`, 'Look at the column note.')] : []
  return [...notes, ...first, ...more]
}

function cannotWrite(out: string, error?: unknown): Problem {
  return problem('bulk/cannot-write', `${out} could not be written${error instanceof Error ? `: ${error.message}` : ''}.`, 'Name another place with -o.')
}

async function opened(make: () => Promise<FileHandle>): Promise<FileHandle | null> {
  try {
    return await make()
  } catch {
    return null
  }
}

async function writeAll(sink: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length; ) at += (await sink.write(bytes, at, bytes.length - at)).bytesWritten
}

/** Waits until the reader of a pipe has taken what was written. */
function toStandardOutput(bytes: Uint8Array): Promise<void> {
  return new Promise((resolved) => void process.stdout.write(bytes, () => resolved()))
}
