import { stemmer } from 'stemmer'
import type { Entry } from '#book/search/entries.ts'
import { printedWords } from '#book/search/printed-words.ts'
import { normalWord, scanWords } from '#book/search/scan-words.ts'
import { longestWord } from '#book/search/edit-distance.ts'

/**
 * The index: for each word the entries that hold it and how much it weighs there, kept in flat arrays of numbers so that a shelf of books
 * is built in a fraction of a second and answered from without making objects. Also the words of each entry in order, for phrases.
 */
export interface WordIndex {
  readonly words: readonly string[]
  readonly idOf: ReadonlyMap<string, number>
  /** Word ids in alphabetical order, for words still being typed. */
  readonly alphabet: Int32Array
  /** For each word its stem's number, and for each stem its words. */
  readonly stemOf: Int32Array
  readonly wordsOfStem: readonly (readonly number[])[]
  readonly stemIds: ReadonlyMap<string, number>
  /** Which letters a word has, a bit each, to pass over most words when looking for near ones. */
  readonly letters: Int32Array
  /** Postings of word w: from `firstPosting[w]` up to `firstPosting[w + 1]`. */
  readonly firstPosting: Int32Array
  readonly postingEntry: Int32Array
  readonly postingWeight: Float32Array
  /** Word ids of all entries; segment s is `stream[segmentStart[s]]` up to `stream[segmentStart[s + 1]]`; entry e has segments 3e heading, 3e+1 text, 3e+2 table. */
  readonly stream: Int32Array
  readonly segmentStart: Int32Array
  /** Where each word of the stream stands in its own heading, text or table: first letter, and length. */
  readonly place: Int32Array
  readonly length: Uint8Array
  /** Working space by word and by entry, all zero between calls. */
  readonly masks: Int32Array
  readonly marks: Uint8Array
}

/** Builds the index of the entries. */
export function indexWords(entries: readonly Entry[]): WordIndex {
  const { words, idOf, stream, segmentStart, place, length } = readStream(entries)
  const stems = stemWords(words)
  const alphabet = Int32Array.from(words.toSorted(), (word) => idOf.get(word)!)
  const postings = layPostings(entries, words.length, stream, segmentStart)
  return { words, idOf, alphabet, ...stems, letters: Int32Array.from(words, letterMask), ...postings, stream, segmentStart, place, length, masks: new Int32Array(words.length), marks: new Uint8Array(entries.length) }
}

/** One bit for each letter and figure that stands in the word. */
export function letterMask(word: string): number {
  let mask = 0
  for (let at = 0; at < word.length; at += 1) {
    const code = word.charCodeAt(at)
    mask |= 1 << (code >= 97 && code <= 122 ? code - 97 : 26 + (code % 6))
  }
  return mask
}

/** Weights of the places a word can stand in. A heading says what its clause is about; the headings over it say so more faintly. */
const HEADING = 3.2
const ABOVE = 0.7
const TEXT = 1
const TABLE = 0.5
/** How far a long text counts against a word in it: 0 not at all, 1 in full. */
const LENGTH_MATTERS = 0.45
/** Text that stands in no clause is shown after clauses that say the same. */
const LOOSE = 0.35

type Stream = Pick<WordIndex, 'words' | 'idOf' | 'stream' | 'segmentStart' | 'place' | 'length'>

function readStream(entries: readonly Entry[]): Stream {
  const words: string[] = []
  const idOf = new Map<string, number>()
  // As printed -> word, so that a word is folded once and not at each of its stands.
  const printed = printedWords()
  const wordOf: number[] = []
  const segmentStart = new Int32Array(entries.length * 3 + 1)
  let stream = new Int32Array(1 << 16)
  let place = new Int32Array(1 << 16)
  let used = 0
  let source = ''
  const take = (start: number, end: number): void => {
    const stand = printed.numberOf(source, start, end)
    if (stand === wordOf.length) wordOf.push(addWord(source.slice(start, end), words, idOf))
    if (used === stream.length) {
      stream = grown(stream)
      place = grown(place)
    }
    stream[used] = wordOf[stand]!
    // Place and length in one number while reading: a word is shorter than 256 letters, a clause than eight million.
    place[used] = start * 256 + Math.min(255, end - start)
    used += 1
  }
  const read = (segment: number, text: string): void => {
    segmentStart[segment] = used
    source = text
    scanWords(text, take)
  }
  for (let at = 0; at < entries.length; at += 1) {
    const { heading, text, table } = entries[at]!
    read(at * 3, heading ?? '')
    read(at * 3 + 1, text)
    read(at * 3 + 2, table)
  }
  segmentStart[entries.length * 3] = used
  const packed = place.subarray(0, used)
  return { words, idOf, stream: stream.slice(0, used), segmentStart, place: packed.map((both) => both >> 8), length: lengthsOf(packed) }
}

/** A loop of its own: making bytes from a callback is ten times slower. */
function lengthsOf(packed: Int32Array): Uint8Array {
  const lengths = new Uint8Array(packed.length)
  for (let at = 0; at < packed.length; at += 1) lengths[at] = packed[at]! & 255
  return lengths
}

