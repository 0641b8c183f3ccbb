import { covers, findDefinitions, termWords, type DefinedTerm } from '#book/links/find-definitions.ts'
import { upward, type AddressBook, type Place } from '#book/links/address-book.ts'
import { wholeOf, type Doubt } from '#book/links/doubt-target.ts'

/** Whether a reference that is given as the place of a defined term ("the daily rate (Section 2.6)") leads past the clause that defines it. */
export function doubtDefinition(at: { from: Place; start: number; target: Place }, book: AddressBook): Doubt | null {
  const lead = at.from.clause.text.slice(Math.max(0, at.start - 90), at.start)
  const before = LEADS_IN.test(lead.slice(-20)) ? GIVEN_AS.exec(lead) : null
  if (before === null) return null
  const terms = findDefinitions(book)
  const term = termAtEnd(termWords(before[1] ?? ''), terms, at.from)
  if (term === null) return null
  const saysDefined = before[2] !== undefined
  // In brackets after a word of every day a clause may stand for any reason.
  if (!saysDefined && (term.words.length < 2 || !terms.some((other) => other.place === at.target))) return null
  const key = term.words.join(' ')
  const definers = terms.filter((other) => other.words.join(' ') === key)
  if (definers.some((other) => isKin(other.place, at.target)) || speaksOf(at.target, term)) return null
  return { instead: term.place, why: `${at.target.anchor} says nothing of "${term.term}", while ${term.place.anchor} defines it.` }
}

// Most references stand behind other words: the closer look is for these only.
const LEADS_IN = /(?:\(\s*(?:see\s+)?|\bdefined\s+(?:in|by|under)\s+(?:the\s+)?)$/i
const GIVEN_AS = /([A-Za-z][\w'’ -]{2,60}?)"?”?,?\s*(?:\(\s*(?:see\s+)?|(?:\(\s*)?\b(?:as\s+)?(defined)\s+(?:in|by|under)\s+(?:the\s+)?)$/i

// The longest term that the words end with; a body's name is no term to look up.
function termAtEnd(words: readonly string[], terms: readonly DefinedTerm[], from: Place): DefinedTerm | null {
  let best: DefinedTerm | null = null
  for (const term of terms) {
    if (term.name || term.place === from || !covers(term.scope, from)) continue
    if (term.words.length <= (best?.words.length ?? 0) || !term.words.every((word, index) => words[words.length - term.words.length + index] === word)) continue
    best = term
  }
  return best
}

function speaksOf(place: Place, term: DefinedTerm): boolean {
  const whole = wholeOf(place)
  // The first letters of the word stay whatever its ending: a cheap look before the words are taken one by one.
  const head = (term.words[0] ?? '').slice(0, 3)
  return whole.toLowerCase().includes(head) && termWords(whole).join(' ').includes(term.words.join(' '))
}

function isKin(one: Place, other: Place): boolean {
  return [...upward(one)].includes(other) || [...upward(other)].includes(one)
}
