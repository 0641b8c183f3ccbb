import type { LintFinding } from '#book/book.ts'
import { headingOf, upward, type Place } from '#book/links/address-book.ts'
import { finding, type LintSetting } from '#book/lint/lint-setting.ts'
import { headingWords, titleWords } from '#book/lint/same-title.ts'
import { statementsOf, type StatedFigure, type Statement } from '#book/lint/stated-figures.ts'

/** Clauses that state different figures for what reads like one thing. A candidate only: a person decides. */
export function checkContradictions(setting: LintSetting): readonly LintFinding[] {
  const statements = setting.addresses.places.filter((place) => !place.inAppendix).flatMap(statementsOf)
  const counts = wordCounts(statements)
  const cites = new Set(setting.book.references.map((reference) => `${reference.from} ${reference.to}`))
  const found: LintFinding[] = []
  const said = new Set<string>()
  for (const [one, other] of [...nearCopies(statements, counts), ...thresholds(statements, counts), ...rates(statements)]) {
    const key = `${one.place.anchor} ${other.place.anchor}`
    const [here, there] = figuresThatDiffer(one, other)
    if (here === undefined || there === undefined || said.has(key) || cites.has(key) || cites.has(`${other.place.anchor} ${one.place.anchor}`) || areBeside(one.place, other.place)) continue
    said.add(key)
    found.push(finding('contradiction-candidate', one.place, `${one.place.anchor} says "${quote(one, here)}"; ${other.place.anchor} says "${quote(other, there)}".`, [other.place.anchor]))
  }
  return found
}

type Pair = readonly [Statement, Statement]

/** A word that more sentences hold than this does not bring two together. */
const RARE = 8

/** Two sentences in nearly the same words, one figure apart. */
function nearCopies(statements: readonly Statement[], counts: WordCounts): readonly Pair[] {
  const weigh = (word: string): number => Math.log((statements.length + 1) / (counts.get(word) ?? 1))
  return meetings(statements).filter(([one, other]) => {
    if (!figuresApart(one, other)) return false
    const shared = sum([...one.words].filter((word) => other.words.has(word)), weigh)
    const [here, there] = [sum([...one.words].filter((word) => !other.words.has(word)), weigh), sum([...other.words].filter((word) => !one.words.has(word)), weigh)]
    if (shared < here + there || Math.min(here, there) > shared * 0.15) return false
    // A list copied whole holds the like of each line with its own figures: only what has no twin differs.
    return !statements.some((third) => (third.place === other.place && isTwin(one, third)) || (third.place === one.place && isTwin(other, third)))
  })
}

// Pairs of sentences that share three rare words or more.
function meetings(statements: readonly Statement[]): readonly Pair[] {
  const holders = new Map<string, number[]>()
  statements.forEach((statement, index) => {
    // Shorter sentences lean on the one before for what they speak of.
    if (statement.words.size < 10) return
    for (const word of statement.words) {
      const others = holders.get(word)
      if (others === undefined) holders.set(word, [index])
      else others.push(index)
    }
  })
  const met = new Map<number, number>()
  for (const indexes of holders.values()) {
    if (indexes.length < 2 || indexes.length > RARE) continue
    indexes.forEach((a, at) => {
      for (const b of indexes.slice(at + 1)) met.set(a * statements.length + b, (met.get(a * statements.length + b) ?? 0) + 1)
    })
  }
  return [...met].flatMap(([key, count]) => (count < 3 ? [] : [[statements[Math.floor(key / statements.length)] as Statement, statements[key % statements.length] as Statement] as const]))
}

// The same figures but for one that counts the same thing: "10 days … 2 copies" and "15 days … 2 copies".
function figuresApart(one: Statement, other: Statement): boolean {
  if (one.place === other.place || one.figures.length !== other.figures.length || areTwoStages(one, other) || isOfOneGroup(one.place, other.place) || isOfOneGroup(other.place, one.place)) return false
  const apart = one.figures.filter((figure, index) => figure.value !== other.figures[index]?.value)
  const at = one.figures.indexOf(apart[0] as Statement['figures'][number])
  const twin = other.figures[at]
  if (twin?.counted[1] !== undefined && apart[0]?.counted[1] !== undefined && twin.counted[1] !== apart[0].counted[1]) return false
  return apart.length === 1 && twin !== undefined && twin.money === apart[0]?.money && twin.counted[0] !== undefined && twin.counted[0] === apart[0]?.counted[0]
}

// A clause on "Pool employees" in an article named for the pool is a rule of their own beside the one for all.
function isOfOneGroup(place: Place, other: Place): boolean {
  const elsewhere = `${other.chapter.title} ${other.clause.text}`.toLowerCase()
  return titleWords(place.chapter.title).some((word) => word.length >= 4 && !elsewhere.includes(word) && new RegExp(String.raw`\b${word} (?:employees?|teachers?|members?|staff|posts?|positions?)\b`, 'i').test(place.clause.text))
}

// Level II and Level III have their own deadlines on purpose.
function areTwoStages(one: Statement, other: Statement): boolean {
  const [a, b] = [stageOf(one), stageOf(other)]
  return a !== '' && b !== '' && a !== b
}

