import type { LintFinding } from '#book/book.ts'
import { covers, findDefinitions, type DefinedTerm } from '#book/links/find-definitions.ts'
import { upward } from '#book/links/address-book.ts'
import { wordsOf } from '#book/links/word-weights.ts'
import { checkAcronyms } from '#book/lint/check-acronyms.ts'
import { checkDayWords } from '#book/lint/check-day-words.ts'
import { finding, type LintSetting } from '#book/lint/lint-setting.ts'

/** Terms defined twice in two ways, and words that count deadlines without a definition. */
export function checkTerms(setting: LintSetting): readonly LintFinding[] {
  const terms = findDefinitions(setting.addresses)
  return [...definedTwice(terms), ...checkDayWords(setting, terms), ...checkAcronyms(setting, terms)]
}

function definedTwice(terms: readonly DefinedTerm[]): readonly LintFinding[] {
  const found: LintFinding[] = []
  terms.forEach((term, index) => {
    if (term.name || term.meaning.length < 15) return
    const earlier = terms.slice(0, index).find((other) => competes(other, term))
    if (earlier === undefined) return
    found.push(finding('competing-definitions', term.place, `"${term.term}" is defined here ("${short(term.meaning)}") and in ${earlier.place.anchor} ("${short(earlier.meaning)}").`, [earlier.place.anchor]))
  })
  return found
}

function competes(one: DefinedTerm, other: DefinedTerm): boolean {
  if (one.name || one.words.join(' ') !== other.words.join(' ') || one.place === other.place || one.meaning.length < 15) return false
  if (one.place.inAppendix !== other.place.inAppendix || (one.place.inAppendix && one.place.chapter !== other.place.chapter)) return false
  // "For purposes of this Article" sets its own meaning on purpose.
  if (one.scope !== null || other.scope !== null) {
    const narrow = one.scope ?? other.scope
    if (one.scope === null || other.scope === null || !(covers(narrow, one.place) && covers(narrow, other.place))) return false
  }
  if ([...upward(one.place)].includes(other.place) || [...upward(other.place)].includes(one.place)) return false
  return !sameMeaning(one.meaning, other.meaning)
}

function sameMeaning(one: string, other: string): boolean {
  const [a, b] = [new Set(wordsOf(one)), new Set(wordsOf(other))]
  const shared = [...a].filter((word) => b.has(word)).length
  return shared >= Math.min(a.size, b.size) * 0.85
}

function short(text: string): string {
  return text.length > 90 ? `${text.slice(0, 87).trimEnd()}…` : text
}