function addWord(raw: string, words: string[], idOf: Map<string, number>): number {
  const word = normalWord(raw).slice(0, longestWord)
  const known = idOf.get(word)
  if (known !== undefined) return known
  words.push(word)
  idOf.set(word, words.length - 1)
  return words.length - 1
}

function stemWords(words: readonly string[]): Pick<WordIndex, 'stemOf' | 'wordsOfStem' | 'stemIds'> {
  const stemIds = new Map<string, number>()
  const wordsOfStem: number[][] = []
  const stemOf = new Int32Array(words.length)
  for (let id = 0; id < words.length; id += 1) {
    const stem = stemOfWord(words[id]!)
    let stemId = stemIds.get(stem)
    if (stemId === undefined) {
      stemId = wordsOfStem.length
      stemIds.set(stem, stemId)
      wordsOfStem.push([])
    }
    stemOf[id] = stemId
    wordsOfStem[stemId]!.push(id)
  }
  return { stemOf, wordsOfStem, stemIds }
}

/** The stem of an English word; a word with figures in it is its own stem. */
export function stemOfWord(word: string): string {
  return /^[a-z]{3,}$/.test(word) ? stemmer(word) : word
}

/** Weighs each word of each entry, then sorts by word by counting. */
function layPostings(entries: readonly Entry[], wordCount: number, stream: Int32Array, segmentStart: Int32Array): Pick<WordIndex, 'firstPosting' | 'postingEntry' | 'postingWeight'> {
  const weigh = entryWeigher(entries, wordCount, stream, segmentStart)
  const firstPosting = new Int32Array(wordCount + 1)
  let pairWord = new Int32Array(1 << 16)
  let pairEntry = new Int32Array(1 << 16)
  let pairWeight = new Float32Array(1 << 16)
  let pairs = 0
  for (let entry = 0; entry < entries.length; entry += 1) {
    weigh(entry, (word, weight) => {
      if (pairs === pairWord.length) {
        pairWord = grown(pairWord)
        pairEntry = grown(pairEntry)
        pairWeight = grown(pairWeight)
      }
      pairWord[pairs] = word
      pairEntry[pairs] = entry
      pairWeight[pairs] = weight
      pairs += 1
      firstPosting[word + 1]! += 1
    })
  }
  for (let word = 0; word < wordCount; word += 1) firstPosting[word + 1]! += firstPosting[word]!
  const next = firstPosting.slice()
  const postingEntry = new Int32Array(pairs)
  const postingWeight = new Float32Array(pairs)
  for (let pair = 0; pair < pairs; pair += 1) {
    const place = next[pairWord[pair]!]!
    next[pairWord[pair]!] = place + 1
    postingEntry[place] = pairEntry[pair]!
    postingWeight[place] = pairWeight[pair]!
  }
  return { firstPosting, postingEntry, postingWeight }
}

/** A function that hands out each different word of an entry with its weight there. */
function entryWeigher(entries: readonly Entry[], wordCount: number, stream: Int32Array, segmentStart: Int32Array): (entry: number, take: (word: number, weight: number) => void) => void {
  const textMean = meanLength(entries.length, segmentStart)
  const weights = new Float32Array(wordCount)
  const touched = new Int32Array(wordCount)
  let count = 0
  const add = (segment: number, weight: number): void => {
    for (let at = segmentStart[segment]!; at < segmentStart[segment + 1]!; at += 1) {
      const word = stream[at]!
      if (weights[word] === 0) {
        touched[count] = word
        count += 1
      }
      weights[word]! += weight
    }
  }
  const lengthOf = (segment: number): number => segmentStart[segment + 1]! - segmentStart[segment]!
  return (entry, take) => {
    const loose = entries[entry]!.anchor === null ? LOOSE : 1
    // A heading of two words that both match says more than two words of a heading of ten.
    add(entry * 3, HEADING / (0.6 + 0.1 * lengthOf(entry * 3)))
    for (let above = entries[entry]!.parent; above >= 0; above = entries[above]!.parent) add(above * 3, ABOVE)
    add(entry * 3 + 1, TEXT / (1 - LENGTH_MATTERS + (LENGTH_MATTERS * lengthOf(entry * 3 + 1)) / textMean))
    add(entry * 3 + 2, TABLE / (1 - LENGTH_MATTERS + (LENGTH_MATTERS * lengthOf(entry * 3 + 2)) / textMean))
    for (let at = 0; at < count; at += 1) {
      const word = touched[at]!
      take(word, weights[word]! * loose)
      weights[word] = 0
    }
    count = 0
  }
}

function meanLength(entryCount: number, segmentStart: Int32Array): number {
  let total = 0
  for (let entry = 0; entry < entryCount; entry += 1) total += segmentStart[entry * 3 + 2]! - segmentStart[entry * 3 + 1]!
  return Math.max(1, total / Math.max(1, entryCount))
}

function grown<T extends Int32Array | Float32Array>(array: T): T {
  const bigger = (array instanceof Int32Array ? new Int32Array(array.length * 2) : new Float32Array(array.length * 2)) as T
  bigger.set(array)
  return bigger
}