function stageOf({ sentence }: Statement): string {
  return (sentence.match(/\b(?:level|step|stage|class|phase|tier|grade)s?\s+(?:[IVX]+|[A-Z]|\d+|one|two|three|four)\b/gi) ?? []).join(' ').toLowerCase()
}

function isTwin(one: Statement, other: Statement): boolean {
  if (one === other || one.figures.length !== other.figures.length || !one.figures.every((figure, index) => figure.value === other.figures[index]?.value)) return false
  return [...one.words].filter((word) => other.words.has(word)).length >= one.words.size * 0.8
}

/** Deadlines are many and differ on purpose. */
const SPAN_OF_TIME = /^(?:minute|hour|day|week|month|year|semester|percent)$/

/** Two thresholds of one named thing: "three or more late reports", "two or more late reports". */
function thresholds(statements: readonly Statement[], counts: WordCounts): readonly Pair[] {
  const isRare = (word: string): boolean => (counts.get(word) ?? 0) <= Math.max(3, statements.length * 0.05)
  const byThing = new Map<string, { statement: Statement; value: number }[]>()
  for (const statement of statements) {
    for (const { bound, counted, value } of statement.figures) {
      if (bound !== 'at least' || counted.length < 2 || !isRare(counted[0] ?? '') || counted.some((word) => SPAN_OF_TIME.test(word))) continue
      const key = counted.slice(0, 2).join(' ')
      const same = byThing.get(key)
      if (same === undefined) byThing.set(key, [{ statement, value }])
      else same.push({ statement, value })
    }
  }
  return [...byThing].flatMap(([key, same]) =>
    same.flatMap((one, index) =>
      same.slice(index + 1).flatMap((other): Pair[] => {
        const shared = [...one.statement.words].filter((word) => other.statement.words.has(word) && !key.includes(word) && isRare(word))
        return one.value !== other.value && one.statement.place !== other.statement.place && shared.length >= 2 ? [[one.statement, other.statement]] : []
      }),
    ),
  )
}

/** One rate of pay, exact in one clause and a bound in another: "$30 per event", "no less than $30 per event". */
function rates(statements: readonly Statement[]): readonly Pair[] {
  const byRate = new Map<string, { statement: Statement; bound: string }[]>()
  for (const statement of statements) {
    for (const { bound, counted, money, value } of statement.figures) {
      if (!money || counted[0] !== 'per' || counted[1] === undefined) continue
      const key = `${value} ${counted[1]}`
      const same = byRate.get(key)
      if (same === undefined) byRate.set(key, [{ statement, bound }])
      else same.push({ statement, bound })
    }
  }
  return [...byRate.values()].flatMap((same) => {
    const exact = same.find((one) => one.bound === 'exactly')
    const bounded = same.find((one) => one.bound !== 'exactly')
    return exact === undefined || bounded === undefined || exact.statement.place === bounded.statement.place ? [] : [[exact.statement, bounded.statement] as const]
  })
}

type WordCounts = ReadonlyMap<string, number>

function wordCounts(statements: readonly Statement[]): WordCounts {
  const counts = new Map<string, number>()
  for (const { words } of statements) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

function sum(words: readonly string[], weigh: (word: string) => number): number {
  return words.reduce((total, word) => total + weigh(word), 0)
}

// Items of one list, a clause and its own parts, and clauses for two groups ("Pay of nurses", "Pay of librarians") differ on purpose.
function areBeside(one: Place, other: Place): boolean {
  if (one.parent === other.parent || [...upward(one)].includes(other) || [...upward(other)].includes(one)) return true
  const [a, b] = [nearestHeading(one), nearestHeading(other)]
  const shared = a.filter((word) => b.includes(word)).length
  return shared > 0 && shared < a.length && shared < b.length
}

function nearestHeading(place: Place): readonly string[] {
  for (const at of upward(place)) if (at.depth > 0 && headingOf(at) !== '') return headingWords(at)
  return []
}

// The figures to show: the first two that count one thing with different values or bounds.
function figuresThatDiffer(one: Statement, other: Statement): readonly [StatedFigure, StatedFigure] | readonly [] {
  for (const here of one.figures) {
    const there = other.figures.find((figure) => figure.money === here.money && figure.counted[0] !== undefined && figure.counted[0] === here.counted[0] && figure.counted[1] === here.counted[1] && (figure.value !== here.value || figure.bound !== here.bound))
    const twin = other.figures.some((figure) => figure.value === here.value && figure.bound === here.bound && figure.counted[0] === here.counted[0])
    if (there !== undefined && !twin) return [here, there]
  }
  for (const [index, here] of one.figures.entries()) {
    const there = other.figures[index]
    if (there !== undefined && there.value !== here.value) return [here, there]
  }
  return []
}

// The words around the figure: enough to see what it says.
function quote({ sentence }: Statement, figure: StatedFigure): string {
  if (sentence.length <= 170) return sentence
  const from = Math.max(0, sentence.lastIndexOf(' ', Math.max(0, figure.at - 90)))
  const to = sentence.indexOf(' ', Math.min(sentence.length, figure.at + 80))
  return `${from === 0 ? '' : '…'}${sentence.slice(from, to < 0 ? undefined : to).trim()}${to < 0 ? '' : '…'}`
}
