import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Node, type YAMLMap } from 'yaml'
import { anchor } from '#book/book.ts'
import { problem, type Problem } from '#plain/problem.ts'
import type { AbsentChapter, Defect, Pack } from '#pack/pack.ts'

export type Manifest = Omit<Pack, 'articles' | 'appendices' | 'fingerprints'>

const file = 'agreement.yaml'

/** Reads agreement.yaml. Tells every key it does not know, every wrong shape and every day that is none, with its line; null where it is no YAML at all. */
export function readManifest(text: string, problems: Problem[]): Manifest | null {
  const counter = new LineCounter()
  const document = parseDocument(text, { lineCounter: counter, version: '1.2' })
  const fault = document.errors[0]
  if (fault || !isMap(document.contents)) {
    const line = fault ? counter.linePos(fault.pos[0]).line : 1
    problems.push(problem('pack/manifest', `It cannot be read as YAML${fault ? `: ${fault.message.split('\n')[0]?.replace(/ at line.*$/, '')}` : ''}.`, 'Mend the line; every line is "key: value".', { file, line }))
    return null
  }
  return readKeys(new Sheet(document.contents, counter, problems, ['pack', 'title', 'short', 'parties', 'term', 'state', 'text', 'school year', 'numbering', 'absent', 'defects']))
}

function readKeys(sheet: Sheet): Manifest {
  const title = sheet.text('title', true) ?? ''
  return {
    name: sheet.text('pack', true) ?? '',
    title,
    short: sheet.text('short', false) ?? title,
    parties: sheet.texts('parties'),
    term: readTerm(sheet),
    state: sheet.text('state', false),
    text: readText(sheet),
    schoolYear: readSchoolYear(sheet),
    numbering: sheet.texts('numbering'),
    absent: sheet.sheets('absent', ['at', 'title']).map((one): AbsentChapter => ({ at: one.text('at', true) ?? '', title: one.text('title', true) ?? '', line: one.line() })),
    defects: sheet.sheets('defects', ['at', 'also', 'says']).map(readDefect),
  }
}

function readDefect(sheet: Sheet): Defect {
  return { at: anchor(sheet.text('at', true) ?? ''), also: sheet.texts('also').map(anchor), says: sheet.text('says', true) ?? '', line: sheet.line() }
}

function readTerm(sheet: Sheet): Pack['term'] {
  const term = sheet.sheet('term', ['from', 'through'])
  if (!term) return { from: null, through: null }
  const from = term.day('from')
  const through = term.day('through')
  if (from !== null && through !== null && from > through) term.tell('pack/term', `The term ends on ${through}, before it begins on ${from}.`, 'Mend one of the two days.')
  return { from, through }
}

function readSchoolYear(sheet: Sheet): Pack['schoolYear'] {
  const found = sheet.sheet('school year', ['written', 'begins'])
  const written = found?.text('written', false) ?? 'long'
  const begins = found?.text('begins', false) ?? '07-01'
  if (written !== 'long' && written !== 'short') found?.tell('pack/school-year', `"written" is "${written}".`, 'Write "long" where the agreement says 2010-2011, "short" where it says 2010-11.')
  const known = isDay(`2001-${begins}`)
  if (!known) found?.tell('pack/school-year', `${begins} is no day on which a school year begins.`, 'Write month and day: 07-01.')
  const [month, day] = known ? begins.split('-').map(Number) : [7, 1]
  return { written: written === 'short' ? 'short' : 'long', beginsMonth: month ?? 7, beginsDay: day ?? 1 }
}

function readText(sheet: Sheet): Pack['text'] {
  const text = sheet.sheet('text', ['about', 'file', 'sha256'])
  if (!text) return null
  const hash = text.text('sha256', false)
  if (hash !== null && !/^[0-9a-f]{64}$/.test(hash)) text.tell('pack/hash', 'The sha256 is not 64 figures of 0-9 and a-f.', 'Work it out anew from the file that the pack was written against.')
  return { about: text.text('about', true) ?? '', file: text.text('file', false), sha256: hash }
}

/** One mapping of the file, asked key by key. */
class Sheet {
  readonly #map: YAMLMap
  readonly #counter: LineCounter
  readonly #problems: Problem[]

  constructor(map: YAMLMap, counter: LineCounter, problems: Problem[], known: readonly string[]) {
    this.#map = map
    this.#counter = counter
    this.#problems = problems
    for (const { key } of map.items) {
      const name = isScalar(key) ? String(key.value) : ''
      if (!known.includes(name)) this.tell('pack/unknown-key', `"${name}" is no key that belongs here.`, `Known here: ${known.join(', ')}.`, key as Node)
    }
  }

  line(at: Node | null = null): number {
    const offset = (at ?? this.#map).range?.[0]
    return offset === undefined ? 1 : this.#counter.linePos(offset).line
  }

  tell(code: `pack/${string}`, what: string, next: string, at: Node | null = null): void {
    this.#problems.push(problem(code, what, next, { file, line: this.line(at) }))
  }

  text(key: string, needed: boolean): string | null {
    const node = this.#map.get(key, true)
    if (isScalar(node) && ['string', 'number'].includes(typeof node.value) && String(node.value).trim() !== '') return String(node.value).trim()
    if (node !== undefined) this.tell('pack/shape', `"${key}" is not a piece of text.`, `Write "${key}: ..." on one line.`, node as Node)
    else if (needed) this.tell('pack/missing-key', `"${key}" is missing.`, `Add "${key}: ...".`)
    return null
  }

  texts(key: string): string[] {
    const node = this.#map.get(key, true)
    if (node === undefined) return []
    if (isSeq(node) && node.items.every((item) => isScalar(item))) return node.items.map((item) => String(isScalar(item) ? item.value : ''))
    this.tell('pack/shape', `"${key}" is not a list of texts.`, `Write each on its own line as "- ...".`, node as Node)
    return []
  }

  day(key: string): string | null {
    const text = this.text(key, false)
    if (text === null || isDay(text)) return text
    this.tell('pack/day', `${text} is not a day.`, 'Write year, month and day: 2010-07-01.', this.#map.get(key, true) as Node)
    return null
  }

  sheet(key: string, known: readonly string[]): Sheet | null {
    const node = this.#map.get(key, true)
    if (node === undefined) return null
    if (isMap(node)) return new Sheet(node, this.#counter, this.#problems, known)
    this.tell('pack/shape', `"${key}" has no keys of its own.`, `It holds: ${known.join(', ')}.`, node as Node)
    return null
  }

  sheets(key: string, known: readonly string[]): Sheet[] {
    const node = this.#map.get(key, true)
    if (node === undefined) return []
    if (isSeq(node) && node.items.every((item) => isMap(item))) return node.items.filter((item) => isMap(item)).map((item) => new Sheet(item, this.#counter, this.#problems, known))
    this.tell('pack/shape', `"${key}" is not a list of entries.`, `Each entry begins with "- ${known[0]}: ...".`, node as Node)
    return []
  }
}

function isDay(text: string): boolean {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!found) return false
  const [year, month, day] = found.slice(1).map(Number) as [number, number, number]
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const length = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  return length !== undefined && day >= 1 && day <= length
}
