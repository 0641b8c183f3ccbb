import * as fc from 'fast-check'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { blockData } from '#plain/block/block-node.ts'
import { readBlock } from '#plain/block/read-block.ts'

const agreements = new URL('../../../agreements/', import.meta.url)

function data(text: string): unknown {
  const { map, trouble } = readBlock(text, 1)
  return map === null ? trouble : blockData(map)
}

function told(text: string, firstLine = 1): string {
  const { trouble } = readBlock(text, firstLine)
  return trouble === null ? 'read' : `${trouble.line}: ${trouble.what}`
}

describe('What is wrong with a block is told with its line', () => {
  const cases: [string, string, string][] = [
    ['an empty block', '# nothing\n', '1: The block is empty.'],
    ['a block without a key', 'just words\n', '1: The block does not begin with a key.'],
    ['a key that stands twice', 'decision: x\nasks: a\nasks: b', '3: "asks" stands twice.'],
    ['a line that is no key', 'decision: x\nasks', '2: The line is no "key: value".'],
    ['a tab', 'decision: x\n\tasks: y', '2: The line begins with a tab.'],
    ['a line in a column of its own', 'facts:\n    a: 1\n  b: 2', '3: The line stands in a column of its own.'],
    ['a colon inside a text', 'says: one: two', '1: The text holds a colon and a space.'],
    ['quotes that are never closed', 'says: "one\nasks: two', '1: The quotes that open here are never closed.'],
    ['words after quotes', 'when: "a" = b', '1: "= b" stands after the closing quotes.'],
    ['braces that are never closed', 'facts: {a: 1\nasks: x', '2: ":" stands where a comma or "}" is expected.'],
    ['a bracket that is never closed', 'facts: [a, b\n', '1: The bracket that opens on line 1 is never closed.'],
    ['an entry without a value', 'facts: {a: 1, b}', '1: "b" has no value.'],
    ['a key twice in braces', 'facts: {a: 1, a: 2}', '1: "a" stands twice in one pair of braces.'],
    ['a formula with a comma in braces', 'x: {is: days from(a, b, work)}', '1: "b" has no value.'],
    ['an anchor', 'x: &a 1', '1: A value begins with "&".'],
    ['a value that begins with a sign', 'when: >= 5', '1: ">= 5" begins no text.'],
    ['a joined text with a line further in', 'note: >\n  words\n    more', '2: A line stands further in than the text around it.'],
    ['a text of which a line stands out to the left', 'table: |\n    a\n  b', '3: The line stands further to the left than the text above it.'],
    ['an escape that means nothing', 'x: "\\q"', '1: "\\q" means nothing inside double quotes.'],
    ['brackets without end', `x: ${'['.repeat(60)}`, '1: There are more than 40 brackets inside one another.'],
  ]
  test.each(cases)('%s', (_, text, wanted) => {
    expect(told(text)).toBe(wanted)
  })

  test('lines are counted from where the block stands in its file', () => {
    expect(told('decision: x\nasks: a\nasks: b', 120)).toBe('122: "asks" stands twice.')
  })
})

