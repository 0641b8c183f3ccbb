import { stemOfWord } from '#book/search/index-words.ts'
import { wordsOf } from '#book/search/scan-words.ts'
import { stopWords } from '#book/search/stop-words.ts'
import { synonyms } from '#book/search/synonyms.ts'

/** Pairs texts of two lists that speak of the same thing in other words, by the rarer words they share. */

/** Less than this is chance. */
const LEAST = 0.22

/** Pairs by place, each text in one at most, in the order of the first list. The words of `subject` prove nothing: all the texts speak of it. */
export function pairByWords(left: readonly string[], right: readonly string[], subject: string): { a: number; b: number; likeness: number }[] {
  const known = new Set(bagOf(subject).keys())
  const bags = [...left, ...right].map((text) => new Map([...bagOf(text)].filter(([key]) => !known.has(key))))
  const rarity = rarityOf(bags)
  const lengths = bags.map((bag) => Math.sqrt(dot(bag, bag, rarity)))
  const scored: { a: number; b: number; likeness: number }[] = []
  for (let a = 0; a < left.length; a += 1) {
    for (let b = 0; b < right.length; b += 1) {
      const other = left.length + b
      const size = lengths[a]! * lengths[other]!
      const likeness = size === 0 ? 0 : dot(bags[a]!, bags[other]!, rarity) / size
      if (likeness >= LEAST) scored.push({ a, b, likeness: Math.round(likeness * 1000) / 1000 })
    }
  }
  return takeBest(scored)
}

function takeBest(scored: { a: number; b: number; likeness: number }[]): { a: number; b: number; likeness: number }[] {
  const usedA = new Set<number>()
  const usedB = new Set<number>()
  const taken: typeof scored = []
  for (const pair of scored.sort((x, y) => y.likeness - x.likeness || x.a - y.a || x.b - y.b)) {
    if (usedA.has(pair.a) || usedB.has(pair.b)) continue
    usedA.add(pair.a)
    usedB.add(pair.b)
    taken.push(pair)
  }
  return taken.sort((x, y) => x.a - y.a)
}

/** How often each word stands in a text, damped; words that mean the same count as one, figures by their being figures. */
function bagOf(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { word } of wordsOf(text)) {
    if (stopWords.has(word)) continue
    const stem = /\d/.test(word) ? '#' : stemOfWord(word)
    const key = sameMeaning.get(stem) ?? stem
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  for (const [key, count] of counts) counts.set(key, 1 + Math.log(count))
  return counts
}

/** Each single-word synonym's stem by the first of its row. */
const sameMeaning: ReadonlyMap<string, string> = new Map(
  synonyms.flatMap((row) => {
    const single = row.filter((entry) => !entry.includes(' ')).map(stemOfWord)
    return single.slice(1).map((stem) => [stem, single[0]!] as const)
  }),
)

function rarityOf(bags: readonly Map<string, number>[]): Map<string, number> {
  const stands = new Map<string, number>()
  for (const bag of bags) for (const key of bag.keys()) stands.set(key, (stands.get(key) ?? 0) + 1)
  return new Map([...stands].map(([key, count]) => [key, Math.log(1 + bags.length / count)]))
}

function dot(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>, rarity: ReadonlyMap<string, number>): number {
  let sum = 0
  for (const [key, count] of a) sum += count * (b.get(key) ?? 0) * rarity.get(key)! ** 2
  return sum
}
