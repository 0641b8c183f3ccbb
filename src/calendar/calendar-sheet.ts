import { isEmpty, under, type BlockMap, type BlockNode } from '#plain/block/block-node.ts'
import { readBlock } from '#plain/block/read-block.ts'
import { parseCivilDay } from '#plain/civil-day.ts'
import { problem, type Problem } from '#plain/problem.ts'

/** One mapping of a calendar file, asked key by key; whatever is wrong is told with file and line, and the rest is still read. */
export class CalendarSheet {
  readonly #map: BlockMap
  readonly #file: string
  readonly #problems: Problem[]

  private constructor(map: BlockMap, file: string, problems: Problem[]) {
    this.#map = map
    this.#file = file
    this.#problems = problems
  }

  /** The file's own mapping, or null where it cannot be read as one. */
  static read(file: string, text: string, problems: Problem[]): CalendarSheet | null {
    const { map, trouble } = readBlock(text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'), 1)
    if (map !== null) return new CalendarSheet(map, file, problems)
    problems.push(problem('calendar/unreadable', `It cannot be read: ${trouble?.what ?? 'it is empty.'}`, trouble?.next ?? 'Every line is "key: value".', { file, line: trouble?.line ?? 1 }))
    return null
  }

  get line(): number {
    return this.#map.line
  }

  /** Tells every key that is not among these. */
  only(known: readonly string[]): this {
    for (const { key, line } of this.#map.entries) {
      if (!known.includes(key)) this.tell('unknown-key', `"${key}" is no key that belongs here.`, `Known here: ${known.join(', ')}.`, line)
    }
    return this
  }

  tell(code: string, what: string, next: string, line: number = this.line): void {
    this.#problems.push(problem(`calendar/${code}`, what, next, { file: this.#file, line }))
  }

  keys(): readonly string[] {
    return this.#map.entries.map((entry) => entry.key)
  }

  has(key: string): boolean {
    return under(this.#map, key) !== undefined
  }

  /** The text as written, so that a clause 3.10 does not become 3.1. */
  text(key: string): string | null {
    const node = under(this.#map, key)
    if (node === undefined) return null
    if (node.is === 'text' && !isEmpty(node)) return node.text.trim()
    this.tell('shape', `"${key}" is not a piece of text.`, `Write "${key}: ..." on one line.`, node.line)
    return null
  }

  needText(key: string): string | null {
    if (this.has(key)) return this.text(key)
    this.tell('missing-key', `"${key}" is missing.`, `Add "${key}: ...".`)
    return null
  }

  texts(key: string): readonly string[] | null {
    const node = under(this.#map, key)
    if (node === undefined) return null
    if (node.is === 'list' && node.items.every((item) => item.is === 'text')) return node.items.map((item) => (item.is === 'text' ? item.text : ''))
    this.tell('shape', `"${key}" is not a list of names.`, `Write "${key}: [one, two]".`, node.line)
    return null
  }

  day(key: string): number | null {
    const text = this.text(key)
    if (text === null) return null
    const day = parseCivilDay(text)
    if (day === null) this.tell('no-day', `${text} is not a day.`, 'Write year, month and day: 2010-08-09.', this.#lineOf(key))
    return day
  }

  count(key: string): number | null {
    const text = this.needText(key)
    if (text === null) return null
    if (/^\d{1,4}$/.test(text)) return Number(text)
    this.tell('no-count', `${text} is not a count of days.`, 'Write a whole number.', this.#lineOf(key))
    return null
  }

  sheet(key: string): CalendarSheet | null {
    const node = under(this.#map, key)
    if (node === undefined) return null
    if (node.is === 'map') return this.#inside(node)
    this.tell('shape', `"${key}" has no keys of its own.`, `Write the keys under it, or as "${key}: {key: value}".`, node.line)
    return null
  }

  /** A list of mappings; one mapping alone counts as a list of one. */
  sheets(key: string): readonly CalendarSheet[] {
    const node = under(this.#map, key)
    if (node === undefined) return []
    if (node.is === 'map') return [this.#inside(node)]
    const entries: readonly BlockNode[] = node.is === 'list' ? node.items : [node]
    return entries.flatMap((entry) => {
      if (entry.is === 'map') return [this.#inside(entry)]
      this.tell('shape', `"${key}" is not a list of entries.`, 'Begin each entry with "- {".', entry.line)
      return []
    })
  }

  #inside(map: BlockMap): CalendarSheet {
    return new CalendarSheet(map, this.#file, this.#problems)
  }

  #lineOf(key: string): number {
    return under(this.#map, key)?.line ?? this.line
  }
}
