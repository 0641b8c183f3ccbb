import type { AnswerView, NamedValue } from '#web/answers/answer-shapes.ts'
import { ClauseAnchor } from './clause-anchor.tsx'
import { DayCount } from './day-count.tsx'
import { NextQuestion } from './next-question.tsx'
import { WorkingTree } from './working-tree.tsx'

/** The answer: how certain, its values, its readings, and everything that it stands on. */
export function AnswerBody({ answer }: { answer: AnswerView }) {
  const { headline } = answer
  const others = answer.values.filter((it) => it.name !== headline?.name)
  return (
    <>
      <section className="answer" data-status={answer.status} role={answer.status === 'error' ? 'alert' : undefined} aria-label="The answer">
        <p className="status">{answer.title}</p>
        {answer.says === '' ? null : <p className="status-says">{answer.says}</p>}
        {headline === null ? null : (
          <p className="headline">
            <span>{headline.name}</span> <strong>{headline.value}</strong>
          </p>
        )}
        {others.length === 0 ? null : <Values values={others} />}
        {answer.next === null ? null : <NextQuestion answer={answer} field={answer.next} />}
        {answer.needs.length === 0 ? null : <Needs needs={answer.needs} first={answer.next === null} />}
      </section>
      {answer.readings.length === 0 ? null : <Readings answer={answer} />}
      {answer.accounts.length === 0 ? null : (
        <section aria-labelledby="counted">
          <h2 id="counted">{answer.readings.length > 0 ? 'The days counted, by the plainer reading' : 'The days counted'}</h2>
          {answer.accounts.map((it) => (
            <DayCount key={it.says} account={it} />
          ))}
        </section>
      )}
      <Beside answer={answer} />
      {answer.working.length === 0 ? null : (
        <section aria-labelledby="working">
          <h2 id="working">{answer.readings.length > 0 ? 'How it comes about, by the plainer reading' : 'How it comes about'}</h2>
          <WorkingTree nodes={answer.working} />
        </section>
      )}
      <Otherwise answer={answer} />
    </>
  )
}

function Values({ values }: { values: readonly NamedValue[] }) {
  return (
    <dl className="values">
      {values.map(({ name, value, table }) => (
        <div key={name} data-wide={table === null ? undefined : ''}>
          <dt>{name}</dt>
          <dd>{table === null ? value : <ValueTable name={name} table={table} />}</dd>
        </div>
      ))}
    </dl>
  )
}

function ValueTable({ name, table }: { name: string; table: NonNullable<NamedValue['table']> }) {
  return (
    <div className="sheet" role="group" tabIndex={0} aria-label={name}>
      <table>
        <thead>
          <tr>
            {table.head.map((it) => (
              <th key={it} scope="col">
                {it}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, at) => (
            <tr key={at}>
              {row.map((cell, column) => (
                <td key={column}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Needs({ needs, first }: { needs: readonly string[]; first: boolean }) {
  return (
    <div className="needs">
      <p>{first ? 'What is missing:' : 'It may turn on these too:'}</p>
      <ul>
        {needs.map((it) => (
          <li key={it}>{it}</li>
        ))}
      </ul>
    </div>
  )
}

function Readings({ answer }: { answer: AnswerView }) {
  return (
    <section aria-labelledby="readings">
      <h2 id="readings">The readings, side by side</h2>
      <div className="readings">
        {answer.readings.map((it, at) => (
          <div key={it.says} className="reading-card">
            <h3>
              <span>Reading {at + 1}</span> {it.says}
            </h3>
            <dl>
              {it.values.map(({ name, value, differs }) => (
                <div key={name} data-differs={differs || undefined}>
                  <dt>{name}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
            </dl>
          </div>
        ))}
      </div>
    </section>
  )
}

function Beside({ answer }: { answer: AnswerView }) {
  return (
    <>
      {answer.warnings.length === 0 ? null : (
        <section className="card doubt" aria-label="Mind">
          {answer.warnings.map((it) => (
            <p key={it.says}>
              <strong>Mind.</strong> {it.says} {it.clause === null ? null : <ClauseAnchor clause={it.clause} />}
            </p>
          ))}
        </section>
      )}
      {answer.law.map((it) => (
        <section key={it.statute} className="card law" aria-label="The law beside it">
          <p>
            <strong>The law beside it: {it.statute}.</strong> {it.says}
          </p>
        </section>
      ))}
      {answer.leftToPeople.length === 0 ? null : (
        <p className="left-to-people">
          Left to people: {answer.leftToPeople.map((it) => `“${it}”`).join(', ')}. No rule can say what {answer.leftToPeople.length === 1 ? 'it means' : 'they mean'} in a case; what is answered here takes it as you said it.
        </p>
      )}
    </>
  )
}

function Otherwise({ answer }: { answer: AnswerView }) {
  return (
    <>
      {answer.nearest.length === 0 ? null : (
        <section aria-labelledby="nearest">
          <h2 id="nearest">What would change it</h2>
          <ul className="plain-list">
            {answer.nearest.map((it) => (
              <li key={it}>{it}</li>
            ))}
          </ul>
        </section>
      )}
      {answer.notTaken.length === 0 ? null : (
        <details className="fold-away">
          <summary>Why not another row of the table ({answer.notTaken.length})</summary>
          <ul className="plain-list">
            {answer.notTaken.map((it) => (
              <li key={it}>{it}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
