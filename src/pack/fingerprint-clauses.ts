import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Clause } from '#book/book.ts'
import { problem, type Problem } from '#plain/problem.ts'

/**
 * Fingerprints: a short hash of each printed clause, so that a pack can tell which clauses of an imported text are the ones
 * it was written against without holding a word of them.
 */

/** The fingerprint of one printed clause: of its heading and own words, letters and figures only, so that layout, hyphens and quotes do not matter. */
export function fingerprint(clause: Pick<Clause, 'heading' | 'text'>): string {
  const words = `${clause.heading ?? ''} ${clause.text}`.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
  return bytesToHex(sha256(utf8ToBytes(words))).slice(0, 12)
}

/** Reads fingerprints.csv (the pack's anchor and a hash a line); a line that cannot be read is told and left out. */
export function readFingerprints(text: string, problems: Problem[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  text.split(/\r?\n/).forEach((line, index) => {
    if (line === '' || (index === 0 && line === 'anchor,hash')) return
    const row = /^([^",]+),([0-9a-f]{12})$/.exec(line)
    if (row) found.set(row[1] ?? '', row[2] ?? '')
    else problems.push(problem('pack/fingerprint', 'The line is not an anchor, a comma and twelve figures of 0-9 and a-f.', 'Write the file anew from the text that the pack was written against.', { file: 'fingerprints.csv', line: index + 1 }))
  })
  return found
}
