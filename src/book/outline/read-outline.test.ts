import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { walkClauses, type Article, type Outline } from '#book/book.ts'
import { readOutline } from '#book/outline/read-outline.ts'
import type { TextDocument } from '#text/document.ts'

/** House styles, each with a small agreement of our own and its outline worked out by hand: `anchor | title or heading | text`. */

const folder = new URL('fixtures/', import.meta.url)

export function textDocument(text: string): TextDocument {
  const lines = text.split('\n').map((line, at) => ({ number: at + 1, text: line, page: null }))
  return { name: 'test.txt', kind: 'txt', sha256: '0'.repeat(64), lines, pages: null, changes: [], notes: [] }
}

function shown(outline: Outline): string {
  return [...walkClauses(outline)].map(({ clause, depth }) => `${clause.anchor} | ${depth === 0 ? (clause as Article).title : (clause.heading ?? '')} | ${clause.text.replaceAll('\n\n', ' ¶ ')}`.replace(/ +/gu, ' ').trim()).join('\n')
}

describe('agreements in every house style are read into the outline worked out by hand', () => {
  for (const file of readdirSync(folder).filter((name) => !name.includes('.expected.'))) {
    const name = file.replace('.txt', '')
    test(name.replaceAll('-', ' '), () => {
      const outline = readOutline(textDocument(readFileSync(new URL(file, folder), 'utf8')))
      const expected = readFileSync(new URL(`${name}.expected.txt`, folder), 'utf8').trim()
      expect(shown(outline)).toBe(expected.replace(/ +/gu, ' ').split('\n').map((line) => line.trim()).join('\n'))
    })
  }
})
