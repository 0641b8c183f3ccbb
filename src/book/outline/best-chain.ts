/** Finds, among numbers that may belong to one list, the run that counts on best: 1, 2, 3 … with small gaps forgiven. */

export interface Link {
  readonly value: number
  /** How likely it is by itself; negative where it looks like a reference. */
  readonly weight: number
  readonly indent: number
}

export interface Chain {
  /** Places in the given list, in order. */
  readonly picked: readonly number[]
  readonly score: number
}

export interface ChainRules {
  /** What a list that starts over costs; absent where it may not. */
  readonly restart?: number
  /** How many numbers may be skipped. */
  readonly gap: number
  /** The list may begin anywhere, and gaps cost little: an amendment prints only some articles. */
  readonly loose?: true
}

interface Best {
  readonly score: number
  readonly at: number
  readonly from: Best | null
}

/** Linear in the number of links: for each value only the best run that ends in it is kept. */
export function bestChain(links: readonly Link[], rules: ChainRules): Chain {
  const ending = new Map<number, Best>()
  let top: Best | null = null
  links.forEach((link, at) => {
    const from = bestBefore(links, link, ending, top, rules)
    const here: Best = { score: from.score + link.weight, at, from: from.best }
    const rival = ending.get(link.value)
    if (rival === undefined || here.score > rival.score) ending.set(link.value, here)
    if (top === null || here.score > top.score) top = here
  })
  const picked: number[] = []
  const end = top as Best | null
  for (let step: Best | null = end; step !== null; step = step.from) picked.push(step.at)
  return { picked: picked.toReversed(), score: end?.score ?? 0 }
}

function bestBefore(links: readonly Link[], link: Link, ending: ReadonlyMap<number, Best>, top: Best | null, rules: ChainRules): { score: number; best: Best | null } {
  let score = link.value === 1 ? 1.5 : rules.loose === true ? 0.5 : Math.max(-4, -1 - (link.value - 1) * 0.7)
  let best: Best | null = null
  for (let skipped = 0; skipped <= rules.gap; skipped += 1) {
    const previous = ending.get(link.value - 1 - skipped)
    if (previous === undefined) continue
    const from = links[previous.at]
    const shift = from === undefined || Math.abs(from.indent - link.indent) <= 4 ? 0 : 0.8
    const reached = previous.score + stepScore(skipped, rules.loose === true) - shift
    if (reached > score) [score, best] = [reached, previous]
  }
  if (rules.restart !== undefined && link.value === 1 && top !== null && top.score - rules.restart > score) [score, best] = [top.score - rules.restart, top]
  return { score, best }
}

function stepScore(skipped: number, loose: boolean): number {
  if (skipped === 0) return 2
  if (loose) return 1 - 0.08 * skipped
  return skipped === 1 ? -0.2 : -0.4 * skipped
}
