import type { Determination } from '#determinations/determination.ts'
import { explain, type Explanation } from '#determinations/explain.ts'
import { interview } from '#determinations/interview.ts'
import type { LoadedDecision } from '#determinations/loaded-pack.ts'
import { questionOfFact } from '#determinations/question-of-fact.ts'
import { spaced } from '#determinations/value-in-words.ts'
import type { Fact } from '#rules/rule-book.ts'
import { accountView } from '#web/answers/account-view.ts'
import type { AnswerView, ClauseLink, FieldView, QuestionLink } from '#web/answers/answer-shapes.ts'
import { answerText } from '#web/answers/answer-text.ts'
import { clauseLink } from '#web/answers/clause-link.ts'
import { exampleView } from '#web/answers/example-view.ts'
import { factField } from '#web/answers/fact-field.ts'
import { answerPath, askedParam, dayParam } from '#web/answers/answer-path.ts'
import { headlineOf, namedValues, readingViews } from '#web/answers/give-values.ts'
import type { AskedPack } from '#web/answers/open-answerer.ts'
import type { AnswerQuery } from '#web/answers/read-answer-query.ts'
import { ruleWords } from '#web/answers/rule-words.ts'
import { capital, sayDay, sayDaysIn, sayValue, sentence } from '#web/answers/say-value.ts'
import { statusWords } from '#web/answers/status-words.ts'
import { workingView } from '#web/answers/working-view.ts'

/** So many worked examples are on a page; the pack may hold more. */
const mostExamples = 30

/** Everything that the page of a question shows: the answer with what it stands on, what is still open, and the form that asks again. */
export function answerView(asked: AskedPack, loaded: LoadedDecision, query: AnswerQuery, around: { readonly origin: string; readonly today: string }): AnswerView {
  const { decision, program } = loaded
  const question = { decision: decision.name, input: query.input, asOf: query.asOf }
  const explanation = explain(asked.loaded, question)
  const { answer } = explanation
  const link = (anchor: string): ClauseLink => clauseLink(asked, anchor)
  const { next } = interview(asked.loaded, question, query.unsure)
  const params = query.params.filter(([name]) => name !== askedParam)
  const path = answerPath(asked.id, decision.name, params)
  const view: Omit<AnswerView, 'text'> = {
    pack: { id: asked.id, title: asked.loaded.pack.short },
    decision: decision.name,
    asks: decision.asks,
    clause: link(decision.at.clause),
    path,
    asked: query.asked,
    others: query.asked === null ? [] : othersFor(asked, query.asked, decision.name),
    status: answer.status,
    ...statusWords(answer, next === null ? 'no' : params.length === 0 ? 'first' : 'more'),
    headline: headlineOf(answer.value, loaded),
    values: namedValues(answer.value, loaded),
    readings: readingViews(answer.readings, loaded),
    next: next === null ? null : nextField(next.input, next.asks, next.fact, around.today),
    kept: next === null ? [] : params.filter(([name]) => name !== next.input && !name.startsWith(`${next.input}.`)),
    needs: answer.needs.filter((need) => need.input !== next?.input).map((need) => sayDaysIn(need.why)),
    accounts: answer.accounts.map((it) => accountView(it, asked.loaded.calendars, link(it.clause))),
    working: program === null ? [] : workingView(program, answer.working, link),
    ...besideOf(answer, explanation, link),
    clauses: (answer.clauses.length > 0 ? answer.clauses : decision.clauses).map(link),
    given: givenIn(decision.facts, query),
    fields: decision.facts.map((fact) => factField(fact, query.texts.get(fact.name) ?? '', query.rows.get(fact.name) ?? [], troubleOf(answer, fact.name))),
    asOf: query.asOf ?? '',
    rule: ruleWords(asked.loaded.rules, loaded, decision.at.clause, 8),
    examples: decision.examples.slice(0, mostExamples).map((it) => exampleView(asked.id, loaded, it)),
  }
  return { ...view, text: answerText(view, asked.loaded.pack.title, around.origin) }
}

function othersFor(asked: AskedPack, words: string, taken: string): readonly QuestionLink[] {
  return asked.finder.find(words).nearest.filter((it) => it.decision !== taken).map(({ decision, asks }) => ({ decision, asks, path: answerPath(asked.id, decision) }))
}

/** The field for what is to be said next: a fact, or the day on which the question is asked; null where only people with more papers can go on. */
function nextField(input: string, asks: string, fact: Fact | null, today: string): FieldView | null {
  if (fact !== null) return factField(fact, '', [], null)
  if (input !== dayParam) return null
  return { name: dayParam, asks: sayDaysIn(asks), kind: 'date', hint: '', optional: false, list: false, judgedBy: null, choices: [], value: today, columns: [], rows: [], trouble: null }
}

function besideOf(answer: Determination, { nearest, notTaken }: Explanation, link: (anchor: string) => ClauseLink): Pick<AnswerView, 'warnings' | 'law' | 'leftToPeople' | 'nearest' | 'notTaken'> {
  return {
    warnings: answer.warnings.map((it) => ({ says: sayDaysIn(it.says), clause: it.clause === null ? null : link(it.clause) })),
    law: answer.law.map((it) => ({ statute: it.statute, says: `${sentence(Object.entries(it.value).map(([name, value]) => `${spaced(name)}: ${sayValue(value)}`).join(', '))} ${it.binds === 'law' ? 'Here the law binds.' : 'Here the agreement binds.'} ${sayDaysIn(it.why)} (${it.certainty})` })),
    leftToPeople: answer.leftToPeople,
    nearest: nearest.map((it) => capital(sayDaysIn(it.says))),
    notTaken: notTaken.map((it) => sentence(sayDaysIn(`${spaced(it.rule)}: ${it.row}${it.clause === null ? '' : ` (${it.clause})`}. Not so here, for it asks that ${it.failed}`))),
  }
}

/** What is wrong with a fact as it was given, said of the fact by its name in words. */
function troubleOf({ error }: Determination, fact: string): string | null {
  if (error === undefined || error.input !== fact) return null
  return capital(error.message.replaceAll(fact, spaced(fact)))
}

function givenIn(facts: readonly Fact[], { input, asOf, unsure }: AnswerQuery): AnswerView['given'] {
  const given = facts.flatMap((fact) => {
    const value = input[fact.name]
    if (value === undefined) return unsure.has(fact.name) ? [{ asks: questionOfFact(fact), value: 'not known' }] : []
    return [{ asks: questionOfFact(fact), value: sayValue(value, fact.type.is === 'money' ? 'money' : undefined) }]
  })
  return asOf === null ? given : [...given, { asks: 'As of which day is it asked?', value: sayDay(asOf) }]
}
