import { allMatches } from '#book/links/all-matches.ts'
import { ACTS, CODES, STATES, WITHOUT_SIGN } from '#book/links/statute-names.ts'

/** Finds statutes in a text and writes each as it is cited: `Cal. Ed. Code § 44955`, `34 C.F.R. § 300.39(b)(3)`. */

export interface StatuteCitation {
  readonly start: number
  readonly end: number
  readonly to: string
}

/** What the text as a whole says about its statutes: whose codes they are, and which short names it introduces. */
export interface StatuteSetting {
  readonly state: string
  readonly acts: RegExp
}

const NUMBER = String.raw`(?:\d{4,6}(?:\.\d{1,5})*|[A-Z]?\d{1,3}[A-Z]{0,2}(?:[.-]\d{1,5}[A-Z]?)*)(?:[a-z](?![A-Za-z]))?(?:\s?\((?:[a-z]{1,2}|[A-Z]|\d{1,2}|[ivx]{1,4})\))*`
const LIST = String.raw`${NUMBER}(?:\s*(?:,\s*and|,\s*or|,|and|or|&|through|thru|to|-|–|;)\s*(?:(?:sections?|secs?\.|§+)\s*)?(?:\d{3,6}|\d{2,6}[.A-Z-]\d+)(?:[.-]\d+|[A-Za-z](?![A-Za-z]))*(?:\s?\((?:[a-z]{1,2}|\d{1,2})\))*)*`
const SECTION = String.raw`(?:sections?|secs?\.?|§+|chapters?|ch\.|parts?|division)`
const ANY_CASE_SECTION = String.raw`(?:[Ss]ections?|[Ss]ecs?\.?|§+|[Cc]hapters?|[Pp]arts?)`
const CODE = CODES.map(([pattern]) => pattern).join('|')
const CODE_FIRST = new RegExp(String.raw`\b(?:(?:State\s+of\s+)?(?:California|State)\s+)?(${CODE})(?=[^A-Za-z])[\s,:(]{0,3}(?:(${SECTION})\s*)?(${LIST})?`, 'gi')
const CODE_LAST = new RegExp(String.raw`(${SECTION})\s*(${LIST})(?:\s*et\.?\s*seq\.?)?,?\s*(?:of|in)?\s*(?:the\s+)?(?:(?:California|State)\s+)?(${CODE})(?![A-Za-z])`, 'gi')
const FEDERAL = new RegExp(String.raw`\b(\d{1,2})\s*\.?\s*(C\.?\s?F\.?\s?R\.?|U\.?\s?S\.?\s?C\.?(?:\s?A\.)?|U\.?C\.?S\.?|C\.?C\.?R\.?)(?![A-Za-z])[\s,]*(?:(${ANY_CASE_SECTION})\s*)?(${LIST})`, 'g')
const TITLE = new RegExp(String.raw`\bTitle\s+(\d{1,2})\s*,?\s*(?:of\s+the\s+)?(?:(California\s+)?(?:Code\s+of\s+(?:California\s+)?Regulations|CCR|C\.C\.R\.)|(Code\s+of\s+Federal\s+Regulations|CFR))[\s,]*(?:(${SECTION})\s*)?(${LIST})`, 'gi')
const PUBLIC_LAW = /\b(?:Public\s+Law|P\.?\s?L\.|Pub\.\s?L\.)\s*(?:No\.\s*)?(\d{2,3}-\d{1,3})\b/g
const BILL = /\b(?:(Senate|Assembly|House)\s+Bill|(SB|AB|HB))\s*(?:No\.\s*)?(\d{1,4}[A-Z]?)\b/g

/** A cheap first look: most clauses name no code, and need no closer one. */
export function namesACode(text: string): boolean {
  return CODE_SIGNS.test(text)
}

const EACH_CODE_SIGN = /[Cc]ode|CODE|tatute|STATUTE|Stat\.|O[RA][SR]\b|H\.?R\.?S|RSMo|R\.?S\.?Mo|RCW|R\.C\.W|NRS|N\.R\.S|ARS|A\.R\.S|G\.?L|ORC|O\.R\.C|TEC\b|I\.?R\.?C\b|Procedure/g
const CODE_SIGNS = new RegExp(EACH_CODE_SIGN.source)

// Every act that goes by a name holds one of these, or is known by three capitals or more.
const ACT_SIGNS = /Act|Title|Behind|Stull|[A-Z]{3}/

/** Any act by its own name: "Public Records Act", "Social Security Act of 1964". */
const NAMED_ACT = /\b(?!(?:The|An?|This|That|Any|Each|Under|See|By|If|In|Such)\b)[A-Z][a-z]+(?:[\s-]+(?:(?:and|of|for|the|to|in|with)\s+)?[A-Z][a-z]+){0,7}\s+Act\b(?!\s+[A-Z][a-z])(?:\s+of\s+(?:19|20)\d\d)?/g

/** Reads the whole text once: whose state's codes, and whether ADA and IDEA are the acts. */
export function statuteSetting(whole: string): StatuteSetting {
  let state = 'Cal.'
  let most = 0
  for (const [name, short] of STATES) {
    const count = whole.split(name).length
    if (count > most) [most, state] = [count, short]
  }
  const short = ACTS.flatMap((act) => (act.short !== undefined ? [act.short] : act.after !== undefined && new RegExp(act.pattern, 'i').test(whole) && !/average daily attendance/i.test(whole) ? [act.after] : []))
  const names = ACTS.map((act) => act.pattern).join('|')
  return { state, acts: new RegExp(String.raw`\b(?:${names}|(?:${short.join('|')})\b)`, 'g') }
}

