import type { Span } from '#book/book.ts'

/** A heading that runs into its text with no stop between them, as in a transcript that lost its line ends: `Bulletin Boards The Association may …`. */

const verbs = /\b(?:shall|will|may|must|is|are|was|were|has|have|agrees?|can|should)\b/u
const small = /^(?:and|or|of|the|for|in|to|with|by|at|on|&|-|–)$/u
/** Words that begin a sentence and never stand great inside one, with a small word behind them. */
const opening = /^(?:The|Each|Every|All|Any|An?|If|When|Whenever|During|Upon|In|It|This|These|No)$/u
/** After these a great A is a name: `Appendix A shall`. */
const named = /^(?:Appendix|Schedule|Column|Class|Group|Section|Exhibit|Part|Plan|Level|Category|Option|Step|Title|Form|Table|Tier|Article|Track|Type|Unit|Proposition|Measure)$/iu

const MOST_WORDS = 9

/** `row` is the text behind the number. Null where it does not begin with titled words and then a sentence. */
export function runInHeading(row: string): Span | null {
  const words = [...row.slice(0, 160).matchAll(/[^\s.:)]\S*/gu)]
  for (let at = 0; at < Math.min(words.length - 1, MOST_WORDS + 1); at += 1) {
    const word = words[at]?.[0] ?? ''
    const before = words[at - 1]?.[0] ?? ''
    if (at > 0 && opensSentence(word, words[at + 1]?.[0] ?? '', before)) return headingOf(row, words.slice(0, at))
    if (!(/^[A-Z][A-Za-z'’/-]*$/u.test(word) && (at > 0 || !opening.test(word))) && !(at > 0 && small.test(word))) return null
  }
  return null
}

function opensSentence(word: string, next: string, before: string): boolean {
  if (!opening.test(word) || !/^[a-z]/u.test(next) && !/^[A-Z][a-z]+,?$/u.test(next) || small.test(before)) return false
  if (word !== 'The' && !/^[a-z]/u.test(next)) return false
  return !(/^An?$/u.test(word) && (named.test(before) || verbs.test(next) || /^(?:through|and|or|to|of|in|for)$/u.test(next)))
}

function headingOf(row: string, words: readonly RegExpExecArray[]): Span | null {
  const [first, last] = [words[0], words.at(-1)]
  if (first === undefined || last === undefined) return null
  const span = { start: first.index, end: last.index + last[0].length }
  return verbs.test(row.slice(span.start, span.end)) ? null : span
}
