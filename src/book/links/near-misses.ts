import { upward, type AddressBook, type Place } from '#book/links/address-book.ts'

/** The places whose number differs from a printed one by one sign: what a slip of the typist may have meant. */

/** Nearest first: those that share most of the citing clause's own address, then in the order of the book. */
export function nearMisses(key: string, from: Place, book: AddressBook): readonly Place[] {
  const nearness = (place: Place): number => {
    const own = new Set(upward(from))
    return [...upward(place)].filter((at) => own.has(at)).length
  }
  const near = neighbours(key, book)
  near.delete(from)
  if (near.size < 2) return [...near]
  const weighed = [...near].map((place) => ({ place, nearness: nearness(place) }))
  return weighed.sort((a, b) => b.nearness - a.nearness || a.place.order - b.place.order).map(({ place }) => place)
}

// One figure changed, left out, doubled or added; one dot too many or too few; two signs turned about.
function neighbours(key: string, book: AddressBook): Set<Place> {
  const found = new Set<Place>()
  const take = (near: string): void => {
    const place = near === key ? undefined : book.byKey.get(near)
    if (place !== undefined) found.add(place)
  }
  for (let at = 0; at <= key.length; at++) {
    const head = key.slice(0, at)
    const rest = key.slice(at)
    const after = key.slice(at + 1)
    for (const sign of SIGNS) {
      take(head + sign + rest)
      if (at < key.length) take(head + sign + after)
    }
    if (at < key.length) take(head + after)
    if (at + 1 < key.length) take(head + (key[at + 1] ?? '') + (key[at] ?? '') + key.slice(at + 2))
  }
  return found
}

const SIGNS = [...'0123456789.']
