import type { LintFinding } from '#book/book.ts'
import { allMatches } from '#book/links/all-matches.ts'
import { figureOfWord, NUMBER_WORD_PATTERN } from '#book/links/number-words.ts'
import { finding, type LintSetting } from '#book/lint/lint-setting.ts'

/** A number that is spelled out and printed in figures beside it, where the two differ: "fifteen (10) days". */
export function checkSpelledFigures(setting: LintSetting): readonly LintFinding[] {
  return setting.addresses.places.flatMap((place) =>
    slipsIn(place.clause.text).map((slip) => finding('contradiction-candidate', place, `${place.anchor} prints "${slip}": the words and the figure differ.`)),
  )
}

const PART = String.raw`(?:${NUMBER_WORD_PATTERN}|hundred|thousand|half)`
const WORDS = String.raw`${PART}(?:[\s-]+(?:and\s+)?${PART})*`
const WORDS_BEFORE = new RegExp(String.raw`(?<![A-Za-z-])(${WORDS})\s*$`, 'i')
const ENDS_IN_NUMBER = new RegExp(String.raw`${PART}\s*$`, 'i')
const FIGURE_IN_BRACKETS = /\(\s{0,4}\\?\$?\s{0,4}(\d[\d,]*(?:\.\d+)?|\.\d+)\s{0,4}(?:%|percent)?\s{0,4}\)(?:\s{1,4}[a-z]+)?/gi
const FIGURE_FIRST = new RegExp(String.raw`(?<![\d.,$:/-])(\d[\d,]*)\s*\((${WORDS})\)(?:\s+[a-z]+)?`, 'gi')

function slipsIn(text: string): readonly string[] {
  return text.includes('(') ? [...wordsFirst(text), ...figuresFirst(text)] : []
}

// "ten (10) days".
function wordsFirst(text: string): readonly string[] {
  return allMatches(FIGURE_IN_BRACKETS, text).flatMap((match) => {
    const before = text.slice(Math.max(0, match.index - 80), match.index)
    const words = ENDS_IN_NUMBER.test(before.slice(-14)) ? WORDS_BEFORE.exec(before) : null
    const figure = Number((match[1] ?? '').replace(/,/g, ''))
    const spelled = words === null ? null : numberOf(words[1] ?? '')
    return words === null || spelled === null || spelled === figure || countsAnother(words[1] ?? '', figure) ? [] : [`${words[0]}${match[0]}`.replace(/\s+/g, ' ').trim()]
  })
}

// "10 (ten) days".
function figuresFirst(text: string): readonly string[] {
  return allMatches(FIGURE_FIRST, text).flatMap((match) => {
    const spelled = numberOf(match[2] ?? '')
    return spelled === null || spelled === Number((match[1] ?? '').replace(/,/g, '')) ? [] : [match[0].replace(/\s+/g, ' ').trim()]
  })
}

// "one fifteen (15) minute break": one break, of fifteen minutes.
function countsAnother(words: string, figure: number): boolean {
  const [first = '', ...rest] = words.split(/\s+/)
  const small = figureOfWord(first)
  return rest.length > 0 && small !== null && small < 20 && numberOf(rest.join(' ')) === figure
}

// "one hundred eighty-one" -> 181; null where the words make no plain number.
function numberOf(words: string): number | null {
  let total = 0
  let part = 0
  for (const word of words.toLowerCase().split(/[\s-]+/)) {
    const value = figureOfWord(word)
    if (word === 'and') continue
    if (word === 'half') return null
    if (word === 'hundred') part = Math.max(1, part) * 100
    else if (word === 'thousand') [total, part] = [total + Math.max(1, part) * 1000, 0]
    else if (value === null) return null
    else part += value
  }
  return total + part === 0 ? null : total + part
}
