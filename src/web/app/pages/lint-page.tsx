import type { LintRow } from '#web/api/shapes.ts'
import { readPath } from '#web/render/read-path.ts'
import { counted, kindSays, kindTitle } from '../kind-words.ts'
import { lintPageSize } from '../page-data.ts'
import type { PageProps } from '../room.tsx'
import { lintPath } from '../route.ts'

/** What to check in the document itself: findings by kind, a page at a time. */
export function LintPage({ data, route }: PageProps<'lint'>) {
  const { book, findings, kinds, total } = data
  const kind = route.page === 'lint' ? route.kind : ''
  const from = route.page === 'lint' ? route.from : 0
  const all = kinds.reduce((sum, it) => sum + it.count, 0)
  return (
    <main className="plain" id="text">
      <p className="over">
        <a href={readPath(book.id)}>{book.title}</a>
      </p>
      <h1>To check in the document</h1>
      <p className="soft">{all === 0 ? emptyWords(book.kind) : `${counted(all, 'place')} where the text is at odds with itself. Each is a question for a person to settle, not a ruling.`}</p>
      {all > 0 ? (
        <nav className="chips" aria-label="Kinds">
          <a href={lintPath(book.id)} aria-current={kind === '' ? 'true' : undefined}>
            All <i>{all}</i>
          </a>
          {kinds.map((it) => (
            <a key={it.kind} href={lintPath(book.id, it.kind)} aria-current={kind === it.kind ? 'true' : undefined}>
              {kindTitle(it.kind)} <i>{it.count}</i>
            </a>
          ))}
        </nav>
      ) : null}
      {kind === '' ? null : <p className="soft">{kindSays(kind)}</p>}
      <ol className="findings">
        {findings.map((it, at) => (
          <Finding key={`${it.kind} ${it.anchor} ${it.line} ${from + at}`} book={book.id} finding={it} />
        ))}
      </ol>
      <Pages book={book.id} kind={kind} from={from} total={total} />
      {all > 0 ? (
        <p>
          <a className="act" href={`/api/v1/books/${encodeURIComponent(book.id)}/lint.csv`} download>
            Save the list for a spreadsheet
          </a>
        </p>
      ) : null}
    </main>
  )
}

function Finding({ book, finding }: { book: string; finding: LintRow }) {
  return (
    <li>
      {finding.anchor === null ? <b>{finding.line > 0 ? `line ${finding.line}` : ''}</b> : <a href={readPath(book, finding.anchor)}>{finding.anchor}</a>}
      <div>
        <strong>{kindTitle(finding.kind)}</strong>
        <p>{finding.message}</p>
        {finding.also.length > 0 ? (
          <p className="also">
            See also{' '}
            {finding.also.map((anchor) => (
              <a key={anchor} href={readPath(book, anchor)}>
                {anchor}
              </a>
            ))}
          </p>
        ) : null}
      </div>
    </li>
  )
}

function Pages({ book, kind, from, total }: { book: string; kind: string; from: number; total: number }) {
  if (total <= lintPageSize) return null
  return (
    <nav className="pages" aria-label="Pages">
      {from > 0 ? <a href={lintPath(book, kind, Math.max(0, from - lintPageSize))}>Earlier</a> : <span />}
      <span>
        {from + 1}–{Math.min(total, from + lintPageSize)} of {total}
      </span>
      {from + lintPageSize < total ? <a href={lintPath(book, kind, from + lintPageSize)}>Later</a> : <span />}
    </nav>
  )
}

function emptyWords(kind: 'pack' | 'import'): string {
  return kind === 'pack' ? 'Nothing is noted. Import the signed agreement, and what is odd in its text is listed here.' : 'Nothing in this text is at odds with itself, as far as we can tell.'
}
