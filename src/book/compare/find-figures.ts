import type { Span } from '#book/book.ts'

/** Finds the figures that an agreement is about: amounts, counts of days and pupils, shares, dates, ratios. Clause numbers are none. */

export type FigureKind = 'money' | 'percent' | 'ratio' | 'clock' | 'date' | 'count' | 'number'

export interface Figure extends Span {
  readonly kind: FigureKind
  /** As printed, with its unit and on one line: `twenty (20) work days`. */
  readonly text: string
  /** Short and comparable: `20 work days`, `$4,250`. */
  readonly plain: string
  /** The unit in the singular, `` for none. */
  readonly unit: string
}

/** The figures of a text in order. */
export function findFigures(text: string): Figure[] {
  const figures: Figure[] = []
  for (const match of text.matchAll(figurePattern)) {
    const figure = readFigure(match)
    if (figure !== null && !isAddress(text, match)) figures.push(figure)
  }
  return figures
}

const ones = 'one|two|three|four|five|six|seven|eight|nine'
const teens = 'ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen'
const tens = 'twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety'
const spelled = String.raw`(?:(?:${ones})[\s-]+hundred(?:\s+(?:and\s+)?)?)?(?:(?:${tens})(?:[\s-]+(?:${ones}))?|${teens}|${ones}|hundred)|(?:${ones})[\s-]+hundred`
const kinds = 'work|working|calendar|school|instructional|duty|business|consecutive|teaching|student|pupil|contract|contractual|service|paid|full|additional|semester|academic|credit|college|clock|regular|probationary|preparation|complete'
const nouns = 'days?|hours?|minutes?|weeks?|months?|years?|pupils?|students?|teachers?|unit members?|members?|employees?|percent|units?|periods?|semesters?|quarters?|cases?|classes|class|miles?|copies|times?|cents?|dollars?|fte|persons?|representatives?|counselors?|nurses?'
const months = 'January|February|March|April|May|June|July|August|September|October|November|December'

const figurePattern = new RegExp(
  [
    String.raw`(?<date>\b(?:${months})\s+\d{1,2}(?:st|nd|rd|th)?(?:,?\s+\d{4})?\b|\b\d{1,2}/\d{1,2}/\d{2,4}\b)`,
    String.raw`(?<clock>\b\d{1,2}:\d{2}\s*(?:[ap]\.?\s?m\b\.?)?)`,
    String.raw`(?<ratio>\b\d{1,3}\s?:\s?1\b)`,
    String.raw`(?<money>\$\s?\d[\d,]*(?:\.\d+)?)`,
    String.raw`(?<span>\b(?:19|20)\d\d\s?[-–]\s?(?:(?:19|20)\d\d|\d\d)\b)`,
    String.raw`(?:(?<said>\b(?:${spelled})\b)\s*)?(?<open>\(\s*)?(?<![\d.,\w])(?<digits>\d[\d,]*(?:\.\d+)*)(?<percent>\s?%)?(?![\d:/])(?<close>\s*\))?(?:[\s-]+(?<unit>(?:(?:${kinds})[\s-]+){0,3}(?:${nouns})\b))?`,
    String.raw`\b(?<word>${spelled})[\s-]+(?<wordUnit>(?:(?:${kinds})[\s-]+){0,3}(?:${nouns})\b)`,
  ].join('|'),
  'giu',
)

function readFigure(match: RegExpExecArray): Figure | null {
  const groups = match.groups ?? {}
  const text = match[0].trim().replace(/\s+/g, ' ')
  const start = match.index + (match[0].length - match[0].trimStart().length)
  const place = { start, end: start + match[0].trim().length, text }
  const whole = (kind: FigureKind): Figure => ({ ...place, kind, plain: text.replace(/\s*([:/–-])\s*/g, '$1'), unit: '' })
  if (groups['date'] !== undefined || groups['span'] !== undefined) return whole('date')
  if (groups['clock'] !== undefined) return isRatio(text) ? whole('ratio') : whole('clock')
  if (groups['ratio'] !== undefined) return whole('ratio')
  if (groups['money'] !== undefined) return { ...place, kind: 'money', plain: text.replace(/\s/g, '').replace(/[,.]+$/, ''), unit: '$' }
  return countFigure(groups, place)
}

function countFigure(groups: Record<string, string | undefined>, place: Span & { text: string }): Figure | null {
  const digits = (groups['digits'] ?? '').replace(/,+$/, '')
  // Two points make a clause number of it.
  if (/\..*\./.test(digits)) return null
  const named = (groups['unit'] ?? groups['wordUnit'] ?? '').toLowerCase().replace(/[\s-]+/g, ' ')
  const share = groups['percent'] !== undefined || named.startsWith('percent')
  const amount = digits === '' ? (groups['word'] ?? '').toLowerCase().replace(/\s+/g, ' ') : digits
  const plain = share ? `${amount}%` : named === '' ? amount : `${amount} ${named}`
  return { ...place, kind: share ? 'percent' : named === '' ? 'number' : 'count', plain, unit: share ? '%' : singular(named) }
}

/** `25:1` reads as a clock time by its shape; hours end at 24 and no clock shows one minute figure. */
function isRatio(text: string): boolean {
  return !/m/i.test(text) && Number.parseInt(text, 10) > 12
}

function singular(unit: string): string {
  return unit.replace(/classes$/, 'class').replace(/copies$/, 'copy').replace(/([^s])s$/, '$1')
}

/** `Section 6.4`, `Article 10`, `Ed Code 44955`, and list numbers are addresses. */
function isAddress(text: string, match: RegExpExecArray): boolean {
  if (match.groups?.['unit'] !== undefined || match.groups?.['percent'] !== undefined) return false
  if (match.groups?.['digits'] === undefined) return false
  const before = text.slice(Math.max(0, match.index - 24), match.index + match[0].indexOf(match.groups['digits']))
  if (/(?:\b(?:sections?|articles?|appendix|appendices|code|paragraphs?|clauses?|pages?|forms?|rules?|cfr|chapter|title|exhibit|step|level)|§)\s*\(?\s*$/i.test(before)) return true
  return text.slice(0, match.index).trim() === '' && /^\s*[.)]/.test(text.slice(match.index + match[0].length))
}
