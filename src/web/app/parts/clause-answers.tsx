import { askPath } from '#web/answers/answer-path.ts'
import type { ClauseRules, RuleCard } from '#web/answers/answer-shapes.ts'
import { ExampleLines } from './example-lines.tsx'
import { RuleSentences } from './rule-sentences.tsx'

/** What a clause answers, in its margin: its questions, its rule in words, worked examples, and what somebody owes by it. */
export function ClauseAnswers({ rules }: { rules: ClauseRules }) {
  if (rules.reading) return <p className="aside">Its rules are being read …</p>
  return (
    <>
      {rules.cards.map((card) => (
        <RuleCardView key={card.decision} card={card} />
      ))}
      {rules.duties.length === 0 ? null : (
        <section className="card">
          <h3>Who owes what</h3>
          <ul>
            {rules.duties.map((it) => (
              <li key={it.says}>
                {it.says} {it.binding ? '' : '(a wish, not a duty)'}
              </li>
            ))}
          </ul>
        </section>
      )}
      {rules.also.length === 0 ? null : (
        <section className="card">
          <h3>{rules.cards.length === 0 ? 'What it answers' : 'Other questions that read it'}</h3>
          <ul className="questions">
            {rules.also.slice(0, 12).map((it) => (
              <li key={it.decision}>
                <a href={it.path}>{it.asks}</a>
              </li>
            ))}
          </ul>
          {rules.also.length > 12 ? <a href={askPath(rules.pack)}>All its questions</a> : null}
        </section>
      )}
    </>
  )
}

function RuleCardView({ card }: { card: RuleCard }) {
  return (
    <section className="card answers">
      <h3>
        <a href={card.path}>{card.asks}</a>
      </h3>
      <RuleSentences rule={card.rule} />
      {card.examples.length === 0 ? null : (
        <>
          <h4>Worked examples</h4>
          <ExampleLines examples={card.examples} />
        </>
      )}
      <p className="card-acts">
        <a className="act go" href={card.path}>
          Answer it
        </a>
        {card.more > 0 ? (
          <a className="more" href={`${card.path}#examples`}>
            {card.more} more {card.more === 1 ? 'example' : 'examples'}
          </a>
        ) : null}
      </p>
    </section>
  )
}
