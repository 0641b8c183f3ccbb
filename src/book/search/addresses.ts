import type { Entry } from '#book/search/entries.ts'

/** Clause numbers as people type them (`6.4.1`, `art 6`, `section 3.4`, `App. A`, `article six`) and the clauses they mean. */

export interface AddressBook {
  /** The entries whose address is meant exactly, in the order of the shelf. Empty where nothing answers. */
  lookUp(asked: AskedAddress): readonly number[]
}

export interface AskedAddress {
  readonly label: 'article' | 'section' | 'appendix' | null
  /** Normal: `6.4.1`, `vi.a`, `a.3`. */
  readonly number: string
  /** What was typed after it. */
  readonly rest: string
}

/** Reads an address at the start of a query; null where it does not start with one. */
export function readAddress(query: string): AskedAddress | null {
  const match = addressPattern.exec(query.trim())
  if (match === null) return null
  const label = labelOf(match.groups?.['label'] ?? '')
  const typed = spelledNumber(match.groups?.['spelled']) ?? match.groups?.['number'] ?? ''
  const rest = (match.groups?.['rest'] ?? '').trim()
  // Without "art" or "section" a bare "20" before words is a figure: "20 days".
  const bareFigure = label === null && rest !== '' && !/[.(]/.test(typed)
  // And a bare letter or Roman figure is a word: "I", "a", "mix".
  const bareLetters = label === null && !/\d/.test(typed) && !/[.(]\w/.test(typed)
  return typed === '' || bareFigure || bareLetters ? null : { label, number: normalAddress(typed), rest }
}

/** Addresses compare in this form: lower case, every mark between parts one point, no blanks. */
export function normalAddress(address: string): string {
  return address
    .toLowerCase()
    .replace(/\bappendix\b|\bapp\b\.?/g, 'app.')
    .replace(/[–—]/g, '-')
    .replace(/[^a-z0-9-]+/g, '.')
    .replace(/^\.+|\.+$/g, '')
}

/** The address book of a shelf. */
export function indexAddresses(entries: readonly Entry[]): AddressBook {
  const byAnchor = new Map<string, number[]>()
  const byNumber = new Map<string, number[]>()
  for (const [at, entry] of entries.entries()) {
    if (entry.anchor === null) continue
    const anchor = normalAddress(entry.anchor)
    push(byAnchor, anchor, at)
    const number = normalAddress(entry.number ?? '')
    const first = firstStand(entries, byAnchor, anchor, entry)
    if (first !== null) push(byAnchor, first, at)
    const arabic = withArabicFirst(anchor)
    if (entry.chapter === 'article' && arabic !== null) push(byAnchor, arabic, at)
    if (number !== '') push(byNumber, number, at)
  }
  return { lookUp: (asked) => lookUp(asked, entries, byAnchor, byNumber) }
}

const spelled = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen']
const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']

const addressPattern = new RegExp(
  String.raw`^(?:(?<label>articles?|art|sections?|sect?|clause|paragraph|para|subsection|appendix|appx?|exhibit|§+)(?:\.\s*|\s+|(?<=§)))?` +
    String.raw`(?:(?<number>(?:\d+[a-z]?|[ivxlc]+|[a-z])(?:\s?[.\-–]\s?(?:\d+[a-z]?|[ivxlc]+|[a-z])|\s?\(\w{1,4}\))*)\.?|(?<spelled>(?:${tens.join('|')})(?:[\s-](?:${spelled.slice(0, 9).join('|')}))?|${spelled.slice().reverse().join('|')}))` +
    String.raw`(?=$|[\s,:;])[,:;]?(?<rest>.*)$`,
  'is',
)

function labelOf(typed: string): AskedAddress['label'] {
  if (/^art/i.test(typed)) return 'article'
  if (/^(app|exhibit)/i.test(typed)) return 'appendix'
  return typed === '' ? null : 'section'
}

function spelledNumber(words: string | undefined): string | null {
  if (words === undefined) return null
  let sum = 0
  for (const word of words.toLowerCase().split(/[\s-]+/)) sum += tens.includes(word) ? (tens.indexOf(word) + 2) * 10 : spelled.indexOf(word) + 1
  return String(sum)
}

function lookUp({ label, number }: AskedAddress, entries: readonly Entry[], byAnchor: Map<string, number[]>, byNumber: Map<string, number[]>): readonly number[] {
  if (label === 'appendix') {
    const found = byAnchor.get(`app.${number}`) ?? byNumber.get(number) ?? []
    return found.filter((at) => entries[at]!.chapter === 'appendix')
  }
  const arabic = withArabicFirst(number)
  const found = [...new Set([...(byAnchor.get(number) ?? []), ...(arabic === null ? [] : (byAnchor.get(arabic) ?? []))])].sort((a, b) => a - b)
  if (label === 'article') {
    const chapters = found.filter((at) => entries[at]!.parent === -1)
    return chapters.length > 0 ? chapters : found
  }
  // "Section 3" means a section so numbered, in whatever article, before it means Article 3.
  const sections = label === 'section' ? [...new Set([...found, ...(byNumber.get(number) ?? [])])].filter((at) => entries[at]!.parent !== -1) : []
  return sections.length > 0 ? sections.sort((a, b) => a - b) : found
}

/** `vi.a` as `6.a`; null where the first part is no Roman figure. */
function withArabicFirst(address: string): string | null {
  const roman = /^[ivxlc]+(?=$|[.-])/.exec(address)?.[0]
  if (roman === undefined) return null
  const values = [...roman].map((letter) => ({ i: 1, v: 5, x: 10, l: 50, c: 100 })[letter] ?? 0)
  const sum = values.reduce((total, value, at) => total + (value < (values[at + 1] ?? 0) ? -value : value), 0)
  return `${sum}${address.slice(roman.length)}`
}

/** The second stand of a number that the print gives twice (20.1-2, VII.A-2) answers to the address of the first; null for any other clause. */
function firstStand(entries: readonly Entry[], byAnchor: Map<string, number[]>, anchor: string, { bookId, number }: Entry): string | null {
  const again = /-(\d+)$/.exec(anchor)
  if (again === null || number === null || normalAddress(number) === again[1] || normalAddress(number).endsWith(again[0])) return null
  const base = anchor.slice(0, again.index)
  return (byAnchor.get(base) ?? []).some((at) => entries[at]!.bookId === bookId && entries[at]!.number === number) ? base : null
}

function push(map: Map<string, number[]>, key: string, value: number): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else if (list.at(-1) !== value) list.push(value)
}
