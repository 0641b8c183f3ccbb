import type { Anchor, LintFinding } from '#book/book.ts'
import { allMatches } from '#book/links/all-matches.ts'
import { NUMBER_WORD_PATTERN } from '#book/links/number-words.ts'
import type { DefinedTerm } from '#book/links/find-definitions.ts'
import type { Place } from '#book/links/address-book.ts'
import { finding, inWords, type LintSetting } from '#book/lint/lint-setting.ts'

/** The kinds of day that deadlines count in, against what the text defines of them. */

interface DayWord {
  readonly word: string
  readonly places: readonly Place[]
  /** Stands behind a figure at least once: "ten (10) work days". */
  readonly counts: boolean
  /** The places where it stands behind a figure, or is the last of a span or the next: "the last work day of May". */
  readonly counting: readonly Place[]
}

const KIND = 'working|work|duty|school|calendar|instructional|instruction|business|contract|contractual|student|pupil|teaching|teacher|service|per\\s+diem|office|administrative|shortened\\s+pupil|minimum|special\\s+arranged'
const DAY = new RegExp(String.raw`\b(${KIND})[\s-]+days?\b`, 'gi')
const COUNTED = new RegExp(String.raw`(?:\d|\)|\b${NUMBER_WORD_PATTERN})\s+(?:(?:consecutive|additional|full|regular|paid|scheduled)\s+)?$`, 'i')
const LAST_OR_NEXT = /\b(?:last|next|following)\s+(?:(?:full|regular|scheduled)\s+)?$/i
const SAID_OF_DAY = /\b(?:day|days|workday|workdays)["”’]?\s*(?:,\s*)?(?:as used (?:herein|in this \w+)\s*,?\s*)?(?:shall\s+(?:mean|be|refer)|means?\b|(?:is|are)\s+(?:hereby\s+)?(?:defined|any|a\s+day|all|those|days?\b|considered|interpreted)|refers?\b|[-–:]\s*an?y?\b)/gi

export function checkDayWords(setting: LintSetting, terms: readonly DefinedTerm[]): readonly LintFinding[] {
  const words = dayWords(setting)
  const defined = terms.filter((term) => term.words.at(-1) === 'day' || term.words.at(-1) === 'workday')
  const plain = defined.find((term) => term.words.length === 1 && term.scope === null)
  const undefinedWords = words.filter((one) => !isDefined(one.word, defined) && one.word !== 'calendar day')
  if (plain !== undefined) return [...besideTheDefined(plain, words, undefinedWords), ...aloneBesideTheDefined(plain, undefinedWords)]
  return neverDefined(undefinedWords, setting)
}

// "Day" is defined, yet the clauses count in other words that nobody defines.
function besideTheDefined(day: DefinedTerm, words: readonly DayWord[], undefinedWords: readonly DayWord[]): readonly LintFinding[] {
  const others = words.filter((one) => undefinedWords.includes(one) || one.word === 'calendar day')
  if (undefinedWords.filter((one) => one.counts).length < 2) return []
  const named = others.map((one) => `"${one.word}" (${firstPlaces(one)})`)
  const message = `"${day.term}" is defined here, but clauses also speak of ${inWords(named, 12)}, which nothing defines: whether the definition governs them is open.`
  return [finding('competing-definitions', day.place, message, others.map((one) => (one.places[0] as Place).anchor))]
}

// One kind of day alone, beside a defined one: a slip of the pen rather than a habit.
function aloneBesideTheDefined(day: DefinedTerm, undefinedWords: readonly DayWord[]): readonly LintFinding[] {
  const counting = undefinedWords.filter((one) => one.counts)
  const [only] = counting
  if (only === undefined || counting.length > 1) return []
  const [first, ...others] = only.places
  const message = `"${only.word}s" (${firstPlaces(only)}) are defined nowhere; ${day.place.anchor} defines "${day.term}".`
  return [finding('undefined-term', first as Place, message, [day.place.anchor, ...others.slice(0, 7).map((place) => place.anchor)])]
}

// Deadlines run in kinds of day that no clause defines, or that only another article's own definition covers.
function neverDefined(undefinedWords: readonly DayWord[], setting: LintSetting): readonly LintFinding[] {
  const counting = undefinedWords.filter((one) => one.counts && one.places.length >= 3)
  if (counting.length === 0) return []
  const sayings = setting.addresses.places.flatMap(sayingsOf)
  return counting.flatMap((one) => {
    const sayers = sayings.filter((saying) => saysOf(saying, one.word)).map((saying) => saying.place)
    const open = one.counting.filter((place) => !sayers.some((sayer) => sayer.chapter === place.chapter || isFront(sayer)))
    if (open.length < 2) return []
    return [finding('undefined-term', open[0] as Place, `Deadlines and entitlements count "${one.word}s" (${inWords(open.map((place) => place.anchor), 3)}), but nothing says there, or for the whole agreement, which days those are.`, open.slice(1, 8).map((place): Anchor => place.anchor))]
  })
}

function isFront(place: Place): boolean {
  return /^(?:[1-3]|I{1,3})$/.test(place.chapter.number) || /defin/i.test(place.chapter.title)
}

function dayWords(setting: LintSetting): readonly DayWord[] {
  const found = new Map<string, { places: Place[]; counts: boolean; counting: Place[] }>()
  for (const place of setting.addresses.places) {
    if (place.inAppendix || !/days?\b/i.test(place.clause.text)) continue
    for (const match of allMatches(DAY, place.clause.text)) {
      const word = `${(match[1] ?? '').toLowerCase().replace(/\s+/g, ' ')} day`
      const entry = found.get(word) ?? { places: [], counts: false, counting: [] }
      if (entry.places.at(-1) !== place) entry.places.push(place)
      const before = place.clause.text.slice(Math.max(0, match.index - 40), match.index)
      const isCounted = COUNTED.test(before)
      entry.counts ||= isCounted
      if ((isCounted || LAST_OR_NEXT.test(before)) && entry.counting.at(-1) !== place) entry.counting.push(place)
      found.set(word, entry)
    }
  }
  return [...found].map(([word, entry]) => ({ word, ...entry })).sort((a, b) => b.places.length - a.places.length)
}

function isDefined(word: string, defined: readonly DefinedTerm[]): boolean {
  return defined.some((term) => term.words.join(' ') === word || (term.words[0] === 'workday' && /^work(?:ing)? day$/.test(word)) || term.words.join(' ').endsWith(word))
}

/** A sentence that says what some day is, in a form that was not read as a definition. */
interface Saying {
  readonly place: Place
  /** The words up to the verb; null where the clause speaks of every kind of day. */
  readonly words: string | null
}

function sayingsOf(place: Place): readonly Saying[] {
  const { heading, text } = place.clause
  if (heading !== null && /defin/i.test(heading) && /\bdays?\b/i.test(`${heading} ${text.slice(0, 200)}`)) return [{ place, words: null }]
  if (!/day/i.test(text)) return []
  return allMatches(SAID_OF_DAY, text).map((match) => {
    const plain = /(?:^|["“(]|\b(?:term|word|a|the)\s)\s*["“]?$/i.test(text.slice(Math.max(0, match.index - 40), match.index))
    return { place, words: plain ? null : text.slice(Math.max(0, match.index - 25), match.index + match[0].length) }
  })
}

function saysOf(saying: Saying, word: string): boolean {
  if (saying.words === null) return true
  const stem = word.replace(/ing day$/, '(?:ing)?[\\s-]*day').replace(/ day$/, '[\\s-]*day')
  return new RegExp(stem, 'i').test(saying.words)
}

function firstPlaces(one: DayWord): string {
  return inWords(one.places.map((place) => place.anchor), 3)
}
