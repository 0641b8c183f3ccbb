import type { BlockEntry, BlockMap, BlockNode } from '#plain/block/block-node.ts'
import { TroubleBox, type BlockTrouble } from '#plain/block/block-trouble.ts'
import { FlowScanner, folded } from '#plain/block/flow-scanner.ts'

/**
 * Reads the lines of a rule block or of agreement.yaml: the small, plain part of YAML that docs/rule-language.md names, with the line of every key and value.
 * Our own because a whole agreement is read at every start, and the YAML library needs ten times as long.
 */
export function readBlock(text: string, firstLine: number): { readonly map: BlockMap | null; readonly trouble: BlockTrouble | null } {
  const reader = new BlockReader(text, firstLine)
  const map = reader.whole()
  return reader.trouble.first === null ? { map, trouble: null } : { map: null, trouble: reader.trouble.first }
}

const deepest = 40
const [space, hash] = [32, 35]

function isBlank(code: number): boolean {
  return code === space || (code >= 9 && code <= 13) || code === 160
}

class BlockReader {
  readonly trouble = new TroubleBox()
  readonly #text: string
  readonly #firstLine: number
  /** By line: where its words begin and end in the text, and their column. -1: an empty line or a comment. */
  readonly #starts: number[] = []
  readonly #ends: number[] = []
  readonly #columns: number[] = []
  #at = 0

  constructor(text: string, firstLine: number) {
    this.#text = text
    this.#firstLine = firstLine
    let from = 0
    while (from <= text.length) {
      const found = text.indexOf('\n', from)
      const end = found < 0 ? text.length : found
      this.#addLine(from, end)
      from = end + 1
    }
  }

