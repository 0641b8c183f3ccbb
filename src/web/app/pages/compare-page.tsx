import type { BookCard, Comparison } from '#web/api/shapes.ts'
import { readPath } from '#web/render/read-path.ts'
import { goTo } from '../navigation.ts'
import { termInYears } from '../civil-date.ts'
import { counted } from '../kind-words.ts'
import { CompareRows } from '../parts/compare-rows.tsx'
import type { PageProps } from '../room.tsx'
import { comparePath } from '../route.ts'

/** Two agreements side by side: which clauses are the same, changed, new, gone or moved, word by word. */
export function ComparePage({ data, route }: PageProps<'compare'>) {
  const { comparison } = data
  const asked = route.page === 'compare' ? route : null
  return (
    <main className="compare" id="text">
      <h1>{comparison === null ? 'Compare two agreements' : 'Side by side'}</h1>
      <Choose books={data.books} left={asked?.left ?? null} right={asked?.right ?? null} subject={asked?.subject ?? ''} subjects={data.subjects} />
      {comparison === null ? <p className="soft">Choose two editions of one agreement to see what changed, or two agreements to see what each says on a subject.</p> : <Result comparison={comparison} />}
    </main>
  )
}

function Choose({ books, left, right, subject, subjects }: { books: readonly BookCard[]; left: string | null; right: string | null; subject: string; subjects: readonly string[] }) {
  return (
    <form
      className="choose"
      action="/compare"
      onSubmit={(event) => {
        event.preventDefault()
        const form = new FormData(event.currentTarget)
        void goTo(comparePath(String(form.get('left')), String(form.get('right')), String(form.get('subject') ?? '').trim()))
      }}
    >
      <Which name="left" label="The earlier, or one" books={books} chosen={left ?? books[0]?.id} />
      <Which name="right" label="The later, or another" books={books} chosen={right ?? books[1]?.id} />
      <label>
        On one subject <small>(or the whole text)</small>
        <input name="subject" defaultValue={subject} list="subjects" placeholder="class size, leaves, evaluation…" autoComplete="off" />
        <datalist id="subjects">
          {subjects.map((it) => (
            <option key={it} value={it} />
          ))}
        </datalist>
      </label>
      <button className="act go">Compare</button>
    </form>
  )
}

function Which({ name, label, books, chosen }: { name: string; label: string; books: readonly BookCard[]; chosen: string | undefined }) {
  return (
    <label>
      {label}
      <select name={name} defaultValue={chosen}>
        {books.map((book) => (
          <option key={book.id} value={book.id}>
            {[book.title, book.kind === 'pack' ? 'in our words' : termInYears(book.from, book.through)].filter((it) => it !== '').join(', ')}
          </option>
        ))}
      </select>
    </label>
  )
}

function Result({ comparison }: { comparison: Comparison }) {
  const { left, right, subject } = comparison
  const query = new URLSearchParams({ left: left.id, right: right.id })
  return (
    <>
      <p className="soft" role="status">
        {saysCounts(comparison)}
      </p>
      <Figures comparison={comparison} />
      {subject === null ? <p className="acts">
        <a className="act" href={`/api/v1/compare/download?${query}&to=docx`} download>
          Save as Word, with tracked changes
        </a>
        <a className="act" href={`/api/v1/compare/download?${query}&to=html`} download>
          Save as a page
        </a>
      </p> : null}
      <div className="sides-head" aria-hidden="true">
        <a href={readPath(left.id)} tabIndex={-1}>
          {left.title} {left.kind === 'pack' ? '' : termInYears(left.from, left.through)}
        </a>
        <a href={readPath(right.id)} tabIndex={-1}>
          {right.title} {right.kind === 'pack' ? '' : termInYears(right.from, right.through)}
        </a>
      </div>
      <CompareRows key={`${left.id} ${right.id} ${subject ?? ''}`} comparison={comparison} />
    </>
  )
}

function Figures({ comparison }: { comparison: Comparison }) {
  if (comparison.figures.length === 0) return null
  return (
    <details className="changed-figures">
      <summary>{counted(comparison.figures.length, 'figure')} changed</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">Clause</th>
            <th scope="col">Was</th>
            <th scope="col">Is</th>
          </tr>
        </thead>
        <tbody>
          {comparison.figures.map((it, at) => (
            <tr key={`${it.anchor} ${at}`}>
              <td>{it.anchor === null ? '' : <a href={readPath(comparison.right.id, it.anchor)}>{it.anchor}</a>}</td>
              <td>{it.before === null ? '' : <del>{it.before}</del>}</td>
              <td>{it.after === null ? '' : <ins>{it.after}</ins>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

function saysCounts({ counts, reworded, total, subject }: Comparison): string {
  if (subject !== null) {
    return total === 0 ? `Neither says anything on ${subject}.` : `On ${subject}: ${counted(reworded, 'pair')} of clauses that answer one another, ${counts.removed} only in the first, ${counts.added} only in the second.`
  }
  const parts = [
    [reworded, 'reworded'],
    [counts.added, 'new'],
    [counts.removed, 'gone'],
    [counts.moved, 'moved'],
    [counts.renumbered, 'with another number'],
    [counts.split + counts.merged, 'split or joined'],
    [counts.same, 'the same'],
  ] as const
  const said = parts.filter(([count]) => count > 0).map(([count, word]) => `${count.toLocaleString('en-US')} ${word}`)
  return said.length === 0 ? 'Nothing to show.' : `${said.join(', ')}.`
}
