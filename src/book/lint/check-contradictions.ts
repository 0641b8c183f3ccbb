import type { LintFinding } from '#book/book.ts'
import { headingOf, upward, type Place } from '#book/links/address-book.ts'
import { wordsOf } from '#book/links/word-weights.ts'
import { finding, type LintSetting } from '#book/lint/lint-setting.ts'
import { statedFigures, type StatedFigure } from '#book/lint/stated-figures.ts'

/** Clauses that state different figures for what reads like one thing. A candidate only: a person decides. */
export function checkContradictions(setting: LintSetting): readonly LintFinding[] {
  const stated = setting.addresses.places.filter((place) => !place.inAppendix).flatMap(statedFigures)
  const found: LintFinding[] = []
  const said = new Set<string>()
  for (const [one, other] of pairs(stated, setting)) {
    const key = [one.place.anchor, other.place.anchor].toSorted().join(' ')
    if (said.has(key)) continue
    said.add(key)
    found.push(finding('contradiction-candidate', one.place, `${one.place.anchor} says "${quote(one)}"; ${other.place.anchor} says "${quote(other)}".`, [other.place.anchor]))
  }
  return found
}

/** A thing counted in more places than this is counted for many purposes. */
const RARE = 4

type Pair = readonly [StatedFigure, StatedFigure]

function pairs(stated: readonly StatedFigure[], setting: LintSetting): readonly Pair[] {
  const byThing = new Map<string, StatedFigure[]>()
  for (const one of stated) {
    const key = thingOf(one)
    if (key === null) continue
    const same = byThing.get(key)
    if (same === undefined) byThing.set(key, [one])
    else same.push(one)
  }
  const subject = subjectOf(stated)
  const cites = new Set(setting.book.references.map((reference) => `${reference.from} ${reference.to}`))
  return [...byThing.values()].flatMap((same) => {
    if (same.length < 2 || same.length > 60) return []
    return same.flatMap((one, index) =>
      same.slice(index + 1).flatMap((other) => {
        if (!differ(one, other) || cites.has(`${one.place.anchor} ${other.place.anchor}`) || cites.has(`${other.place.anchor} ${one.place.anchor}`)) return []
        return subject.nearCopies(one, other) || (same.length <= RARE * 2 && subject.oneThreshold(one, other)) ? [[one, other] as const] : []
      }),
    )
  })
}

function thingOf(stated: StatedFigure): string | null {
  const { counted } = stated
  if (counted.length === 0 || /[=\\]/.test(stated.sentence)) return null
  return `${stated.money ? '$' : ''} ${counted[0] === 'per' ? counted.join(' ') : counted[0]}`
}

function differ(one: StatedFigure, other: StatedFigure): boolean {
  if (one.value === other.value || one.place === other.place || isKin(one.place, other.place)) return false
  return !areParallel(nearestHeading(one.place), nearestHeading(other.place))
}

// "Pay of nurses" and "Pay of librarians" say the same of two groups on purpose.
function areParallel(one: string, other: string): boolean {
  const [a, b] = [wordsOf(one), wordsOf(other)]
  const shared = a.filter((word) => b.includes(word)).length
  return shared > 0 && shared < a.length && shared < b.length
}

function nearestHeading(place: Place): string {
  for (const at of upward(place)) if (at.depth > 0 && headingOf(at) !== '') return headingOf(at)
  return ''
}

function isKin(one: Place, other: Place): boolean {
  if (one.parent === other.parent) return true
  return [...upward(one)].includes(other) || [...upward(other)].includes(one)
}

interface Subject {
  /** Two sentences in nearly the same words, one figure apart. */
  readonly nearCopies: (one: StatedFigure, other: StatedFigure) => boolean
  /** Two thresholds of one named thing: "three or more late reports". */
  readonly oneThreshold: (one: StatedFigure, other: StatedFigure) => boolean
}

function subjectOf(stated: readonly StatedFigure[]): Subject {
  const words = new Map<string, ReadonlySet<string>>()
  const counts = new Map<string, number>()
  const bySentence = new Map<string, number[]>()
  for (const { sentence, value } of stated) {
    const values = bySentence.get(sentence)
    if (values !== undefined) {
      values.push(value)
      continue
    }
    bySentence.set(sentence, [value])
    const own = new Set(wordsOf(sentence))
    words.set(sentence, own)
    for (const word of own) counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  const byPlace = new Map<Place, string[]>()
  for (const { place, sentence } of stated) {
    const sentences = byPlace.get(place)
    if (sentences === undefined) byPlace.set(place, [sentence])
    else sentences.push(sentence)
  }
  const sentencesOf = (place: Place): readonly string[] => byPlace.get(place) ?? []
  const weigh = (word: string): number => Math.log((words.size + 1) / (counts.get(word) ?? 1))
  const wordsIn = (one: StatedFigure): ReadonlySet<string> => words.get(one.sentence) ?? new Set()
  const sum = (some: readonly string[]): number => some.reduce((total, word) => total + weigh(word), 0)
  // A list copied whole holds the like of each line with its own figures: only what has no twin differs.
  const saysTheSame = (one: StatedFigure, place: Place): boolean => {
    const [own, figures] = [wordsIn(one), (bySentence.get(one.sentence) ?? []).join()]
    return sentencesOf(place).some((sentence) => {
      const words = wordsOf(sentence)
      return (bySentence.get(sentence) ?? []).join() === figures && words.filter((word) => own.has(word)).length >= own.size * 0.8
    })
  }
  return {
    nearCopies: (one, other) => {
      const [a, b] = [wordsIn(one), wordsIn(other)]
      if (a.size < 7 || b.size < 7 || a.size > b.size * 2 || b.size > a.size * 2) return false
      const shared = sum([...a].filter((word) => b.has(word)))
      const [onlyOne, onlyOther] = [sum([...a].filter((word) => !b.has(word))), sum([...b].filter((word) => !a.has(word)))]
      if (saysTheSame(one, other.place) || saysTheSame(other, one.place)) return false
      const apart = figuresApart(bySentence.get(one.sentence) ?? [], bySentence.get(other.sentence) ?? [])
      return apart && shared >= (onlyOne + onlyOther) && Math.min(onlyOne, onlyOther) <= shared * 0.15
    },
    oneThreshold: (one, other) => {
      if (one.bound !== 'at least' || other.bound !== 'at least' || one.counted.length < 2 || one.counted.slice(0, 2).join() !== other.counted.slice(0, 2).join()) return false
      const [a, b] = [wordsIn(one), wordsIn(other)]
      const shared = [...a].filter((word) => b.has(word) && !one.counted.includes(word))
      return weigh(one.counted[0] ?? '') > 4 && shared.filter((word) => weigh(word) > 3).length >= 2
    },
  }
}

// The same figures but for one: "10 days … 2 copies" and "15 days … 2 copies".
function figuresApart(one: readonly number[], other: readonly number[]): boolean {
  if (one.length !== other.length) return false
  return one.filter((value, index) => value !== other[index]).length === 1
}

function quote(stated: StatedFigure): string {
  const { sentence } = stated
  return sentence.length > 160 ? `${sentence.slice(0, 157)}…` : sentence
}
