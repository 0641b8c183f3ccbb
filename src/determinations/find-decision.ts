import { stemOfWord } from '#book/search/index-words.ts'
import { wordsOf as scannedWords } from '#book/search/scan-words.ts'
import { stopWords } from '#book/search/stop-words.ts'
import { synonyms } from '#book/search/synonyms.ts'
import { everydayPhrases, everydayWords, smallTalk } from '#determinations/everyday-words.ts'
import { nearestWord } from '#rules/read/nearest-word.ts'

/** Finds the decision that a question in everyday words means, by the wording of the decisions; says when it is not sure rather than guess. */

/** What a decision says of itself, from the closest words to the farthest. */
export interface DecisionWords {
  readonly name: string
  readonly asks: string
  /** Headings of its clauses and of those above them. */
  readonly heads: readonly string[]
  readonly gists: readonly string[]
  /** Names, notes, questions and choices of its facts; names of its answers. */
  readonly facts: readonly string[]
  /** The kinds of its answers: `date`, `money`, `boolean` ... */
  readonly gives: readonly string[]
}

export interface FoundDecision {
  readonly decision: string
  readonly asks: string
  /** From 0 up; only good for comparing within one question. */
  readonly score: number
}

export interface DecisionFinder {
  /** `sure` is the decision meant, where one is clearly ahead and covers the question; else null. `nearest`: at most three, best first. */
  readonly find: (question: string) => { readonly sure: string | null; readonly nearest: readonly FoundDecision[] }
}

/** Reads the wording of all decisions once; a question then takes well under a millisecond. */
export function decisionFinder(decisions: readonly DecisionWords[]): DecisionFinder {
  const wordings = decisions.map(wordingOf)
  const spread = new Map<string, number>()
  for (const { bag } of wordings) for (const stem of bag.keys()) spread.set(stem, (spread.get(stem) ?? 0) + 1)
  const rarity = (stem: string): number => Math.log(1 + decisions.length / (spread.get(stem) ?? 0.5))
  return {
    find: (question) => {
      const asked = askedWords(question, spread)
      const wanted = kindWanted(question)
      const ranked = wordings
        .map((wording, at) => rank(wording, asked, rarity, decisions[at]!, wanted))
        .filter(({ score }) => score > 0)
        .sort((a, b) => b.score - a.score || (a.decision < b.decision ? -1 : 1))
      return { sure: sureOf(ranked), nearest: ranked.slice(0, 3).map(({ decision, asks, score }) => ({ decision, asks, score })) }
    },
  }
}

interface Wording {
  /** By stem, how much the decision is about it. */
  readonly bag: ReadonlyMap<string, number>
  /** Two stems that stand side by side in its question, name or headings. */
  readonly pairs: ReadonlySet<string>
  /** How many words it says of itself, by weight: a word counts less among many. */
  readonly size: number
  /** The stems of its name, and of its question. */
  readonly name: readonly string[]
  readonly asks: readonly string[]
}

/** One word or run of words of the question: the stems that stand for it, with how much each counts. */
interface Asked {
  readonly stems: ReadonlyMap<string, number>
  /** The word itself; null for a run of words that stands for others. */
  readonly own: string | null
  readonly counts: number
}

interface Ranked extends FoundDecision {
  /** How much of the question, by rarity, the decision has words for: 0 to 1. */
  readonly covered: number
  /** How much of its own name or question the words of the question meet: 0 to 1. */
  readonly named: number
  /** Its score as a part of the best that the question could have. */
  readonly share: number
  readonly rightKind: boolean
}

/** These and the figures below were settled by the first two lists of everyday questions in test/rules; a third, written blind, measures them. */
const weights = { asks: 2, name: 5.5, heads: 2.5, facts: 1.2, gists: 0.5 }

function wordingOf(decision: DecisionWords): Wording {
  const bag = new Map<string, number>()
  const add = (text: string, weight: number): void => {
    for (const stem of stemsOf(text)) bag.set(stem, (bag.get(stem) ?? 0) + weight)
  }
  add(decision.asks, weights.asks)
  add(decision.name.replaceAll('_', ' '), weights.name)
  for (const head of decision.heads) add(head, weights.heads)
  for (const fact of decision.facts) add(fact.replaceAll('_', ' '), weights.facts)
  for (const gist of decision.gists) add(gist, weights.gists)
  const size = [...bag.values()].reduce((sum, weight) => sum + weight, 0)
  const pairs = [decision.asks, decision.name.replaceAll('_', ' '), ...decision.heads].flatMap((text) => pairsOf(stemsOf(text)))
  return { bag, pairs: new Set(pairs), size, name: stemsOf(decision.name.replaceAll('_', ' ')), asks: stemsOf(decision.asks) }
}