  whole(): BlockMap | null {
    if (!this.#findLine()) {
      this.#stop('The block is empty.', 'Write "decision: its_name" on its first line, or take the block away.', 0)
      return null
    }
    const node = this.#node(this.#columns[this.#at] ?? 0, 0)
    if (this.#findLine()) this.#stop('The line stands further to the left than the lines above it.', 'Begin it in the same column as the keys that it belongs to.')
    if (node.is !== 'map') this.#stop('The block does not begin with a key.', 'Write "decision: its_name" on its first line.', 0)
    return node.is === 'map' ? node : null
  }

  #addLine(from: number, end: number): void {
    let start = from
    while (start < end && this.#text.charCodeAt(start) === space) start += 1
    let stop = end
    while (stop > start && isBlank(this.#text.charCodeAt(stop - 1))) stop -= 1
    const nothing = start === stop || this.#text.charCodeAt(start) === hash
    this.#starts.push(start)
    this.#ends.push(stop)
    this.#columns.push(nothing ? -1 : start - from)
  }

  /** Goes on to the next line with words; false at the end. */
  #findLine(): boolean {
    if (this.trouble.stopped) return false
    while (this.#at < this.#columns.length && this.#columns[this.#at] === -1) this.#at += 1
    if (this.#text[this.#starts[this.#at] ?? -1] === '\t') this.#stop('The line begins with a tab.', 'Indent with spaces.')
    return this.#at < this.#columns.length
  }

  #node(column: number, depth: number): BlockNode {
    if (depth > deepest) this.#stop(`There are more than ${deepest} levels inside one another.`, 'Take something out as a value of its own.')
    if (this.trouble.stopped) return this.#nothing()
    const start = this.#starts[this.#at] ?? 0
    if (this.#isItem()) return this.#list(column, depth)
    if (this.#keyEnd() >= 0) return this.#map(column, depth)
    return this.#value(start, column - 1)
  }

  #list(column: number, depth: number): BlockNode {
    const line = this.#line()
    const items: BlockNode[] = []
    while (this.#findLine() && this.#columns[this.#at] === column && this.#isItem()) {
      const here = this.#at
      const start = this.#after(1)
      if (start === (this.#ends[here] ?? 0) || this.#text[start] === '#') {
        this.#at += 1
        items.push(this.#deeper(column, depth, here))
        continue
      }
      // What stands after the dash is a node of its own, one column for each character further in.
      this.#columns[here] = column + start - (this.#starts[here] ?? 0)
      this.#starts[here] = start
      items.push(this.#node(this.#columns[here] ?? 0, depth + 1))
    }
    this.#checkColumn(column)
    return { is: 'list', items, line }
  }

  #map(column: number, depth: number): BlockMap {
    const line = this.#line()
    const entries: BlockEntry[] = []
    const values = new Map<string, BlockNode>()
    while (this.#findLine() && this.#columns[this.#at] === column && !this.#isItem()) {
      const keyLine = this.#line()
      const end = this.#keyEnd()
      if (end < 0) {
        this.#stop('The line is no "key: value".', 'Put a colon and a space after the key; indent a line that goes on with the text above it.')
        break
      }
      const key = this.#key(this.#starts[this.#at] ?? 0, end)
      if (values.has(key)) this.#stop(`"${key}" stands twice.`, 'Keep one of the two, or give one another name.')
      const value = this.#valueAfter(end + 1, column, depth)
      entries.push({ key, line: keyLine, value })
      values.set(key, value)
    }
    this.#checkColumn(column)
    return { is: 'map', entries, values, line }
  }

  #valueAfter(from: number, column: number, depth: number): BlockNode {
    const here = this.#at
    const end = this.#ends[here] ?? 0
    let start = from
    while (start < end && this.#text[start] === ' ') start += 1
    if (start < end && this.#text[start] !== '#') return this.#value(start, column)
    this.#at += 1
    return this.#deeper(column, depth, here, true)
  }

  /** The lines below, where they stand further in (or are a list in the very column of their key). */
  #deeper(column: number, depth: number, above: number, listBeside = false): BlockNode {
    if (!this.#findLine()) return this.#nothing(above)
    const next = this.#columns[this.#at] ?? 0
    if (next > column) return this.#node(next, depth + 1)
    return listBeside && next === column && this.#isItem() ? this.#list(column, depth + 1) : this.#nothing(above)
  }

  /** A value that begins on this line, after its key or dash; `column` is the key's. */
  #value(start: number, column: number): BlockNode {
    const mark = this.#text[start] ?? ''
    const end = this.#ends[this.#at] ?? 0
    if (mark === '|' || mark === '>') return this.#blockText(start, column)
    if (mark === '"' || mark === "'" || mark === '{' || mark === '[') return this.#flow(start)
    if (/[&*!%@`,}\]]/.test(mark) || (/[?-]/.test(mark) && (start + 1 === end || this.#text[start + 1] === ' '))) {
      this.#stop(`A value begins with "${mark}".`, 'Put the whole value into double quotes.')
      return this.#nothing()
    }
    return this.#plain(start, column)
  }

  #flow(start: number): BlockNode {
    const scanner = new FlowScanner(this.#text, start, this.#line(), this.trouble)
    const node = scanner.node()
    if (this.trouble.stopped) return this.#nothing()
    this.#at = scanner.line - this.#firstLine
    const rest = this.#text.slice(scanner.at, this.#ends[this.#at])
    if (rest.trim() !== '' && !/^\s+#/.test(rest)) {
      this.#stop(`"${rest.trim()}" stands after the closing ${node.is === 'text' ? 'quotes' : 'bracket'}.`, "Take it away; an expression that begins with quotes or a bracket goes into single quotes as a whole ('...').")
    }
    this.#at += 1
    return node
  }

  #plain(start: number, column: number): BlockNode {
    const line = this.#line()
    let text = this.#plainLine(start)
    for (this.#at += 1; this.#at < this.#columns.length && !this.trouble.stopped; this.#at += 1) {
      const at = this.#columns[this.#at] ?? -1
      const empty = at === -1
      if (empty && this.#text[this.#starts[this.#at] ?? 0] === '#' && (this.#starts[this.#at] ?? 0) < (this.#ends[this.#at] ?? 0)) break
      if (!empty && at <= column) break
      if (!empty) text += `\n${this.#plainLine(this.#starts[this.#at] ?? 0)}`
      else if (this.#goesOn(column)) text += '\n'
      else break
    }
    const words = text.replace(/\n+/g, (gap) => '\n'.repeat(gap.length - 1) || ' ')
    return { is: 'text', text: words, plain: true, line, textLine: line }
  }

  /** Whether the text goes on after the empty lines here. */
  #goesOn(column: number): boolean {
    let at = this.#at
    while (at < this.#columns.length && this.#columns[at] === -1 && this.#starts[at] === this.#ends[at]) at += 1
    return (this.#columns[at] ?? -1) > column
  }

  #plainLine(start: number): string {
    const whole = this.#text.slice(start, this.#ends[this.#at])
    const comment = whole.search(/\s#/)
    const text = comment < 0 ? whole : whole.slice(0, comment).trimEnd()
    if (/:(?:\s|$)/.test(text)) this.#stop('The text holds a colon and a space.', 'Put the whole value into double quotes; or, if this is a key of its own, begin it in the column of its fellows.')
    return text
  }

  #blockText(start: number, column: number): BlockNode {
    const line = this.#line()
    const head = this.#text.slice(start, this.#ends[this.#at]).replace(/\s+#.*$/, '')
    if (!/^[|>]-?$/.test(head)) this.#stop(`"${head}" begins no text.`, 'Write "|" for text over several lines, ">" where they are to be joined; put a value that begins with > or | into double quotes.')
    this.#at += 1
    const first = this.#at
    const lines: string[] = []
    let inner = -1
    for (; this.#at < this.#columns.length; this.#at += 1) {
      const words = (this.#starts[this.#at] ?? 0) < (this.#ends[this.#at] ?? 0)
      const from = this.#lineStart(this.#at)
      const at = (this.#starts[this.#at] ?? 0) - from
      if (words && at <= column) break
      if (words && inner < 0) inner = at
      if (words && at < inner) this.#stop('The line stands further to the left than the text above it.', 'Begin all lines of the text in the same column.')
      lines.push(words ? this.#text.slice(from + inner, this.#ends[this.#at]) : '')
    }
    while (lines.at(-1) === '') lines.pop()
    const joined = head.startsWith('>')
    if (joined && lines.some((words) => words.startsWith(' '))) this.#stop('A line stands further in than the text around it.', 'Begin all lines in the same column, or write "|" in place of ">".', first)
    return { is: 'text', text: joined ? folded(lines.join('\n')) : lines.join('\n'), plain: false, line, textLine: this.#firstLine + first }
  }

  #lineStart(at: number): number {
    return at === 0 ? 0 : this.#text.lastIndexOf('\n', (this.#starts[at] ?? 0) - 1) + 1
  }

  #isItem(): boolean {
    const start = this.#starts[this.#at] ?? 0
    return this.#text[start] === '-' && (start + 1 === this.#ends[this.#at] || this.#text[start + 1] === ' ')
  }

  #after(characters: number): number {
    const end = this.#ends[this.#at] ?? 0
    let start = (this.#starts[this.#at] ?? 0) + characters
    while (start < end && this.#text[start] === ' ') start += 1
    return start
  }

  /** Where the colon of this line's key stands, or -1. */
  #keyEnd(): number {
    const start = this.#starts[this.#at] ?? 0
    const end = this.#ends[this.#at] ?? 0
    const mark = this.#text[start]
    if (mark === '"' || mark === "'") {
      const close = this.#text.indexOf(mark, start + 1)
      return close > 0 && close < end && this.#text[close + 1] === ':' && (close + 2 === end || this.#text[close + 2] === ' ') ? close + 1 : -1
    }
    if (mark === '{' || mark === '[' || mark === '#') return -1
    for (let at = this.#text.indexOf(':', start); at >= 0 && at < end; at = this.#text.indexOf(':', at + 1)) {
      if (at + 1 !== end && this.#text.charCodeAt(at + 1) !== space) continue
      return this.#text.slice(start, at).includes(' #') ? -1 : at
    }
    return -1
  }

  #key(start: number, end: number): string {
    const text = this.#text.slice(start, end).trim()
    return /^["']/.test(text) ? text.slice(1, -1) : text
  }

  #checkColumn(column: number): void {
    if (this.#findLine() && (this.#columns[this.#at] ?? 0) > column) this.#stop('The line stands in a column of its own.', 'Begin it in the column of the keys that it belongs to, or further in than the key above it.')
  }

  #nothing(at = Math.min(this.#at, this.#columns.length - 1)): BlockNode {
    const line = this.#firstLine + at
    return { is: 'text', text: '', plain: true, line, textLine: line }
  }

  #line(): number {
    return this.#firstLine + this.#at
  }

  #stop(what: string, next: string, at = Math.min(this.#at, this.#columns.length - 1)): void {
    this.trouble.stop(what, next, this.#firstLine + at)
  }
}