export function findStatutes(text: string, setting: StatuteSetting): readonly StatuteCitation[] {
  const found: StatuteCitation[] = []
  const add = (start: number, whole: string, list: string, write: (number: string) => string): void => addList(found, { start, whole, list, write })
  if (/C\.?\s?F|U\.?\s?S\.?\s?C|U\.?C\.?S|CCR|C\.C\.R|Title/.test(text)) {
    for (const match of allMatches(TITLE, text)) add(match.index, match[0], match[5] ?? '', (number) => `${match[1]} ${match[3] === undefined ? 'CCR' : 'C.F.R.'} ${signed(match[4], number)}`)
    for (const match of allMatches(FEDERAL, text)) add(match.index, match[0], match[4] ?? '', (number) => `${match[1]} ${federalName(match[2] ?? '')} ${signed(match[3], number)}`)
  }
  // Every code is cited by a figure.
  if (namesACode(text) && /\d/.test(text)) {
    for (const match of allMatches(CODE_LAST, text)) add(match.index, match[0], match[2] ?? '', (number) => codeCited(match[3] ?? '', setting.state, match[1], number))
    for (const match of allMatches(CODE_FIRST, text)) {
      if (match[3] === undefined || tooPlain(match[2], match[3])) continue
      add(match.index, match[0], match[3], (number) => codeCited(match[1] ?? '', setting.state, match[2], number))
    }
  }
  if (/P(?:ublic\s|ub\.|\.?\s?L\.)/.test(text)) for (const match of allMatches(PUBLIC_LAW, text)) add(match.index, match[0], match[1] ?? '', (number) => `Pub. L. ${number}`)
  if (text.includes('Bill') || /[SAH]B/.test(text)) for (const match of allMatches(BILL, text)) add(match.index, match[0], match[3] ?? '', (number) => `${billName(match[1], match[2])} ${number}`)
  if (ACT_SIGNS.test(text)) for (const match of allMatches(setting.acts, text)) add(match.index, match[0], match[0], actCited)
  if (/\bAct\b/.test(text)) for (const match of allMatches(NAMED_ACT, text)) add(match.index, match[0], match[0], (name) => name.replace(/\s+/g, ' '))
  return found.sort((a, b) => a.start - b.start)
}

/** The last code that a text names, with or without a section, as cited: what a bare "Section 44955" after it belongs to. */
export function codeNamed(text: string, setting: StatuteSetting): string | null {
  // Sought from the end, and only around the words that such names hold.
  for (const sign of allMatches(EACH_CODE_SIGN, text).toReversed()) {
    const around = text.slice(Math.max(0, sign.index - LONGEST_NAME), sign.index + LONGEST_NAME)
    const last = allMatches(CODE_NAME, around).at(-1)
    if (last !== undefined) return citedName(last[0], setting.state)
  }
  return null
}

/** No code's name is longer. */
const LONGEST_NAME = 60


/** `Cal. Ed. Code` and `44955` -> `Cal. Ed. Code § 44955`. */
export function statuteCited(code: string, number: string): string {
  return `${code} ${WITHOUT_SIGN.has(code) ? '' : '§ '}${number.replace(/\s+/g, '')}`
}

const CODE_NAME = new RegExp(String.raw`\b(?:${CODE})(?![A-Za-z])`, 'gi')
const CODE_TESTS = CODES.map(([pattern, cited]) => [new RegExp(`^(?:${pattern})$`, 'i'), cited] as const)
const EACH_NUMBER = new RegExp(NUMBER, 'g')

function addList(found: StatuteCitation[], at: { start: number; whole: string; list: string; write: (number: string) => string }): void {
  const end = at.start + at.whole.length
  if (found.some((one) => at.start < one.end && end > one.start)) return
  const listAt = at.start + at.whole.indexOf(at.list)
  const numbers = at.list === at.whole ? [] : allMatches(EACH_NUMBER, at.list)
  if (numbers.length <= 1) {
    found.push({ start: at.start, end: at.start + at.whole.trimEnd().length, to: at.write(numbers.length === 1 ? at.list.trim() : at.list) })
    return
  }
  numbers.forEach((number, index) => {
    const start = index === 0 ? Math.min(at.start, listAt) : listAt + number.index
    const last = index === numbers.length - 1
    found.push({ start, end: last ? Math.max(end, listAt + at.list.length) : listAt + number.index + number[0].length, to: at.write(number[0]) })
  })
}

function codeCited(name: string, state: string, section: string | undefined, number: string): string {
  const code = citedName(name, state)
  if (section !== undefined && /^ch/i.test(section)) return `${code} ch. ${number}`
  if (section !== undefined && /^div/i.test(section)) return `${code} div. ${number}`
  return statuteCited(code, number)
}

function citedName(name: string, state: string): string {
  for (const [test, cited] of CODE_TESTS) if (test.test(name)) return cited.replace('{}', state)
  return name
}

function signed(section: string | undefined, number: string): string {
  const plain = number.replace(/\s+/g, '')
  return section !== undefined && /^part/i.test(section) ? `pt. ${plain}` : `§ ${plain}`
}

function federalName(printed: string): string {
  const letters = printed.replace(/[^A-Z]/g, '')
  return letters === 'CFR' ? 'C.F.R.' : letters === 'CCR' ? 'CCR' : 'U.S.C.'
}

function billName(house: string | undefined, short: string | undefined): string {
  return short ?? `${(house ?? 'S')[0]}B`
}

function actCited(name: string): string {
  for (const act of ACTS) if (act.short === name || act.after === name || new RegExp(`^(?:${act.pattern})$`, 'i').test(name)) return act.cited
  return name
}

// "Education Code 7 days" and "Penal Code 4 a" are no addresses: without the word a figure needs three digits.
function tooPlain(section: string | undefined, list: string): boolean {
  return section === undefined && /^\d{1,2}(?![\d.A-Z-])/.test(list)
}
