import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Which reader made a stored book: a book made by an older one is made again from the stored lines. */

const rooms = ['outline', 'links', 'lint']
let known: string | undefined

/** A short hash over the sources that turn lines into a book. */
export function readerVersion(): string {
  known ??= hashSources()
  return known
}

function hashSources(): string {
  const book = fileURLToPath(new URL('../book/', import.meta.url))
  const hash = createHash('sha256').update(readFileSync(join(book, 'book.ts')))
  for (const room of rooms) for (const file of sourcesOf(join(book, room))) hash.update(readFileSync(file))
  return hash.digest('hex').slice(0, 16)
}

function sourcesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .sort()
    .map((name) => join(folder, name))
}
