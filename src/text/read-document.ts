import { bytesToHex } from '@noble/hashes/utils.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { done, failed, type Outcome } from '#plain/outcome.ts'
import { problem } from '#plain/problem.ts'
import type { FileKind, Line, TextDocument, TrackedChange } from '#text/document.ts'
import type { ReadOptions } from '#text/read-options.ts'
import { findKind, noteMismatch } from '#text/find-kind.ts'
import { startReading, Stopped, type Reading } from '#text/reading.ts'
import { readText } from '#text/txt/read-text.ts'

/** The door of this room: any file in, lines out. */

export type { Progress, ReadOptions } from '#text/read-options.ts'

/** What a reader of one kind gives back; `kind` only where the bytes turned out to be another (a scanned PDF). */
export interface ReadLines {
  readonly lines: Line[]
  readonly pages: number | null
  readonly changes?: TrackedChange[]
  readonly kind?: FileKind
}

/** A file in, lines out. Bytes are never trusted: the kind is found from them, limits are kept, and every trouble is a problem that says what to do. */
export async function readDocument(file: { name: string; bytes: Uint8Array }, options: ReadOptions = {}): Promise<Outcome<TextDocument>> {
  const reading = startReading(file.name, options)
  try {
    refuseTooLarge(file.bytes.length, reading.limits.fileBytes, reading)
    reading.check()
    const kind = findKind(file.bytes, reading)
    noteMismatch(kind, reading)
    const read = await readKind(kind, file.bytes, reading)
    const document = { name: file.name, kind: read.kind ?? kind, sha256: bytesToHex(sha256(file.bytes)), lines: read.lines, pages: read.pages, changes: read.changes ?? [], notes: reading.notes }
    return done(document, reading.notes)
  } catch (error) {
    return failed(error instanceof Stopped ? error.problem : unexpected(error, file.name))
  }
}

async function readKind(kind: FileKind, bytes: Uint8Array, reading: Reading): Promise<ReadLines> {
  if (kind === 'txt' || kind === 'md') {
    refuseTooLarge(bytes.length, reading.limits.textBytes, reading)
    return readText(bytes, kind, reading)
  }
  if (kind === 'html') {
    refuseTooLarge(bytes.length, reading.limits.textBytes, reading)
    return (await import('#text/html/read-html.ts')).readHtml(bytes, reading)
  }
  if (kind === 'docx') return (await import('#text/docx/read-docx.ts')).readDocx(bytes, reading)
  if (kind === 'pdf') return (await import('#text/pdf/read-pdf.ts')).readPdf(bytes, reading)
  return (await import('#text/scan/read-picture.ts')).readPicture(bytes, reading)
}

function refuseTooLarge(bytes: number, most: number, reading: Reading): void {
  if (bytes > most) reading.stop('text/too-large', `The file has ${megabytes(bytes)} MB; ${megabytes(most)} MB are read at most.`, 'Split it into smaller files, or save it with smaller pictures.')
}

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(bytes < 10_000_000 ? 1 : 0)
}

/** A parser that fell over something in the file: the file is at fault as far as its reader can tell. */
function unexpected(error: unknown, file: string): ReturnType<typeof problem> {
  const how = error instanceof Error ? error.message.slice(0, 200) : 'unknown'
  return problem('text/broken', `The file is damaged and could not be read (${how}).`, 'Open it in the program that made it and save it afresh, or ask for another copy.', { file })
}
