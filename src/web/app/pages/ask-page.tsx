import type { AskView, QuestionLink } from '#web/answers/answer-shapes.ts'
import { readPath } from '#web/render/read-path.ts'
import { AskBox } from '../parts/ask-box.tsx'
import { searchPath } from '../route.ts'
import type { PageProps } from '../room.tsx'

/** The questions that an agreement answers; where words were asked that may mean several, the nearest of them first. */
export function AskPage({ data }: PageProps<'ask'>) {
  const { ask } = data
  return (
    <main className="plain asking" id="text" tabIndex={-1}>
      <p className="over">
        <a href={readPath(ask.pack.id)}>{ask.pack.title}</a>
      </p>
      <h1>Ask this agreement</h1>
      <AskBox pack={ask.pack.id} words={ask.words} label="Your question, in your own words" />
      {ask.words === '' ? null : <Nearest ask={ask} />}
      <h2>All that it answers</h2>
      <div className="chapters">
        {ask.chapters.map((it) => (
          <details key={it.title} className="fold-away">
            <summary>
              {it.title} <i>{it.questions.length}</i>
            </summary>
            <Questions questions={it.questions} />
          </details>
        ))}
      </div>
    </main>
  )
}

function Nearest({ ask }: { ask: AskView }) {
  const search = searchPath(ask.words, ask.pack.id)
  if (ask.nearest.length === 0) {
    return (
      <p role="status">
        No question of this agreement speaks of that. Try other words, or <a href={search}>look for the words in its text</a>.
      </p>
    )
  }
  return (
    <section className="nearest" aria-labelledby="nearest">
      <h2 id="nearest">Do you mean one of these?</h2>
      <Questions questions={ask.nearest} />
      <p className="soft">
        Or <a href={search}>look for the words in its text</a>.
      </p>
    </section>
  )
}

function Questions({ questions }: { questions: readonly QuestionLink[] }) {
  return (
    <ul className="questions">
      {questions.map((it) => (
        <li key={it.decision}>
          <a href={it.path}>{it.asks}</a>
        </li>
      ))}
    </ul>
  )
}