describe('A block is read', () => {
  test('keys, lists, braces and block text, each with its line', () => {
    const { map } = readBlock('decision: x\nfacts:\n  a: {type: date,\n      note: "b: c"}\n\n# for people\ntable: |\n  | a |\n  | b |\nlist:\n- one\n- k: v\n  l: w\n', 11)
    expect(map?.entries.map((entry) => [entry.key, entry.line, entry.value.line])).toEqual([['decision', 11, 11], ['facts', 12, 13], ['table', 17, 17], ['list', 20, 21]])
    expect(map === null ? null : blockData(map)).toEqual({ decision: 'x', facts: { a: { type: 'date', note: 'b: c' } }, table: '| a |\n| b |', list: ['one', { k: 'v', l: 'w' }] })
  })

  test('numbers, yes and no and nothing are told from texts by their quotes', () => {
    expect(data('a: 7\nb: "7"\nc: true\nd: "true"\ne: null\nf:\ng: -2.5\nh: 2010-11-01')).toEqual({ a: 7, b: '7', c: true, d: 'true', e: null, f: null, g: -2.5, h: '2010-11-01' })
  })

  test('a text goes on over lines that stand further in', () => {
    expect(data('says: one\n  two # not this\nnote: "three\n  four"')).toEqual({ says: 'one two', note: 'three four' })
  })

  test('lines after > are joined, with an empty line between paragraphs', () => {
    const text = 'note: >-\n  one\n  two\n\n  three\n\n\n  four\nnext: 1'
    expect(data(text)).toEqual({ note: 'one two\nthree\n\nfour', next: 1 })
    expect(data(text)).toEqual(parse(text))
  })

  test('the comma of an amount parts nothing, also inside braces', () => {
    expect(data('x: {is: $40,500, and: $1,250,000.50}\ny: [$1,000, 2]')).toEqual({ x: { is: '$40,500', and: '$1,250,000.50' }, y: ['$1,000', 2] })
  })

  test('a key that JavaScript knows is a key like any other', () => {
    expect(Object.keys(data('__proto__: 1\nconstructor: 2') as object)).toEqual(['__proto__', 'constructor'])
  })
})

describe('Our reader and the YAML library agree', () => {
  const files = readdirSync(agreements, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.md'))

  test('on every block of the packs that ours reads', () => {
    let compared = 0
    for (const path of files) {
      for (const [, block] of readFileSync(new URL(path, agreements), 'utf8').matchAll(/^```rule\n([\s\S]*?)^```/gm)) {
        // The one place where we part from it: amounts inside braces.
        if (block === undefined || /[{[].*\$\d{1,3},\d{3}/.test(block)) continue
        const { map } = readBlock(block, 1)
        if (map === null) continue
        compared += 1
        expect(withoutLastBreaks(blockData(map))).toEqual(withoutLastBreaks(parse(block)))
      }
    }
    expect(compared).toBeGreaterThan(0)
  })

  test('on invented blocks, written in every layout that the library has', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abc xyz 01 .-_$()=<>*:#\'",[]{}|\\'), maxLength: 14 })
    const leaf = fc.oneof(word, fc.integer({ min: -999, max: 999 }), fc.boolean(), fc.constant(null))
    const key = fc.stringMatching(/^[a-z][a-z ]{0,8}[a-z]$/)
    const { node } = fc.letrec((tie) => ({
      node: fc.oneof({ maxDepth: 4 }, leaf, fc.array(tie('node'), { maxLength: 4 }), fc.dictionary(key, tie('node'), { maxKeys: 4 })),
    }))
    const layout = fc.record({ indent: fc.constantFrom(2, 4), collectionStyle: fc.constantFrom('any' as const, 'flow' as const), defaultStringType: fc.constantFrom('PLAIN' as const, 'QUOTE_DOUBLE' as const, 'QUOTE_SINGLE' as const), lineWidth: fc.constantFrom(0, 20, 80) })
    fc.assert(
      fc.property(fc.dictionary(key, node, { minKeys: 1, maxKeys: 5 }), layout, (whole, how) => {
        // The library folds long texts with `>`, which the rule language leaves out.
        const text = stringify(whole, { ...how, blockQuote: 'literal', indentSeq: true })
        const read = readBlock(text, 1)
        expect(read.map === null ? read.trouble : withoutLastBreaks(blockData(read.map))).toEqual(withoutLastBreaks(parse(text)))
      }),
      { numRuns: Number(process.env['STEWARD_RUNS'] ?? 300) },
    )
  })
})

/** `|` keeps the last line end in YAML; a rule's text has no use for it. */
function withoutLastBreaks(it: unknown): unknown {
  if (typeof it === 'string') return it.replace(/\n+$/, '')
  if (Array.isArray(it)) return it.map(withoutLastBreaks)
  if (typeof it !== 'object' || it === null) return it
  return Object.fromEntries(Object.entries(it).map(([key, value]) => [key, withoutLastBreaks(value)]))
}
