import type { Report } from '#web/api/shapes.ts'
import { readPath } from '#web/render/read-path.ts'
import { counted, kindTitle } from '../kind-words.ts'
import type { PageProps } from '../room.tsx'
import { lintPath } from '../route.ts'

/** How the reading of a file went: what found its place, what did not, what was left out and what was odd. */
export function ReportPage({ data: { report } }: PageProps<'report'>) {
  const { book } = report
  return (
    <main className="plain report" id="text">
      <p className="over">
        <a href={readPath(book.id)}>{book.title}</a>
      </p>
      <h1>How it was read</h1>
      <p className="soft">{[book.fileName ?? '', counted(report.lines, 'line'), report.pages === null ? '' : counted(report.pages, 'page')].filter((it) => it !== '').join(' · ')}</p>
      <Figures report={report} />
      <p className="acts">
        <a className="act go" href={readPath(book.id)}>
          Read it
        </a>
        {book.lint > 0 ? (
          <a className="act" href={lintPath(book.id)}>
            {counted(book.lint, 'place')} to check
          </a>
        ) : null}
        <a className="act" href={`/api/v1/books/${book.id}/original`} download>
          The file as it came
        </a>
      </p>
      <Loose report={report} />
      <Suspect report={report} />
      <Changes report={report} />
      <Removed report={report} />
      <Notes report={report} />
    </main>
  )
}

function Figures({ report }: { report: Report }) {
  const { placed, references, book } = report
  const part = placed.of === 0 ? 100 : Math.floor((placed.characters / placed.of) * 1000) / 10
  const figures: [string, string][] = [
    [`${part}%`, 'of the text has a place'],
    [book.articles.toLocaleString('en-US'), book.articles === 1 ? 'article' : 'articles'],
    [book.clauses.toLocaleString('en-US'), book.clauses === 1 ? 'clause' : 'clauses'],
    [report.tables.toLocaleString('en-US'), report.tables === 1 ? 'table' : 'tables'],
    [(references.ok + references.suspect + references.missing).toLocaleString('en-US'), 'references between clauses'],
    [references.statutes.toLocaleString('en-US'), 'references to the law'],
    [report.definitions.toLocaleString('en-US'), 'defined words'],
  ]
  return (
    <dl className="figures">
      {figures.map(([figure, says]) => (
        <div key={says}>
          <dt>{says}</dt>
          <dd>{figure}</dd>
        </div>
      ))}
    </dl>
  )
}

function Loose({ report }: { report: Report }) {
  const count = report.book.unplaced
  if (count === 0) return <Part title="Nothing is left over">Every line found its place in some clause.</Part>
  return (
    <Part title={`${counted(count, 'line')} without a place`}>
      <p>They are kept and shown where the book begins or ends; nothing is lost.</p>
      <details>
        <summary>Show {report.unplaced.length < count ? `the first ${report.unplaced.length}` : 'them'}</summary>
        <ol className="lines">
          {report.unplaced.map((it) => (
            <li key={it.line} value={it.line}>
              {it.text}
            </li>
          ))}
        </ol>
      </details>
    </Part>
  )
}

function Suspect({ report }: { report: Report }) {
  if (report.lintByKind.length === 0) return null
  return (
    <Part title="What looks wrong in the document itself">
      <ul className="tally">
        {report.lintByKind.map((it) => (
          <li key={it.kind}>
            <a href={lintPath(report.book.id, it.kind)}>
              {kindTitle(it.kind)} <i>{it.count}</i>
            </a>
          </li>
        ))}
      </ul>
    </Part>
  )
}

function Changes({ report }: { report: Report }) {
  if (report.changesTotal === 0) return null
  return (
    <Part title={`${counted(report.changesTotal, 'tracked change')} in the file`}>
      <p>The text is read with insertions taken and deletions left out. Both are listed here.</p>
      <details>
        <summary>Show {report.changes.length < report.changesTotal ? `the first ${report.changes.length}` : 'them'}</summary>
        <ol className="lines">
          {report.changes.map((it, at) => (
            <li key={`${it.line} ${at}`} value={it.line}>
              {it.kind === 'deleted' || it.kind === 'moved-from' ? <del>{it.text}</del> : <ins>{it.text}</ins>} <small>{[it.author ?? '', it.date?.slice(0, 10) ?? ''].filter((one) => one !== '').join(', ')}</small>
            </li>
          ))}
        </ol>
      </details>
    </Part>
  )
}

function Removed({ report }: { report: Report }) {
  if (report.furniture.pieces === 0) return null
  return (
    <Part title={`${counted(report.furniture.pieces, 'page head, foot or page number', 'page heads, feet and page numbers')} set aside`}>
      {report.furniture.examples.length > 0 ? <p>Among them: {report.furniture.examples.map((it) => `“${it}”`).join(', ')}.</p> : null}
    </Part>
  )
}

function Notes({ report }: { report: Report }) {
  if (report.notes.length === 0) return null
  return (
    <Part title="What was odd about the file">
      <ul>
        {report.notes.map((it, at) => (
          <li key={`${it.code} ${at}`}>
            {it.where.page === undefined ? '' : `Page ${it.where.page}: `}
            {it.what} {it.next}
          </li>
        ))}
      </ul>
    </Part>
  )
}

function Part({ title, children }: { title: string; children?: React.ReactNode }) {
  return (
    <section>
      <h2>{title}</h2>
      {children}
    </section>
  )
}
