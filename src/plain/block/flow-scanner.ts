import type { BlockEntry, BlockNode } from '#plain/block/block-node.ts'
import type { TroubleBox } from '#plain/block/block-trouble.ts'

/** Reads what may run over several lines: quoted text, `{a: 1, b: 2}` and `[x, y]`, from a place in the block's text on. */

const deepest = 40
/** Characters that end nothing. */
const run = /[^,[\]{}:#\n]*/y
const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', '"': '"', '\\': '\\', '/': '/' }

export class FlowScanner {
  readonly #text: string
  readonly #trouble: TroubleBox
  /** The next character. */
  at: number
  /** The line on which it stands. */
  line: number

  constructor(text: string, at: number, line: number, trouble: TroubleBox) {
    this.#text = text
    this.at = at
    this.line = line
    this.#trouble = trouble
  }

  /** A quoted text, a map or a list; whatever else stands inside one. */
  node(depth = 0): BlockNode {
    const mark = this.#text[this.at]
    if (depth > deepest) return this.#broken(`There are more than ${deepest} brackets inside one another.`, 'Write it with indented lines.')
    if (mark === '"' || mark === "'") return this.#quoted(mark)
    if (mark === '{') return this.#map(depth)
    if (mark === '[') return this.#list(depth)
    return this.#plain()
  }

  #map(depth: number): BlockNode {
    const line = this.line
    const entries: BlockEntry[] = []
    const values = new Map<string, BlockNode>()
    this.at += 1
    while (this.#more('}', line)) {
      const keyLine = this.line
      const key = this.#key()
      if (key === null) break
      if (values.has(key)) this.#trouble.stop(`"${key}" stands twice in one pair of braces.`, 'Keep one of them.', keyLine)
      this.#space()
      const empty = ',}'.includes(this.#text[this.at] ?? '}')
      const value = empty ? this.#nothing() : this.node(depth + 1)
      entries.push({ key, line: keyLine, value })
      values.set(key, value)
      this.#comma('}')
    }
    return { is: 'map', entries, values, line }
  }

  #list(depth: number): BlockNode {
    const line = this.line
    const items: BlockNode[] = []
    this.at += 1
    while (this.#more(']', line)) {
      items.push(this.node(depth + 1))
      this.#comma(']')
    }
    return { is: 'list', items, line }
  }

  /** Goes on to the next entry; false when the bracket is closed or the text is at its end. */
  #more(close: string, opened: number): boolean {
    this.#space()
    if (this.#trouble.stopped) return false
    if (this.at >= this.#text.length) {
      this.#trouble.stop(`The bracket that opens on line ${opened} is never closed.`, `Put "${close}" after its last entry.`, opened)
      return false
    }
    if (this.#text[this.at] !== close) return true
    this.at += 1
    return false
  }

  #comma(close: string): void {
    this.#space()
    const mark = this.#text[this.at]
    if (mark === ',') this.at += 1
    else if (mark !== close && this.at < this.#text.length) this.#trouble.stop(`"${mark}" stands where a comma or "${close}" is expected.`, 'Put a text that holds brackets, commas or quotes into double quotes.', this.line)
  }

  #key(): string | null {
    const mark = this.#text[this.at]
    const quoted = mark === '"' || mark === "'"
    const key = quoted ? this.#quoted(mark) : this.#plain()
    this.#space()
    const next = this.#text[this.at + 1] ?? ' '
    if (key.is === 'text' && this.#text[this.at] === ':' && (quoted || /[\s,}[\]]/.test(next))) {
      this.at += 1
      return key.text
    }
    this.#trouble.stop(`"${key.is === 'text' ? key.text : ''}" has no value.`, 'Inside braces each entry is "key: value"; put a text or formula that holds a comma or brackets into double quotes.', this.line)
    return null
  }

  /** Text without quotes: up to a bracket, a comma, `: ` or ` #`. */
  #plain(): BlockNode {
    const line = this.line
    const from = this.at
    if (/[&*!|>%@`#]/.test(this.#text[from] ?? '')) return this.#broken(`A value begins with "${this.#text[from]}".`, 'Put it into double quotes.')
    this.#toPlainEnd(from)
    const whole = this.#text.slice(from, this.at)
    const words = this.line === line ? whole.trim() : folded(whole.replace(/[ \t]#[^\n]*/g, ''))
    if (words === '') return this.#broken('Nothing stands where a value is expected.', 'Write the value, or take the comma away.')
    return { is: 'text', text: words, plain: true, line, textLine: line }
  }

  #toPlainEnd(from: number): void {
    for (;;) {
      run.lastIndex = this.at
      run.test(this.#text)
      this.at = run.lastIndex
      const mark = this.#text[this.at]
      if (mark === '\n') this.line += 1
      else if (mark === '#') {
        if (/\s/.test(this.#text[this.at - 1] ?? '')) this.#comment()
        if (this.#text[this.at] === '\n') continue
      } else if (mark === ':') {
        if (/[\s,[\]{}]/.test(this.#text[this.at + 1] ?? ' ')) return
      } else if (mark !== ',' || !this.#insideAmount(this.#text.slice(from, this.at))) return
      if (this.at >= this.#text.length) return
      this.at += 1
    }
  }

  /** The comma of `$40,500` parts no values; YAML itself would cut there, and nobody could mean that. */
  #insideAmount(text: string): boolean {
    const before = this.#text.charCodeAt(this.at - 1)
    return before >= 48 && before <= 57 && /(?:^|\s)-?\$\d{1,3}(?:,\d{3})*$/.test(text) && /^,\d{3}(?!\d)/.test(this.#text.slice(this.at, this.at + 5))
  }

  #quoted(mark: '"' | "'"): BlockNode {
    const line = this.line
    const from = this.at + 1
    const end = this.#text.indexOf(mark, from)
    const simple = end < 0 ? '' : this.#text.slice(from, end)
    // Nearly all quoted texts stand on one line and hold neither escapes nor doubled quotes.
    if (end >= 0 && !simple.includes('\n') && !simple.includes('\\') && this.#text[end + 1] !== mark) {
      this.at = end + 1
      return { is: 'text', text: simple, plain: false, line, textLine: line }
    }
    return this.#longQuoted(mark, line)
  }

  #longQuoted(mark: '"' | "'", line: number): BlockNode {
    let text = ''
    for (this.at += 1; this.at < this.#text.length; this.at += 1) {
      const here = this.#text[this.at] ?? ''
      if (here === '\n') this.line += 1
      if (here === '\\' && mark === '"') text += this.#escape()
      else if (here !== mark) text += here
      else if (mark === "'" && this.#text[this.at + 1] === "'") {
        text += "'"
        this.at += 1
      } else {
        this.at += 1
        return { is: 'text', text: unescaped(foldedInside(text)), plain: false, line, textLine: line }
      }
    }
    return this.#broken('The quotes that open here are never closed.', `Put ${mark} at the end of the text.`, line)
  }

  /** Escaped characters are kept apart from typed ones until the lines are folded: a typed line end is a space, `\n` is a line end. */
  #escape(): string {
    this.at += 1
    const mark = this.#text[this.at] ?? ''
    const code = mark === 'u' ? /^[0-9a-fA-F]{4}/.exec(this.#text.slice(this.at + 1, this.at + 5))?.[0] : undefined
    if (code !== undefined) {
      this.at += 4
      return String.fromCharCode(Number.parseInt(code, 16))
    }
    const means = escapes[mark]
    if (means === undefined) this.#trouble.stop(`"\\${mark}" means nothing inside double quotes.`, 'Write \\\\ for a backslash, \\" for a quote.', this.line)
    return means === '\n' ? lineEnd : means === '\t' ? tab : (means ?? '')
  }

  #nothing(): BlockNode {
    return { is: 'text', text: '', plain: true, line: this.line, textLine: this.line }
  }

  #broken(what: string, next: string, line = this.line): BlockNode {
    this.#trouble.stop(what, next, line)
    return this.#nothing()
  }

  #space(): void {
    for (; this.at < this.#text.length; this.at += 1) {
      const here = this.#text[this.at] ?? ''
      if (here === '\n') this.line += 1
      else if (here === '#' && /\s/.test(this.#text[this.at - 1] ?? ' ')) {
        this.#comment()
        this.at -= 1
      } else if (here !== ' ' && here !== '\t') return
    }
  }

  #comment(): void {
    while (this.at < this.#text.length && this.#text[this.at] !== '\n') this.at += 1
  }
}

const lineEnd = '\uE000'
const tab = '\uE001'

function unescaped(text: string): string {
  return text.replaceAll(lineEnd, '\n').replaceAll(tab, '\t')
}

/** Lines joined by one space, an empty line between them by a line end; spaces at both ends gone. */
export function folded(text: string): string {
  return foldedInside(text).trim()
}

function foldedInside(text: string): string {
  if (!text.includes('\n')) return text
  return text.replace(/[ \t]*\n(?:[ \t]*\n)*[ \t]*/g, (gap) => '\n'.repeat(gap.split('\n').length - 2) || ' ')
}
