import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { walkClauses, type Article, type Outline } from '#book/book.ts'
import { textDocument } from '#book/outline/fixtures/text-document.ts'
import { readOutline } from '#book/outline/read-outline.ts'

/** House styles, each with a small agreement of our own and its outline worked out by hand: `anchor | title or heading | text`, paragraphs parted by ¶. */

const folder = new URL('fixtures/', import.meta.url)

function shown(outline: Outline): string {
  return [...walkClauses(outline)].map(({ clause, depth }) => line(clause.anchor, depth === 0 ? (clause as Article).title : (clause.heading ?? ''), clause.text.replaceAll('\n\n', ' ¶ '))).join('\n')
}

function line(...cells: string[]): string {
  return cells.map((cell) => cell.trim()).join(' | ').replace(/ +/gu, ' ').trim()
}

describe('agreements in every house style are read into the outline worked out by hand', () => {
  const names = readdirSync(folder).filter((name) => name.endsWith('.txt') && !name.includes('.expected.'))
  for (const file of names) {
    const name = file.replace('.txt', '')
    test(name.replaceAll('-', ' '), () => {
      const outline = readOutline(textDocument(readFileSync(new URL(file, folder), 'utf8')))
      const expected = readFileSync(new URL(`${name}.expected.txt`, folder), 'utf8').trim().split('\n')
      expect(shown(outline)).toBe(expected.map((row) => line(...row.split('|'))).join('\n'))
    })
  }
})
