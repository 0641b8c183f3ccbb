import { headingOf, sectionOf, upward, type AddressBook, type Place } from '#book/links/address-book.ts'
import type { Doubt } from '#book/links/doubt-target.ts'
import { wordsOf } from '#book/links/word-weights.ts'

/** Whether a reference that names its target's title ("Section 8.2.1, Designation of Overtime") names another clause's. */
export function doubtTitle(text: string, end: number, target: Place, book: AddressBook): Doubt | null {
  const title = TITLE.exec(text.slice(end, end + 90))?.[1]
  if (title === undefined) return null
  const printed = title.replace(/(?:\s+(?:and|of|for|the|in|to|or|with|&))+$/, '')
  const named = [...new Set(wordsOf(printed))]
  if (named.length < 2) return null
  const own = new Set([...upward(target)].flatMap((at) => wordsOf(headingOf(at))))
  if (own.size === 0 || named.some((word) => own.has(word)) || headingOf(target) === '') return null
  const bearers = book.places.filter((place) => place !== target && isCalled(place, named))
  const instead = bearers.find((place) => sectionOf(place).parent === sectionOf(target).parent) ?? bearers[0]
  if (instead === undefined) return null
  return { instead, why: `${target.anchor} is headed "${headingOf(target)}", while "${printed}" is the heading of ${instead.anchor}.` }
}

const TITLE = /^\s*(?:[,:–-]\s*)?["“]?([A-Z][A-Za-z&/’'-]+(?:\s+(?:[A-Z][A-Za-z&/’'-]+|and|of|for|the|in|to|or|with|&))*)/

function isCalled(place: Place, named: readonly string[]): boolean {
  const heading = new Set(wordsOf(headingOf(place)))
  return heading.size === named.length && named.every((word) => heading.has(word))
}
