import type { Place } from '#book/links/address-book.ts'
import { allMatches } from '#book/links/all-matches.ts'
import { figureOfWord, NUMBER_WORD_PATTERN } from '#book/links/number-words.ts'
import { stemOf, wordsOf } from '#book/links/word-weights.ts'

/** The figures that sentences state, with what they count and how: "no less than thirty ($30) per event". */

export type Bound = 'at least' | 'at most' | 'exactly'

export interface StatedFigure {
  readonly value: number
  readonly money: boolean
  readonly bound: Bound
  /** The words that follow, in plain stems: `unsatisfactory rating`. */
  readonly counted: readonly string[]
  /** Where it stands in its sentence. */
  readonly at: number
}

/** A sentence with its telling words and its figures in their order. */
export interface Statement {
  readonly place: Place
  readonly sentence: string
  readonly words: ReadonlySet<string>
  readonly figures: readonly StatedFigure[]
}

const FIGURE = new RegExp(
  String.raw`(?:\b${NUMBER_WORD_PATTERN}\s*\(\s*\\?(\$)?\s*(\d[\d,]*(?:\.\d+)?)\s*\)|(\\?\$)?\s?\b(\d[\d,]*(?:\.\d+)?)\b(?:\s*\(${NUMBER_WORD_PATTERN}\))?|\b(${NUMBER_WORD_PATTERN})\b)(?![.\d/:-])\s*(?:(or\s+more|or\s+greater|or\s+fewer|or\s+less)\b)?`,
  'gi',
)
const BOUND_BEFORE = /\b(?:no\s+(?:less|fewer)\s+than|not\s+less\s+than|at\s+least|(?:a\s+)?minimum\s+of|no\s+more\s+than|not\s+more\s+than|not\s+(?:to\s+)?exceed(?:ing)?|up\s+to|(?:a\s+)?maximum\s+of|at\s+most)\s*$/i
const SENTENCE_END = /[.;](?=\s+[A-Z(“"]|\s*$)|\n/

const NUMBER_WORDS = new Set('two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty ninety'.split(' '))

/** Longer stretches are lists and tables that ran together, not sentences. */
const LONGEST = 700

/** The sentences of a clause that state figures. */
export function statementsOf(place: Place): readonly Statement[] {
  const { text } = place.clause
  if (!/\d|\b(?:two|three|four|five|six|seven|eight|nine|ten)\b/i.test(text)) return []
  return text.split(SENTENCE_END).flatMap((part) => {
    const sentence = part.trim()
    if (sentence.length < 20 || sentence.length > LONGEST || /\\(?!\$)|[=|]/.test(sentence)) return []
    const figures = figuresIn(sentence)
    return figures.length === 0 || figures.length > 8 ? [] : [{ place, sentence, words: new Set(wordsOf(sentence).filter((word) => !NUMBER_WORDS.has(word))), figures }]
  })
}

function figuresIn(sentence: string): readonly StatedFigure[] {
  if (!HAS_FIGURE.test(sentence)) return []
  let free = 0
  return allMatches(FIGURE, sentence).flatMap((match) => {
    const from = Math.max(free, match.index - 30)
    const bound = BOUND_BEFORE.exec(sentence.slice(from, match.index))
    const at = bound === null ? match.index : from + bound.index
    const end = match.index + match[0].length
    free = end
    const word = match[5]
    const value = word === undefined ? Number((match[2] ?? match[4] ?? '').replace(/,/g, '')) : (figureOfWord(word) ?? Number.NaN)
    const money = (match[1] ?? match[3]) !== undefined
    if (!Number.isFinite(value) || (value === 1 && word !== undefined) || (value >= 1000 && !money)) return []
    if (NAMES_A_PLACE.test(sentence.slice(Math.max(0, at - 24), at))) return []
    return [{ value, money, bound: boundOf(bound?.[0] ?? match[6] ?? ''), counted: countedWords(sentence.slice(end, end + 60)), at }]
  })
}

/** A figure after one of these is an address, a date or a step's number. */
const NAMES_A_PLACE = /(?:sections?|articles?|appendi(?:x|ces)|codes?|paragraphs?|items?|steps?|levels?|class|title|chapter|grades?|page|no\.|§|january|february|march|april|may|june|july|august|september|october|november|december|\d\s*[-–:])\s*$/i

function boundOf(words: string): Bound {
  if (/less than|fewer than|least|minimum|or more|or greater/i.test(words)) return 'at least'
  return /more than|exceed|up to|maximum|most|or fewer|or less/i.test(words) ? 'at most' : 'exactly'
}

// "One" is too often no number at all.
const HAS_FIGURE = /\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty)\b/i

const NOT_COUNTED = new Set('the a an of and or per each for to in on at by with from is are was shall will may be been any all his her their its this that such as than not no after before during following within if when who which unless until into upon'.split(' '))

// The words right after a figure up to the first small word ("minutes of lunch" goes on); "per event" counts events.
function countedWords(after: string): readonly string[] {
  const words: string[] = []
  const per = /^\s*per\s+((?:paid\s+|additional\s+)?[a-z-]+)/i.exec(after)
  if (per !== null) return ['per', ...(per[1] ?? '').toLowerCase().replace(/^(?:paid|additional)\s+/, '').split(/\s+/).map(stemOf)]
  const what = after.replace(/^(\s*[a-z-]+)\s+of\s+(?:the\s+|an?\s+)?/i, '$1 ')
  COUNTED_WORD.lastIndex = 0
  for (let match = COUNTED_WORD.exec(what); match !== null; match = COUNTED_WORD.exec(what)) {
    const word = (match[1] ?? '').toLowerCase()
    if (NOT_COUNTED.has(word) || words.length === 3) break
    words.push(stemOf(word.replace(/['’]s?$/, '')))
    if (/[,;:)]/.test(match[0])) break
  }
  return words
}

const COUNTED_WORD = /[^\sA-Za-z]*([A-Za-z][a-z'’-]*)[^\sA-Za-z]*/g
