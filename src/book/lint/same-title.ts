import { headingOf, type Place } from '#book/links/address-book.ts'
import { stemOf } from '#book/links/word-weights.ts'

/** Whether two printings of a title are one title: capitals, stops, small words and plural endings do not count. */
export function sameTitle(one: string, other: string): boolean {
  const [a, b] = [titleWords(one), titleWords(other)]
  return a.join('') === b.join('')
}

const SMALL = new Set('the a an of and or for to in on with by'.split(' '))

/** The words of a place's heading or title, found once for each place. */
export function headingWords(place: Place): readonly string[] {
  let words = known.get(place)
  if (words === undefined) {
    words = titleWords(headingOf(place))
    known.set(place, words)
  }
  return words
}

const known = new WeakMap<Place, readonly string[]>()

/** The words of a title that tell it from others. */
export function titleWords(title: string): readonly string[] {
  return title
    .toLowerCase()
    .replace(/\(?cont(?:inued|['’.]d)?\.?\)?$/, '')
    .replace(/[.…_]{3,}.*$/, '')
    .replace(/['’`]s?\b/g, '')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '' && !SMALL.has(word))
    .map(stemOf)
}
