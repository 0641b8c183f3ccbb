import { anchor } from '#book/book.ts'
import { under, type BlockMap } from '#plain/block/block-node.ts'
import { readBlock } from '#plain/block/read-block.ts'
import { parseCivilDay } from '#plain/civil-day.ts'
import { problem, type Problem } from '#plain/problem.ts'
import type { AbsentChapter, Defect, Pack } from '#pack/pack.ts'

export type Manifest = Omit<Pack, 'articles' | 'appendices' | 'fingerprints'>

const file = 'agreement.yaml'

/** Reads agreement.yaml, in the plain lines that rule blocks are written in. Tells every key it does not know, every wrong shape and every day that is none, with its line; null where it cannot be read at all. */
export function readManifest(text: string, problems: Problem[]): Manifest | null {
  const { map, trouble } = readBlock(text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'), 1)
  if (map === null) {
    problems.push(problem('pack/manifest', `It cannot be read: ${trouble?.what ?? 'it is empty.'}`, trouble?.next ?? 'Every line is "key: value".', { file, line: trouble?.line ?? 1 }))
    return null
  }
  return readKeys(new Sheet(map, problems, ['pack', 'title', 'short', 'parties', 'term', 'state', 'text', 'school year', 'numbering', 'absent', 'defects']))
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
  const known = parseCivilDay(`2001-${begins}`) !== null
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
  readonly #map: BlockMap
  readonly #problems: Problem[]

  constructor(map: BlockMap, problems: Problem[], known: readonly string[]) {
    this.#map = map
    this.#problems = problems
    for (const { key, line } of map.entries) {
      if (!known.includes(key)) this.tell('pack/unknown-key', `"${key}" is no key that belongs here.`, `Known here: ${known.join(', ')}.`, line)
    }
  }

  line(): number {
    return this.#map.line
  }

  tell(code: `pack/${string}`, what: string, next: string, line = this.#map.line): void {
    this.#problems.push(problem(code, what, next, { file, line }))
  }

  text(key: string, needed: boolean): string | null {
    const node = under(this.#map, key)
    if (node?.is === 'text' && node.text.trim() !== '' && !(node.plain && node.text === 'null')) return node.text.trim()
    if (node !== undefined) this.tell('pack/shape', `"${key}" is not a piece of text.`, `Write "${key}: ..." on one line.`, node.line)
    else if (needed) this.tell('pack/missing-key', `"${key}" is missing.`, `Add "${key}: ...".`)
    return null
  }

  texts(key: string): string[] {
    const node = under(this.#map, key)
    if (node === undefined) return []
    if (node.is === 'list' && node.items.every((item) => item.is === 'text')) return node.items.map((item) => (item.is === 'text' ? item.text : ''))
    this.tell('pack/shape', `"${key}" is not a list of texts.`, `Write each on its own line as "- ...".`, node.line)
    return []
  }

  day(key: string): string | null {
    const text = this.text(key, false)
    if (text === null || parseCivilDay(text) !== null) return text
    this.tell('pack/day', `${text} is not a day.`, 'Write year, month and day: 2010-07-01.', under(this.#map, key)?.line)
    return null
  }

  sheet(key: string, known: readonly string[]): Sheet | null {
    const node = under(this.#map, key)
    if (node === undefined) return null
    if (node.is === 'map') return new Sheet(node, this.#problems, known)
    this.tell('pack/shape', `"${key}" has no keys of its own.`, `It holds: ${known.join(', ')}.`, node.line)
    return null
  }

  sheets(key: string, known: readonly string[]): Sheet[] {
    const node = under(this.#map, key)
    if (node === undefined) return []
    if (node.is === 'list' && node.items.every((item) => item.is === 'map')) return node.items.flatMap((item) => (item.is === 'map' ? [new Sheet(item, this.#problems, known)] : []))
    this.tell('pack/shape', `"${key}" is not a list of entries.`, `Each entry begins with "- ${known[0]}: ...".`, node.line)
    return []
  }
}