function pairsOf(stems: readonly string[]): readonly string[] {
  return stems.slice(1).map((stem, at) => `${stems[at]} ${stem}`)
}

function wordsOf(text: string): readonly string[] {
  return scannedWords(text).map((it) => it.word)
}

function stemsOf(text: string): readonly string[] {
  return wordsOf(text).filter((word) => !stopWords.has(word)).map(stemOfWord)
}

/** The rows of synonyms as runs of stems. Small words inside a run count there: "go home", "too many". */
const rows: readonly (readonly (readonly string[])[])[] = [...everydayWords, ...synonyms].map((row) => row.map((entry) => wordsOf(entry).map(stemOfWord)))

function askedWords(question: string, spread: ReadonlyMap<string, number>): readonly Asked[] {
  const words = wordsOf(spelledOut(question))
  const stems = words.map(stemOfWord)
  const runs = runsOf(stems)
  // "how long do I have" asks for a day; its "long" is not a length.
  const spoken = new Set(runs.filter((run) => run.stems.length >= LONG_RUN).flatMap((run) => run.stems.map((_, at) => run.at + at)))
  const asked: Asked[] = []
  for (const [at, stem] of stems.entries()) {
    const word = words[at] ?? ''
    if (stopWords.has(word) || spoken.has(at)) continue
    const own = spread.has(stem) ? stem : mended(word, stem, spread)
    asked.push({ stems: new Map([[own, 1], ...synonymsOf([stem])]), own, counts: smallTalk.has(word) ? AS_SMALL_TALK : 1 })
  }
  for (const run of runs) asked.push({ stems: new Map(synonymsOf(run.stems)), own: null, counts: 1 })
  return asked.filter((it) => it.stems.size > 0)
}

const LONG_RUN = 3

/** The question with its short forms said in full. */
function spelledOut(question: string): string {
  let text = ` ${wordsOf(question).join(' ')} `
  for (const [said, means] of everydayPhrases) text = text.replaceAll(` ${said} `, ` ${means} `)
  return text
}

/** A word that no decision has, nor any row: taken for the nearest that one has, where it is nearly spelled so. */
function mended(word: string, stem: string, spread: ReadonlyMap<string, number>): string {
  if (word.length < 5 || rows.some((row) => row.some((entry) => entry.length === 1 && entry[0] === stem))) return stem
  return nearestWord(stem, [...spread.keys()].filter((it) => Math.abs(it.length - stem.length) <= 1 && it[0] === stem[0])) ?? stem
}

/** Runs of two to five words that stand in a row of synonyms, with their places. */
function runsOf(stems: readonly string[]): readonly { readonly at: number; readonly stems: readonly string[] }[] {
  const found: { at: number; stems: readonly string[] }[] = []
  for (let at = 0; at < stems.length; at += 1) {
    for (let length = 5; length >= 2; length -= 1) {
      const run = stems.slice(at, at + length)
      if (run.length === length && rows.some((row) => row.some((entry) => entry.length === length && entry.join(' ') === run.join(' ')))) found.push({ at, stems: run })
    }
  }
  return found
}

const AS_SYNONYM = 0.73
const AS_SMALL_TALK = 0.3

function synonymsOf(run: readonly string[]): readonly (readonly [string, number])[] {
  const key = run.join(' ')
  const same = rows.filter((row) => row.some((entry) => entry.join(' ') === key))
  return same.flatMap((row) => row.filter((entry) => entry.join(' ') !== key).flatMap((entry) => entry.filter((stem) => !stopWords.has(stem)).map((stem) => [stem, AS_SYNONYM / Math.sqrt(entry.length)] as const)))
}

