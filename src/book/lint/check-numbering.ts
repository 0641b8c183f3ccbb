import type { LintFinding } from '#book/book.ts'
import { plainKey, upward, type Place } from '#book/links/address-book.ts'
import { ownNumber, seriesOf, type Series } from '#book/lint/number-series.ts'
import { finding, inWords, type LintSetting } from '#book/lint/lint-setting.ts'

/** Numbers printed twice, left out, out of their order, or printed with no words. */
export function checkNumbering(setting: LintSetting): readonly LintFinding[] {
  const found: LintFinding[] = []
  const families = familiesOf(setting)
  for (const place of setting.addresses.places) {
    if (place.inAppendix) continue
    const twin = twinOf(place, setting)
    if (twin !== null && isSlip(place, twin, families.of(place), setting)) found.push(finding('duplicate-number', place, `${place.clause.number} is printed twice: at line ${twin.clause.line} and again at line ${place.clause.line}.`, [twin.anchor]))
    if (isEmpty(place, setting)) found.push(finding('missing-number', place, `The number ${place.clause.number} is printed with no words after it.`))
  }
  for (const family of families.all) {
    const series = seriesOf(family)
    if (series === null) continue
    found.push(...disorder(series))
    found.push(...gaps(series, setting))
  }
  return found
}

interface Families {
  readonly all: readonly (readonly Place[])[]
  readonly of: (place: Place) => readonly Place[]
}

// Clauses count together where they stand in one clause and their numbers begin alike: 6.4.1 and 6.4.2, but not 6.4.1 and (a).
function familiesOf(setting: LintSetting): Families {
  const families = new Map<string, Place[]>()
  for (const place of setting.addresses.places) {
    if (place.inAppendix || place.clause.number === null) continue
    const key = familyKey(place)
    const family = families.get(key)
    if (family === undefined) families.set(key, [place])
    else family.push(place)
  }
  return { all: [...families.values()], of: (place) => families.get(familyKey(place)) ?? [] }
}

function familyKey(place: Place): string {
  const own = ownNumber(place)
  const stem = plainKey(place.clause.number ?? '').slice(0, -own.length)
  return `${place.parent?.anchor ?? ''}|${stem}|${/^\d/.test(own) ? '1' : own === own.toUpperCase() ? 'A' : 'a'}`
}

// The reader gives a number's second stand an anchor of its own: `20.1-2`.
function twinOf(place: Place, setting: LintSetting): Place | null {
  const base = place.anchor.includes('-') ? /^(.*)-\d+$/.exec(place.anchor)?.[1] : undefined
  const twin = base === undefined ? undefined : setting.addresses.byAnchor.get(base)
  if (twin === undefined || twin === place || place.clause.number === null || twin.chapter !== place.chapter) return null
  return plainKey(place.clause.number) === plainKey(twin.clause.number ?? '') ? twin : null
}

// A run of numbers that comes again is a list that starts afresh under another heading; one number that comes again in a row that counts on is a slip.
function isSlip(place: Place, twin: Place, family: readonly Place[], setting: LintSetting): boolean {
  for (const above of upward(place)) if (above !== place && twinOf(above, setting) !== null) return false
  const at = family.indexOf(place)
  const [before, after] = [family[at - 1], family[at + 1]]
  if ([before, after].some((one) => one !== undefined && twinOf(one, setting) !== null)) return false
  if (/\d\.\d/.test(place.clause.number ?? '')) return !setting.addresses.startsAfresh || before === twin
  return before === twin && family.length > 2
}

function isEmpty(place: Place, setting: LintSetting): boolean {
  const { clause } = place
  if (place.depth === 0 || clause.number === null || clause.heading !== null || clause.text.trim() !== '' || clause.clauses.length > 0) return false
  if (!/\d\.\d/.test(clause.number)) return false
  return !setting.book.tables.some((table) => table.anchor === place.anchor)
}

function disorder(series: Series): readonly LintFinding[] {
  return series.strays.map(({ place, before, after }) => {
    const between = [before, after].filter((one): one is Place => one !== null)
    const merged = before !== null && mended(place, before)
    const guess = merged === false ? '' : ` It reads like ${merged}.`
    return finding('out-of-order', place, `${place.clause.number} stands ${before === null ? 'before' : after === null ? 'after' : 'between'} ${inWords(between.map((one) => one.clause.number ?? ''))}, out of its order.${guess}`, between.map((one) => one.anchor))
  })
}

// 12.71 after 12.7 is 12.7.1 with a dot lost.
function mended(place: Place, before: Place): string | false {
  const own = place.clause.number ?? ''
  const head = before.clause.number ?? ''
  return own.startsWith(head) && /^\d+$/.test(own.slice(head.length)) ? `${head}.${own.slice(head.length)}` : false
}

function gaps(series: Series, setting: LintSetting): readonly LintFinding[] {
  const found: LintFinding[] = []
  for (const gap of series.gaps) {
    if (gap.missing.length > 2 || isInTable(gap.after, setting) || gap.missing.some((number) => isAccountedFor(number, gap.before, gap.after, setting))) continue
    const numbers = inWords(gap.missing)
    const message = gap.before === null ? `${gap.after.clause.number} is the first of its kind here; ${numbers} is missing.` : `After ${gap.before.clause.number} comes ${gap.after.clause.number}: ${numbers} ${gap.missing.length > 1 ? 'are' : 'is'} missing.`
    found.push(finding('missing-number', gap.after, message, gap.before === null ? [] : [gap.before.anchor]))
  }
  return found
}

// The first letters of a table's rows are no numbers.
function isInTable(place: Place, setting: LintSetting): boolean {
  const { line } = place.clause
  return setting.book.tables.some((table) => line >= table.line - 1 && line <= table.line + table.rows.length)
}

const GIVEN_UP = /\b(?:reserved|deleted|repealed|omitted|eliminated|removed|intentionally|not used|vacant)\b/i

// A number that the text prints somewhere, or says was given up, is not missing.
function isAccountedFor(number: string, before: Place | null, after: Place, setting: LintSetting): boolean {
  const key = plainKey(number)
  // A list that begins with (b) may hang under the wrong clause; only full numbers tell that a first one is gone.
  if (before === null && !/\d\.\d/.test(number)) return true
  if (after.depth === 0 && (before === null || setting.addresses.headed('article', number))) return true
  // Between H and J the sign I may be a letter or a Roman one: rows of letters stop where Roman numbers begin.
  if (/^[a-z]$/i.test(number) && /^[ivx]$/i.test(after.clause.number ?? '')) return true
  if (setting.addresses.byKey.has(key) || (setting.addresses.printed.has(key) && key.includes('.'))) return true
  const around = textBetween(before, after, setting)
  if (GIVEN_UP.test(around.slice(0, 400)) || GIVEN_UP.test(around.slice(-400))) return true
  const last = key.split('.').at(-1) ?? key
  const sought = /\d\.\d/.test(number) ? String.raw`${key.replace(/\./g, String.raw`\s*[.,]?\s*`)}` : last
  return new RegExp(String.raw`(?:^|[\s(.“"*|-])${sought}(?=[\s.):,*“"_-]|$)`, 'im').test(around)
}

// The printed lines from the clause before to the clause after: what stands there, read as clause or not.
function textBetween(before: Place | null, after: Place, setting: LintSetting): string {
  const lines = setting.lines
  const from = before === null ? (after.parent?.clause.line ?? after.clause.line) : before.clause.line
  return lines.slice(from - 1, after.clause.line).join('\n')
}
