import { editDistance, longestWord } from '#book/search/edit-distance.ts'
import { letterMask, stemOfWord, type WordIndex } from '#book/search/index-words.ts'

/** The words of the shelf that a typed word may stand for: itself, its other forms, what it may become, what it was meant to be. */

/** Word ids with how much each counts, 1 for the word itself. */
export type WordSet = Map<number, number>

export interface NearWords {
  readonly set: WordSet
  /** The word it was taken for, where nothing on the shelf is spelled as typed. */
  readonly corrected: string | null
}

/** Finds them. `open` says that the word may not be typed to its end. */
export function nearWords(index: WordIndex, typed: string, open: boolean): NearWords {
  const word = typed.slice(0, longestWord)
  const set: WordSet = new Map()
  addForms(index, word, set)
  const known = set.size > 0
  if (open && word.length >= 2) addEndings(index, word, known, set)
  if (set.size > 0 && (!known || standsOf(index, set) > RARE)) return { set, corrected: null }
  const slips = nearestSpellings(index, word, open)
  if (known) {
    addRareSlips(index, slips, set)
    return { set, corrected: null }
  }
  for (const { id, distance } of slips) set.set(id, 0.8 / distance)
  // No word is spelled so or nearly so: longer words that begin with it are better than nothing.
  if (set.size === 0 && word.length >= 4) addEndings(index, word, false, set)
  return { set, corrected: slips.length === 0 ? null : index.words[slips[0]!.id]! }
}

/** The word itself and the words of its stem. */
export function addForms(index: WordIndex, word: string, set: WordSet): void {
  const stem = index.stemIds.get(stemOfWord(word))
  if (stem !== undefined) for (const id of index.wordsOfStem[stem]!) set.set(id, FORM)
  const exact = index.idOf.get(word)
  if (exact !== undefined) set.set(exact, 1)
}

/** How many entries hold a word. */
export function standsOfWord(index: WordIndex, id: number): number {
  return index.firstPosting[id + 1]! - index.firstPosting[id]!
}

const FORM = 0.85
const ENDING = 0.75
const ENDING_OF_KNOWN = 0.3
const MOST_ENDINGS = 80
const MOST_SLIPS = 6
/** A word that stands in this few entries may itself be a misprint. */
const RARE = 2

function addEndings(index: WordIndex, word: string, known: boolean, set: WordSet): void {
  const { alphabet, words } = index
  const found: number[] = []
  for (let at = lowerBound(index, word); at < alphabet.length && words[alphabet[at]!]!.startsWith(word); at += 1) found.push(alphabet[at]!)
  if (found.length > MOST_ENDINGS) found.sort((a, b) => standsOfWord(index, b) - standsOfWord(index, a))
  for (const id of found.slice(0, MOST_ENDINGS)) if (!set.has(id)) set.set(id, known ? ENDING_OF_KNOWN : ENDING)
}

function lowerBound({ alphabet, words }: WordIndex, word: string): number {
  let low = 0
  let high = alphabet.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (words[alphabet[middle]!]! < word) low = middle + 1
    else high = middle
  }
  return low
}

function standsOf(index: WordIndex, set: WordSet): number {
  let stands = 0
  for (const id of set.keys()) stands += standsOfWord(index, id)
  return stands
}

interface Slip {
  readonly id: number
  readonly distance: number
}

/** The nearest spellings, likeliest first: fewest slips, then same first letter, then the commoner word. Figures are never guessed at. */
function nearestSpellings(index: WordIndex, word: string, open: boolean): Slip[] {
  if (/\d/.test(word) || word.length < 4) return []
  const most = word.length < 8 ? 1 : 2
  let slips = scan(index, word, most, false)
  if (slips.length === 0 && open && word.length >= 5) slips = scan(index, word, most, true)
  const least = Math.min(...slips.map(({ distance }) => distance))
  const rank = ({ id }: Slip): number => Math.log2(2 + standsOfWord(index, id)) * (index.words[id]!.charCodeAt(0) === word.charCodeAt(0) ? 2 : 1)
  return slips
    .filter(({ distance }) => distance === least)
    .sort((a, b) => rank(b) - rank(a) || a.id - b.id)
    .slice(0, MOST_SLIPS)
}

function scan(index: WordIndex, word: string, most: number, prefix: boolean): Slip[] {
  const mask = letterMask(word)
  const slips: Slip[] = []
  const { letters, words } = index
  for (let id = 0; id < words.length; id += 1) {
    // Each slip changes the set of letters by two at most; a longer word still being typed may add any.
    const odd = prefix ? mask & ~letters[id]! : mask ^ letters[id]!
    if (bits(odd) > (prefix ? most : 2 * most)) continue
    const candidate = words[id]!
    if (candidate.length < word.length - most || (!prefix && candidate.length > word.length + most)) continue
    const distance = editDistance(word, candidate, { most, prefix })
    // One letter for another makes a different word of a short one: "size" is no slip for "site".
    if (word.length === 4 && candidate.length === 4 && letters[id] !== mask) continue
    if (distance <= most && distance > 0) slips.push({ id, distance })
  }
  return slips
}

function bits(mask: number): number {
  let count = mask - ((mask >>> 1) & 0x55555555)
  count = (count & 0x33333333) + ((count >>> 2) & 0x33333333)
  return (((count + (count >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
}

/** The typed word is on the shelf but hardly ever: a much commoner word one slip away is looked for beside it. */
function addRareSlips(index: WordIndex, slips: readonly Slip[], set: WordSet): void {
  const stands = standsOf(index, set)
  for (const { id, distance } of slips) if (distance === 1 && standsOfWord(index, id) >= 10 * stands && !set.has(id)) set.set(id, 0.5)
}
