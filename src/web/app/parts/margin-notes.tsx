import type { BookView, LeafView, Margin } from '#web/api/shapes.ts'
import { readPath } from '#web/render/read-path.ts'
import type { ClauseRules } from '#web/answers/answer-shapes.ts'
import { kindTitle } from '../kind-words.ts'
import { AskBox } from './ask-box.tsx'
import { ClauseActs } from './clause-acts.tsx'
import { ClauseAnswers } from './clause-answers.tsx'
import { packOf, useClauseRules } from './use-clause-rules.ts'

/** What stands beside a clause: what it answers, our summary, what is in doubt, what to check, the words and the law it leans on, and who cites it. */
export function MarginNotes({ book, anchor, margin, leaf, first }: { book: BookView; anchor: string; margin: Margin | null; leaf: LeafView; first: ClauseRules | null }) {
  const rules = useClauseRules(book, anchor, first)
  const pack = packOf(book)
  const whole = leaf.anchor === anchor
  return (
    <div className="notes">
      <header className="notes-head">
        <h2>
          {whole ? leaf.label : <b>{anchor}</b>} {whole ? leaf.title : margin && margin.heading !== '' ? margin.heading : ''}
        </h2>
        <ClauseActs book={book} anchor={anchor} leaf={leaf.anchor} />
      </header>
      {pack === null ? null : <AskBox pack={pack} />}
      {rules === null ? null : <ClauseAnswers rules={rules} />}
      {margin === null ? null : <Notes book={book} margin={margin} answers={rules !== null && (rules.reading || rules.cards.length + rules.also.length + rules.duties.length > 0)} />}
      {book.kind === 'pack' ? (
        <p className="aside">
          This is our own summary, not the printed words. {book.partner ? <a href={readPath(book.partner.id, anchor)}>Read the exact words</a> : <a href="/">Import the signed agreement</a>}
          {book.partner ? '.' : ' to read them here.'}
        </p>
      ) : null}
    </div>
  )
}

function Notes({ book, margin, answers }: { book: BookView; margin: Margin; answers: boolean }) {
  const nothing = margin.gist === null && margin.doubts.length + margin.lint.length + margin.terms.length + margin.laws.length + margin.citedFrom.length === 0 && margin.differs === null
  if (nothing) return answers ? null : <p className="aside">Nothing is noted beside this clause.</p>
  return (
    <>
      {margin.gist === null ? null : (
        <section className="card gist">
          <h3>In our words</h3>
          {margin.gist.split('\n\n').map((it) => (
            <p key={it}>{it}</p>
          ))}
          {margin.differs === null ? null : <p className="differs">{margin.differs}</p>}
        </section>
      )}
      {margin.doubts.length === 0 ? null : (
        <section className="card doubt">
          <h3>Where the text is in doubt</h3>
          {margin.doubts.map((it) => (
            <p key={it}>{it}</p>
          ))}
        </section>
      )}
      {margin.lint.length === 0 ? null : <Findings book={book} margin={margin} />}
      {margin.terms.length === 0 ? null : (
        <section className="card">
          <h3>Defined words</h3>
          <p className="places-list">
            {margin.terms.map((it) => (
              <span key={it.term}>
                {it.term} <a href={readPath(book.id, it.anchor)}>{it.anchor}</a>
              </span>
            ))}
          </p>
        </section>
      )}
      {margin.laws.length === 0 ? null : (
        <section className="card law">
          <h3>The law it names</h3>
          <ul>
            {margin.laws.map((it) => (
              <li key={it}>{it}</li>
            ))}
          </ul>
        </section>
      )}
      {margin.citedFrom.length === 0 ? null : <CitedFrom book={book} margin={margin} />}
    </>
  )
}

function Findings({ book, margin }: { book: BookView; margin: Margin }) {
  return (
    <section className="card check">
      <h3>To check</h3>
      {margin.lint.map((it) => (
        <p key={`${it.kind} ${it.message}`}>
          <strong>{kindTitle(it.kind)}.</strong> {it.message}{' '}
          {it.also.map((one) => (
            <a key={one} href={readPath(book.id, one)}>
              {one}
            </a>
          ))}
        </p>
      ))}
    </section>
  )
}

function CitedFrom({ book, margin }: { book: BookView; margin: Margin }) {
  return (
    <section className="card">
      <h3>Cited from</h3>
      <ul className="cited">
        {margin.citedFrom.map((it) => (
          <li key={it.anchor}>
            <a href={readPath(book.id, it.anchor)}>
              <b>{it.anchor}</b> {it.text}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
