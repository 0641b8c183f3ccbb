import { upward, type AddressBook, type Place } from '#book/links/address-book.ts'

/** The places whose number differs from a printed one by one sign: what a slip of the typist may have meant. */

/** Nearest first: those that share most of the citing clause's own address, then in the order of the book. */
export function nearMisses(key: string, from: Place, book: AddressBook): readonly Place[] {
  const nearness = (place: Place): number => {
    const own = new Set(upward(from))
    return [...upward(place)].filter((at) => own.has(at)).length
  }
  const near = neighbourKeys(key)
    .map((one) => book.byKey.get(one))
    .filter((place): place is Place => place !== undefined && place !== from)
  if (near.length < 2) return near
  const weighed = [...new Set(near)].map((place) => ({ place, nearness: nearness(place) }))
  return weighed.sort((a, b) => b.nearness - a.nearness || a.place.order - b.place.order).map(({ place }) => place)
}

// One figure changed, left out, doubled or added; one dot too many or too few.
function neighbourKeys(key: string): readonly string[] {
  const keys = new Set<string>()
  for (let at = 0; at <= key.length; at++) {
    const head = key.slice(0, at)
    for (const sign of '0123456789.') {
      keys.add(head + sign + key.slice(at))
      if (at < key.length) keys.add(head + sign + key.slice(at + 1))
    }
    if (at < key.length) keys.add(head + key.slice(at + 1))
    if (at + 1 < key.length) keys.add(head + (key[at + 1] ?? '') + (key[at] ?? '') + key.slice(at + 2))
  }
  keys.delete(key)
  return [...keys]
}
