import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Node, type YAMLMap } from 'yaml'
import { parseCivilDay } from '#plain/civil-day.ts'
import { problem, type Problem } from '#plain/problem.ts'

/** One mapping of a calendar's YAML, asked key by key; whatever is wrong is told with file and line, and the rest is still read. */
export class YamlSheet {
  readonly #map: YAMLMap
  readonly #at: Reading

  private constructor(map: YAMLMap, at: Reading) {
    this.#map = map
    this.#at = at
  }

  /** The file's own mapping, or null where it is no YAML mapping. */
  static read(file: string, text: string, problems: Problem[]): YamlSheet | null {
    const counter = new LineCounter()
    const document = parseDocument(text, { lineCounter: counter, version: '1.2' })
    const fault = document.errors[0]
    if (fault === undefined && isMap(document.contents)) return new YamlSheet(document.contents, { file, counter, problems })
    const why = fault === undefined ? '' : `: ${(fault.message.split('\n')[0] ?? '').replace(/ at line.*$/, '')}`
    problems.push(problem('calendar/yaml', `It cannot be read as YAML${why}.`, 'Mend the line; every line is "key: value".', { file, line: fault === undefined ? 1 : counter.linePos(fault.pos[0]).line }))
    return null
  }

  get line(): number {
    return this.#lineOf(this.#map)
  }

  /** Tells every key that is not among these. */
  only(known: readonly string[]): this {
    for (const { key } of this.#map.items) {
      if (!known.includes(keyText(key))) this.tell('unknown-key', `"${keyText(key)}" is no key that belongs here.`, `Known here: ${known.join(', ')}.`, key as Node)
    }
    return this
  }

  tell(code: string, what: string, next: string, at: Node | null = null): void {
    this.#at.problems.push(problem(`calendar/${code}`, what, next, { file: this.#at.file, line: at === null ? this.line : this.#lineOf(at) }))
  }

  keys(): readonly string[] {
    return this.#map.items.map((item) => keyText(item.key))
  }

  has(key: string): boolean {
    return this.#map.has(key)
  }

  /** The text as written, so that a clause 3.10 does not become 3.1. */
  text(key: string): string | null {
    const node = this.#map.get(key, true) as Node | undefined
    if (node === undefined) return null
    if (isScalar(node) && node.value !== null && typeof node.value !== 'boolean') return (typeof node.value === 'string' ? node.value : (node.source ?? String(node.value))).trim()
    this.tell('shape', `"${key}" is not a piece of text.`, `Write "${key}: ..." on one line.`, node)
    return null
  }

  needText(key: string): string | null {
    if (this.has(key)) return this.text(key)
    this.tell('missing-key', `"${key}" is missing.`, `Add "${key}: ...".`)
    return null
  }

  texts(key: string): readonly string[] | null {
    const node = this.#map.get(key, true) as Node | undefined
    if (node === undefined) return null
    if (isSeq(node) && node.items.every((item) => isScalar(item))) return node.items.map((item) => String(isScalar(item) ? item.value : ''))
    this.tell('shape', `"${key}" is not a list of names.`, `Write "${key}: [one, two]".`, node)
    return null
  }

  day(key: string): number | null {
    const text = this.text(key)
    if (text === null) return null
    const day = parseCivilDay(text)
    if (day === null) this.tell('no-day', `${text} is not a day.`, 'Write year, month and day: 2010-08-09.', this.#map.get(key, true) as Node)
    return day
  }

  count(key: string): number | null {
    const text = this.needText(key)
    if (text === null) return null
    if (/^\d{1,4}$/.test(text)) return Number(text)
    this.tell('no-count', `${text} is not a count of days.`, 'Write a whole number.', this.#map.get(key, true) as Node)
    return null
  }

  sheet(key: string): YamlSheet | null {
    const node = this.#map.get(key, true) as Node | undefined
    if (node === undefined) return null
    if (isMap(node)) return new YamlSheet(node, this.#at)
    this.tell('shape', `"${key}" has no keys of its own.`, `Write the keys under it, or as "${key}: {key: value}".`, node)
    return null
  }

  /** A list of mappings; one mapping alone counts as a list of one. */
  sheets(key: string): readonly YamlSheet[] {
    const node = this.#map.get(key, true) as Node | undefined
    if (node === undefined) return []
    if (isMap(node)) return [new YamlSheet(node, this.#at)]
    if (isSeq(node) && node.items.every((item) => isMap(item))) return node.items.filter((item) => isMap(item)).map((item) => new YamlSheet(item, this.#at))
    this.tell('shape', `"${key}" is not a list of entries.`, 'Begin each entry with "- {".', node)
    return []
  }

  #lineOf(node: Node | YAMLMap): number {
    return this.#at.counter.linePos(node.range?.[0] ?? 0).line
  }
}

interface Reading {
  readonly file: string
  readonly counter: LineCounter
  readonly problems: Problem[]
}

function keyText(key: unknown): string {
  return isScalar(key) ? (key.source ?? String(key.value)) : ''
}