function rank({ bag, pairs, size, name, asks }: Wording, asked: readonly Asked[], rarity: (stem: string) => number, decision: DecisionWords, wanted: ReadonlySet<string>): Ranked {
  const half = HALF_ABOUT * (1 - LONG_COUNTS + LONG_COUNTS * (size / USUAL_SIZE))
  let [score, covered, whole] = [0, 0, 0]
  const met = new Set<string>()
  for (const [at, { stems, own, counts }] of asked.entries()) {
    let best = 0
    for (const [stem, weight] of stems) {
      const about = bag.get(stem) ?? 0
      if (about > 0) met.add(stem)
      best = Math.max(best, (rarity(stem) * weight * counts * about) / (about + half))
    }
    const worth = own === null ? 0 : rarity(own) * counts
    whole += worth
    covered += best === 0 ? 0 : worth
    score += best
    const next = asked[at + 1]?.own ?? null
    if (own !== null && next !== null && pairs.has(`${own} ${next}`)) score += (SIDE_BY_SIDE * (rarity(own) + rarity(next))) / 2
  }
  // A decision on summer sick leave is not meant by who speaks of sick leave only.
  const named = Math.max(share(name, met, rarity), share(asks, met, rarity))
  const rightKind = decision.gives.some((kind) => wanted.has(kind))
  return {
    decision: decision.name,
    asks: decision.asks,
    score: score * (rightKind ? RIGHT_KIND : 1) * (1 - NAME_COUNTS + NAME_COUNTS * named),
    covered: whole === 0 ? 0 : covered / whole,
    named,
    share: whole === 0 ? 0 : score / whole,
    rightKind,
  }
}

/** How much of the stems, by rarity, is among those met: 0 to 1. */
function share(stems: readonly string[], met: ReadonlySet<string>, rarity: (stem: string) => number): number {
  let all = 0
  let there = 0
  for (const stem of stems) {
    all += rarity(stem)
    if (met.has(stem)) there += rarity(stem)
  }
  return all === 0 ? 0 : there / all
}

/** At this weight a word counts half of what it can. */
const HALF_ABOUT = 2.2
/** How far a decision of many words needs more of one. */
const LONG_COUNTS = 0.15
const USUAL_SIZE = 60
/** What two words of the question add that the decision too says side by side. */
const SIDE_BY_SIDE = 0.85
/** How far the words of a decision's name that the question lacks count against it. */
const NAME_COUNTS = 0.36
const RIGHT_KIND = 1.37

/** The kinds of answer that the question's form asks for. */
function kindWanted(question: string): ReadonlySet<string> {
  const asked = question.toLowerCase()
  if (/\b(when|deadline|last day|by what day|how long do (i|we) have)\b/.test(asked)) return new Set(['date'])
  if (/\b(how much|paid|pay|stipend|salary|earn|rate)\b/.test(asked)) return new Set(['money'])
  if (/\bhow (many|long)\b/.test(asked)) return new Set(['integer', 'decimal'])
  if (/^(can|may|is|are|do|does|must|could|am)\b/.test(asked)) return new Set(['boolean'])
  return new Set()
}

/** The first, where how far it is ahead and how much of the question it meets together make it likely. */
function sureOf(ranked: readonly Ranked[]): string | null {
  const [first] = ranked
  // Met by nothing but its facts and clauses, a decision is about something else; and of two that are as near, neither is sure unless its name was said.
  if (first === undefined) return null
  const ahead = aheadOf(first, ranked[1], 1.8, 1.2)
  if (first.named < NAMED || (ahead < AHEAD && first.named < WHOLLY)) return null
  const farAhead = aheadOf(first, ranked[3], 2.5, 1.3)
  const likely = LIKELY.ahead * Math.log(ahead) + LIKELY.farAhead * Math.log(farAhead) + LIKELY.covered * first.covered + LIKELY.named * first.named + LIKELY.share * Math.min(first.share, 1.2) + (first.rightKind ? LIKELY.rightKind : 0)
  return likely >= SURE ? first.decision : null
}

/** How many times the other's score, `most` at most; `alone` where there is no other: a single word met by a single decision says little. */
function aheadOf(first: Ranked, other: Ranked | undefined, most: number, alone: number): number {
  return other === undefined ? alone : Math.min(most, first.score / other.score)
}

/** The weights of a logistic regression over the first two lists of questions: what tells the right first ones from the wrong. */
const LIKELY = { ahead: 1, farAhead: 1.56, covered: 0.93, named: 4.4, share: 1.76, rightKind: 0.3 }
const SURE = 5.45
const NAMED = 0.2
const AHEAD = 1.1
const WHOLLY = 0.5
