import type { AnswerView } from '#web/answers/answer-shapes.ts'
import { readPath } from '#web/render/read-path.ts'
import { AnswerBody } from '../parts/answer-body.tsx'
import { AskBox } from '../parts/ask-box.tsx'
import { ClauseAnchor } from '../parts/clause-anchor.tsx'
import { ExampleLines } from '../parts/example-lines.tsx'
import { FactInput } from '../parts/fact-input.tsx'
import { RuleSentences } from '../parts/rule-sentences.tsx'
import { TakeAway } from '../parts/take-away.tsx'
import type { PageProps } from '../room.tsx'

/** A question of an agreement with its answer: what it says, what it stands on, and the form that asks it again with other facts. */
export function AnswerPage({ data }: PageProps<'answer'>) {
  const { answer } = data
  return (
    <main className="answering" id="text" tabIndex={-1}>
      <div className="answering-main">
        <p className="over">
          <a href={readPath(answer.pack.id)}>{answer.pack.title}</a> · <ClauseAnchor clause={answer.clause} named />
        </p>
        <h1>{answer.asks}</h1>
        {answer.asked === null ? null : <Asked answer={answer} words={answer.asked} />}
        {answer.given.length === 0 ? null : <Given answer={answer} />}
        <AnswerBody answer={answer} />
        {answer.status !== 'error' && (answer.given.length > 0 || answer.status === 'determined') ? <TakeAway text={answer.text} /> : null}
        {answer.fields.length === 0 ? null : <FactsForm answer={answer} />}
      </div>
      <aside className="answering-side" aria-label="The rule and its clauses">
        <section className="card">
          <h2>The rule in words</h2>
          <RuleSentences rule={answer.rule} />
        </section>
        <section className="card">
          <h2>What it reads</h2>
          <ul className="cites">
            {answer.clauses.map((it) => (
              <li key={it.anchor}>
                <ClauseAnchor clause={it} named />
              </li>
            ))}
          </ul>
        </section>
        {answer.examples.length === 0 ? null : <Examples answer={answer} />}
        <section className="card">
          <AskBox pack={answer.pack.id} label="Ask something else" />
        </section>
      </aside>
    </main>
  )
}

function Asked({ answer, words }: { answer: AnswerView; words: string }) {
  return (
    <div className="asked">
      <p>You asked: “{words}”</p>
      {answer.others.length === 0 ? null : (
        <details className="fold-away">
          <summary>Not what you meant?</summary>
          <ul className="questions">
            {answer.others.map((it) => (
              <li key={it.decision}>
                <a href={it.path}>{it.asks}</a>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}

function Given({ answer }: { answer: AnswerView }) {
  return (
    <ul className="given" aria-label="What is known">
      {answer.given.map((it) => (
        <li key={it.asks}>
          {it.asks} <strong>{it.value}</strong>
        </li>
      ))}
    </ul>
  )
}

function FactsForm({ answer }: { answer: AnswerView }) {
  return (
    <form className="facts" action={answer.path.split('?')[0]} method="get" aria-labelledby="facts">
      <h2 id="facts">{answer.given.length === 0 ? 'Or say all that you know' : 'Change what is known'}</h2>
      {answer.fields.map((it) => (
        <FactInput key={it.name} field={it} id={`fact-${it.name}`} />
      ))}
      <FactInput
        id="fact-as-of"
        field={{ name: 'asOf', asks: 'As of which day is it asked?', kind: 'date', hint: 'only where the answer depends on it', optional: false, list: false, judgedBy: null, choices: [], value: answer.asOf, columns: [], rows: [], trouble: null }}
      />
      <p>
        <button type="submit" className="act go">
          Answer it
        </button>
      </p>
      <p className="aside">What you write stands in the address of the page and nowhere else. Send the address, and it asks the same again.</p>
    </form>
  )
}

function Examples({ answer }: { answer: AnswerView }) {
  const shown = answer.examples.slice(0, 6)
  const more = answer.examples.slice(6)
  return (
    <section className="card" id="examples">
      <h2>Worked examples</h2>
      <ExampleLines examples={shown} />
      {more.length === 0 ? null : (
        <details className="fold-away">
          <summary>{more.length} more</summary>
          <ExampleLines examples={more} />
        </details>
      )}
    </section>
  )
}
