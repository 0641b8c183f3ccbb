import type { LintFinding } from '#book/book.ts'
import type { Place } from '#book/links/address-book.ts'
import { allMatches } from '#book/links/all-matches.ts'
import type { DefinedTerm } from '#book/links/find-definitions.ts'
import { figureOfRoman } from '#book/links/number-words.ts'
import { ACTS } from '#book/links/statute-names.ts'
import { finding, inWords, type LintSetting } from '#book/lint/lint-setting.ts'

/** Short names in capitals that rules lean on and that the text never spells out. */
export function checkAcronyms(setting: LintSetting, terms: readonly DefinedTerm[]): readonly LintFinding[] {
  const explained = new Set(terms.flatMap((term) => term.words.map((word) => word.toUpperCase())))
  const open = [...acronymsUsed(setting)].filter(([acronym, places]) => places.length >= 3 && !KNOWN.has(acronym) && !explained.has(acronym) && !ACTS.some((act) => act.short === acronym || act.after === acronym))
  if (open.length === 0) return []
  const initials = initialsOf(setting.book.text)
  return open.flatMap(([acronym, places]) => {
    if (initials.includes(acronym) || isSpelledOut(acronym, setting.book.text)) return []
    const [first] = places
    return [finding('undefined-term', first as Place, `"${acronym}" is used in ${inWords(places.map((place) => place.anchor), 4)}, but the text never says what it stands for.`, places.slice(1, 8).map((place) => place.anchor))]
  })
}

const ACRONYM = /(?<![A-Z][A-Z ,/&-]{0,3})\b([A-Z]{3,6})(?:s|['’]s)?\b(?![ ,/&-]{0,3}[A-Z]{2})/g

function acronymsUsed(setting: LintSetting): ReadonlyMap<string, readonly Place[]> {
  const used = new Map<string, Place[]>()
  for (const place of setting.addresses.places) {
    if (place.inAppendix) continue
    for (const match of allMatches(ACRONYM, place.clause.text)) {
      const acronym = match[1] ?? ''
      if (figureOfRoman(acronym) !== null || !amongSmallLetters(place.clause.text, match.index, acronym.length)) continue
      const places = used.get(acronym)
      if (places === undefined) used.set(acronym, [place])
      else if (places.at(-1) !== place) places.push(place)
    }
  }
  return used
}

// A word in capitals among capitals is emphasis or a heading.
function amongSmallLetters(text: string, at: number, length: number): boolean {
  return /[a-z]{2,}[^.\n]{0,3}$/.test(text.slice(Math.max(0, at - 12), at)) && /^[^.\n]{0,3}(?:[a-z]|$)/.test(text.slice(at + length, at + length + 6).trimStart())
}

const CAPITALS = /[A-Z][a-z]+(?:[ \n-]+(?:(?:of|and|the|for|in|to|with|on)[ \n]+)?[A-Z][a-z]*)+/g

// The first letters of every run of words with capitals, small words passed over: "Alternative Studies Program" gives ASP.
function initialsOf(text: string): string {
  return allMatches(CAPITALS, text)
    .map((match) => capitalsOf(match[0]))
    .join('|')
}

function capitalsOf(words: string): string {
  let capitals = ''
  for (const sign of words) if (sign >= 'A' && sign <= 'Z') capitals += sign
  return capitals
}

/** What every school office knows needs no spelling out. */
const KNOWN = new Set('IEP MOU FTE GPA CPR HMO PPO NEA AFT PTA PTSA AIDS HIV SAT ACT GED STEM FBI DMV DOJ IRS USA PDF FAQ CEO CFO'.split(' '))

function isSpelledOut(acronym: string, text: string): boolean {
  return new RegExp(String.raw`[("“/]\s*${acronym}s?\s*[)"”/]|\b${acronym}s?["”]?\s*(?:\(|=|[-–]\s|:|means|refers|stands|is\s+(?:an?|the)\b)`).test(text)
}
