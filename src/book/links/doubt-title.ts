import { headingOf, sectionOf, upward, type Place } from '#book/links/address-book.ts'
import type { Doubt } from '#book/links/doubt-target.ts'
import { headingStems, wordsOf } from '#book/links/word-weights.ts'

/** Whether a reference that names its target's title ("Section 8.2.1, Designation of Overtime") names another clause's. */
export function doubtTitle(text: string, end: number, target: Place, titles: PlacesByTitle): Doubt | null {
  const title = TITLE.exec(text.slice(end, end + 90))?.[1]
  if (title === undefined) return null
  const printed = title.replace(/(?:\s+(?:and|of|for|the|in|to|or|with|&))+$/, '')
  const named = [...new Set(wordsOf(printed))]
  if (named.length < 2) return null
  // The article's own title is too wide to clear a section of it.
  const own = new Set([...upward(target)].filter((at) => at === target || at.depth > 0).flatMap(headingStems))
  const spoken = headingOf(target) === '' ? new Set(wordsOf(target.clause.text)) : null
  if (own.size === 0 || named.some((word) => own.has(word) || spoken?.has(word) === true)) return null
  const bearers = (titles.get(titleKey(named)) ?? []).filter((place) => place !== target)
  const instead = bearers.find((place) => sectionOf(place).parent === sectionOf(target).parent) ?? bearers[0]
  if (instead === undefined) return null
  const subject = [...upward(target)].map(headingOf).find((heading) => heading !== '') ?? ''
  const stands = headingOf(target) === '' ? 'stands under' : 'is headed'
  return { instead, why: `${target.anchor} ${stands} "${subject}", while "${printed}" is the heading of ${instead.anchor}.` }
}

const TITLE = /^\s*(?:[,:–-]\s*|\()?["“]?([A-Z][A-Za-z&/’'-]+(?:\s+(?:[A-Z][A-Za-z&/’'-]+|and|of|for|the|in|to|or|with|&))*)/

export type PlacesByTitle = ReadonlyMap<string, readonly Place[]>

/** The places of a book by the telling words of their headings. */
export function placesByTitle(places: readonly Place[]): PlacesByTitle {
  return Map.groupBy(
    places.filter((place) => headingOf(place) !== ''),
    (place) => titleKey(headingStems(place)),
  )
}

function titleKey(words: readonly string[]): string {
  return [...new Set(words)].toSorted().join(' ')
}
