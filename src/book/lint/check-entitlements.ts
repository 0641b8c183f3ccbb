import type { LintFinding } from '#book/book.ts'
import { allMatches } from '#book/links/all-matches.ts'
import { wholeOf } from '#book/links/doubt-target.ts'
import { upward, type Place } from '#book/links/address-book.ts'
import { figureOfWord, NUMBER_WORD_PATTERN } from '#book/links/number-words.ts'
import { finding, type LintSetting } from '#book/lint/lint-setting.ts'

/** Clauses that count on a leave that another clause grants, with another number of days: "seven of the eleven days of sick leave" where ten are earned. */
export function checkEntitlements(setting: LintSetting): readonly LintFinding[] {
  const said = setting.addresses.places.filter((place) => !place.inAppendix).flatMap(amountsIn)
  return said.flatMap((claim) => {
    if (claim.grants) return []
    const cited = citedAfter(claim, setting)
    if (cited !== null) return holdsFigure(wholeOf(cited), claim.value) ? [] : [finding('contradiction-candidate', claim.place, `${claim.place.anchor} counts on "${claim.words}" of ${cited.anchor}, which does not give that figure.`, [cited.anchor])]
    const grants = said.filter((one) => one.grants && one.leave === claim.leave && one.unit === claim.unit)
    // Where somebody is granted that many, the claim is theirs.
    if (grants.length === 0 || said.some((one) => one !== claim && one.leave === claim.leave && one.unit === claim.unit && one.value === claim.value)) return []
    const grant = grants.reduce((best, one) => (nearness(one.place, claim.place) > nearness(best.place, claim.place) ? one : best))
    return [finding('contradiction-candidate', claim.place, `${claim.place.anchor} counts on "${claim.words}"; ${grant.place.anchor} gives "${grant.words}".`, [grant.place.anchor])]
  })
}

interface Amount {
  readonly place: Place
  /** Where its words end in the clause. */
  readonly end: number
  readonly value: number
  readonly unit: string
  readonly leave: string
  readonly words: string
  /** Whether the clause gives the leave, or only counts on it. */
  readonly grants: boolean
}

const AMOUNT = new RegExp(String.raw`\b(?:(${NUMBER_WORD_PATTERN})\s*(?:\(\d{1,3}\))?|(\d{1,3}))\s+(day|hour)s['’]?\s+(?:of\s+)?(?:(?:paid|annual|yearly|regular|full|accrued|earned)\s+)*((?:[a-z]+\s+){0,2}[a-z]+\s+leave)\b`, 'gi')
// Few clauses measure a leave: a first look that begins at the rarer words.
const LEAVE_BY_TIME = /\b(?:day|hour)s?['’]?\s+(?:[a-z]+\s+){1,8}leave\b/i
const COUNTS_ON = /\b(?:the|their|his\/her|his|her|these|those|said)\s+$/i
const GIVES = /\b(?:earns?|receives?|entitled\s+to|granted|credited(?:\s+with)?|allotted|accrues?|allowed|provided(?:\s+with)?|given|gets?|has|have)\s+(?:a\s+total\s+of\s+)?$/i

function amountsIn(place: Place): readonly Amount[] {
  const { text } = place.clause
  if (!text.includes('leave') || !LEAVE_BY_TIME.test(text)) return []
  return allMatches(AMOUNT, text).flatMap((match): Amount[] => {
    const before = text.slice(Math.max(0, match.index - 40), match.index)
    const countsOn = COUNTS_ON.test(before)
    if (!countsOn && !GIVES.test(before)) return []
    const value = match[1] === undefined ? Number(match[2]) : figureOfWord(match[1])
    const leave = (match[4] ?? '').toLowerCase().replace(/\s+/g, ' ')
    return value === null ? [] : [{ place, end: match.index + match[0].length, value, unit: (match[3] ?? '').toLowerCase(), leave, words: match[0].replace(/\s+/g, ' '), grants: !countsOn }]
  })
}

// "the ten days of sick leave (Section 5.1)": the clause that is said to give it, where that clause speaks of any such figure.
function citedAfter(claim: Amount, setting: LintSetting): Place | null {
  const reference = setting.book.references.find((one) => one.from === claim.place.anchor && one.kind === 'clause' && one.at.start >= claim.end && one.at.start - claim.end < 40)
  if (reference?.to === undefined || reference.to === null || reference.status !== 'ok') return null
  if (!/^\s*\(?(?:(?:granted|given|earned|provided|allowed)\s+)?(?:in|by|under|see)?\s*$/i.test(claim.place.clause.text.slice(claim.end, reference.at.start))) return null
  const place = setting.addresses.byAnchor.get(reference.to) ?? null
  return place !== null && new RegExp(String.raw`(?:\d|\b${NUMBER_WORD_PATTERN})\)?\s+(?:[a-z]+\s+)?${claim.unit}`, 'i').test(wholeOf(place)) ? place : null
}

function holdsFigure(text: string, value: number): boolean {
  return new RegExp(String.raw`(?<![\d.])${value}(?![\d.]\d)`).test(text) || allMatches(NUMBER_WORD, text).some((match) => figureOfWord(match[0]) === value)
}

const NUMBER_WORD = new RegExp(String.raw`\b${NUMBER_WORD_PATTERN}\b`, 'gi')

// How much of their address two clauses share.
function nearness(one: Place, other: Place): number {
  const own = new Set(upward(one))
  return [...upward(other)].filter((at) => own.has(at)).length
}
