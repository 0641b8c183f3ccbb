/** How well everyday questions find their decision: `node test/rules/find-decisions.ts` prints each question that is not found for sure, and the sums. */
import { resolve } from 'node:path'
import { decisionWords } from '../../src/determinations/decision-words.ts'
import { decisionFinder, type DecisionFinder } from '../../src/determinations/find-decision.ts'
import { loadPackFromFolder } from '../../src/determinations/load-pack-from-folder.ts'
import { blindQuestions, everydayQuestions, laterQuestions, type EverydayQuestion } from './everyday-questions-data.ts'

export interface FoundCounts {
  readonly asked: number
  /** The finder was sure, and right. */
  readonly sure: number
  /** Sure, and wrong: the worst. */
  readonly wrong: number
  /** Not sure, and the right one among the nearest three. */
  readonly offered: number
  readonly missed: number
}

/** Asks every question whose decision its pack has; questions that nothing answers count as missed only when the finder was sure. */
export async function measureFinding(questions: readonly EverydayQuestion[], tell: (line: string) => void = () => {}): Promise<FoundCounts> {
  const counts = { asked: 0, sure: 0, wrong: 0, offered: 0, missed: 0 }
  for (const pack of new Set(questions.map((it) => it.pack))) {
    const { finder, names } = await finderOf(pack)
    for (const { asks, means } of questions.filter((it) => it.pack === pack)) {
      const there = means.filter((name) => names.has(name))
      if (means.length > 0 && there.length === 0) continue
      counts.asked += 1
      const found = finder.find(asks)
      const near = found.nearest.map((it) => `${it.decision} ${it.score.toFixed(1)}`).join(', ')
      if (found.sure !== null && there.includes(found.sure)) counts.sure += 1
      else if (found.sure !== null) {
        counts.wrong += 1
        tell(`WRONG   ${asks} -> ${near}`)
      } else if (means.length === 0 || found.nearest.some((it) => there.includes(it.decision))) {
        counts.offered += 1
        tell(`offered ${asks} -> ${near}`)
      } else {
        counts.missed += 1
        tell(`MISSED  ${asks} -> ${near}`)
      }
    }
  }
  return counts
}

async function finderOf(pack: string): Promise<{ finder: DecisionFinder; names: ReadonlySet<string> }> {
  const loaded = await loadPackFromFolder(resolve(import.meta.dirname, '../../agreements', pack))
  if (!loaded.ok) throw new Error(loaded.problem.what)
  return { finder: decisionFinder(decisionWords(loaded.value)), names: new Set(loaded.value.decisions.keys()) }
}

if (import.meta.main) {
  console.log(await measureFinding(everydayQuestions, console.log))
  console.log(await measureFinding(laterQuestions, console.log))
  console.log(await measureFinding(blindQuestions, console.log))
}
