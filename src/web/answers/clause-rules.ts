import type { Decision, Duty } from '#rules/rule-book.ts'
import type { ClauseRules, QuestionLink, RuleCard } from '#web/answers/answer-shapes.ts'
import { exampleView } from '#web/answers/example-view.ts'
import { answerPath } from '#web/answers/answer-path.ts'
import type { AskedPack } from '#web/answers/open-answerer.ts'
import { ruleWords } from '#web/answers/rule-words.ts'
import { capital, sentence } from '#web/answers/say-value.ts'

/** What the margin of a clause answers: the decisions that read it, their rule in words, worked examples, and what somebody owes by it. */

const mostCards = 3
const mostExamples = 3
const mostSentences = 3

/** For a clause, or for a whole article: then its questions only. */
export function clauseRules(asked: AskedPack, anchor: string): ClauseRules {
  const { rules } = asked.loaded
  const reads = rules.decisions.filter((it) => it.at.clause === anchor || it.clauses.includes(anchor) || it.values.some((value) => value.clauses.includes(anchor)))
  const chapter = asked.clauses.get(anchor)?.chapter
  const wide = reads.length === 0 && asked.loaded.pack.articles.concat(asked.loaded.pack.appendices).some((it) => it.anchor === anchor)
  const within = wide ? rules.decisions.filter((it) => asked.clauses.get(it.at.clause)?.chapter === chapter) : []
  // Those that stand under the clause come first: they are about it; the others only lean on it.
  const own = reads.filter((it) => it.at.clause === anchor)
  const others = reads.filter((it) => it.at.clause !== anchor)
  const cards = [...own, ...others].slice(0, mostCards)
  return {
    anchor,
    pack: asked.id,
    reading: false,
    cards: cards.map((it) => ruleCard(asked, it, anchor)),
    also: [...own, ...others, ...within].filter((it) => !cards.includes(it)).map((it) => questionLink(asked.id, it)),
    duties: rules.duties.filter((it) => it.at.clause === anchor || it.clauses.includes(anchor)).map((it) => ({ says: dutyInWords(it), binding: it.binding })),
  }
}

/** While the pack is still being read. */
export function rulesToCome(pack: string, anchor: string): ClauseRules {
  return { anchor, pack, reading: true, cards: [], also: [], duties: [] }
}

export function questionLink(pack: string, { name, asks }: Pick<Decision, 'name' | 'asks'>): QuestionLink {
  return { decision: name, asks, path: answerPath(pack, name) }
}

function ruleCard(asked: AskedPack, decision: Decision, anchor: string): RuleCard {
  const loaded = { decision, program: asked.loaded.decisions.get(decision.name)?.program ?? null }
  return {
    ...questionLink(asked.id, decision),
    rule: ruleWords(asked.loaded.rules, loaded, anchor, mostSentences),
    examples: decision.examples.slice(0, mostExamples).map((it) => exampleView(asked.id, loaded, it)),
    more: Math.max(0, decision.examples.length - mostExamples),
  }
}

/** `The principal must answer in writing to the teacher, by Friday.` */
function dutyInWords({ who, must, to, with: along, by }: Duty): string {
  const named = to !== null && !must.includes(to) ? `, to ${to}` : ''
  return sentence(`${capital(who)} must ${must}${named}${along === null ? '' : `, with ${along}`}${by === null ? '' : `, by ${by}`}`)
}
