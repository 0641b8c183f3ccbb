import { editDistance, longestWord } from '#book/search/edit-distance.ts'

/** The word that was probably meant, for "did you mean": at most a third of its letters away; null where none is near. */
export function nearestWord(typed: string, words: Iterable<string>): string | null {
  if (typed.length > longestWord) return null
  const small = typed.toLowerCase()
  let nearest: string | null = null
  let least = Math.max(1, Math.floor(typed.length / 3)) + 1
  for (const word of words) {
    if (word.length > longestWord) continue
    const distance = editDistance(small, word.toLowerCase(), { most: least })
    if (distance < least) {
      nearest = word
      least = distance
    }
  }
  return nearest
}
