import { useState } from 'react'
import type { BookCard, CompareRow, Comparison } from '#web/api/shapes.ts'
import { readPath } from '#web/render/read-path.ts'
import { fetchRows, troubleInWords } from '../fetch-source.ts'

const words: Record<CompareRow['kind'], string> = { same: 'The same', changed: 'Reworded', added: 'New', removed: 'Gone', moved: 'Moved', renumbered: 'Another number', split: 'Split', merged: 'Joined', beside: '' }
/** The rows of a comparison: two columns where there is room, one redline where there is not. They come a part at a time. */
export function CompareRows({ comparison }: { comparison: Comparison }) {
  const { left, right, subject, counts } = comparison
  const [part, setPart] = useState({ rows: comparison.rows, total: comparison.total, same: false })
  const [inline, setInline] = useState(false)
  const [trouble, setTrouble] = useState('')
  const beside = subject !== null
  const bring = (same: boolean, before: readonly CompareRow[]): void => {
    fetchRows({ left: left.id, right: right.id, subject: subject ?? '', same, from: before.length }).then(
      (it) => (setTrouble(''), setPart({ rows: [...before, ...it.rows], total: it.total, same })),
      (error: unknown) => setTrouble(troubleInWords(error)),
    )
  }
  return (
    <>
      {beside ? null : (
        <p className="choices">
          <label hidden={counts.same === 0}>
            <input type="checkbox" checked={part.same} onChange={(event) => bring(event.target.checked, [])} /> Show what is the same
          </label>
          <label>
            <input type="checkbox" checked={inline} onChange={(event) => setInline(event.target.checked)} /> In one column
          </label>
        </p>
      )}
      {part.total === 0 ? <p className="soft">{counts.same > 0 ? 'Every clause is the same, word for word.' : ''}</p> : null}
      <ol className="rows" data-inline={inline || undefined}>
        {part.rows.map((row, at) => (
          <Row key={`${at} ${row.left?.anchor ?? ''} ${row.right?.anchor ?? ''}`} row={row} left={left} right={right} inline={inline && !beside} />
        ))}
      </ol>
      {trouble === '' ? null : <p role="alert">{trouble}</p>}
      {part.rows.length < part.total ? (
        <p>
          <button type="button" className="act" onClick={() => bring(part.same, part.rows)}>
            Show more ({(part.total - part.rows.length).toLocaleString('en-US')} left)
          </button>
        </p>
      ) : null}
    </>
  )
}

function Row({ row, left, right, inline }: { row: CompareRow; left: BookCard; right: BookCard; inline: boolean }) {
  return (
    <li className="row" data-kind={row.kind}>
      <p className="row-kind">
        {[words[row.kind], row.kind === 'moved' || row.kind === 'renumbered' || row.kind === 'split' || row.kind === 'merged' ? row.note : ''].filter((it) => it !== '').join(': ')}
        {row.figures.map((it) => (
          <span key={`${it.before}>${it.after}`} className="figure-change">
            {it.before ?? '—'} {row.kind === 'beside' ? '|' : '→'} {it.after ?? '—'}
          </span>
        ))}
      </p>
      {inline ? (
        <div className="side">
          <SideHead side={row.right ?? row.left} book={row.right ? right : left} />
          <Words row={row} sides={['both', 'left', 'right']} />
        </div>
      ) : (
        <>
          <div className="side" data-empty={row.left === null || undefined}>
            <SideHead side={row.left} book={left} />
            {row.left ? <Words row={row} sides={['both', 'left']} /> : null}
          </div>
          <div className="side" data-empty={row.right === null || undefined}>
            <SideHead side={row.right} book={right} />
            {row.right ? <Words row={row} sides={['both', 'right']} /> : null}
          </div>
        </>
      )}
    </li>
  )
}

function SideHead({ side, book }: { side: CompareRow['left']; book: BookCard }) {
  if (side === null) return <p className="side-head soft">not in {book.title}</p>
  return (
    <p className="side-head">
      {side.anchor === null ? null : <a href={readPath(book.id, side.anchor)}>{side.anchor}</a>} {side.heading}
    </p>
  )
}

function Words({ row, sides }: { row: CompareRow; sides: readonly CompareRow['words'][number]['in'][] }) {
  if (row.kind === 'beside') return <p className="side-words">{row.words.find((it) => it.in === (sides.includes('right') ? 'right' : 'left'))?.text}</p>
  const runs = row.words.map((run, at) => ({ ...run, at })).filter((run) => sides.includes(run.in))
  return <p className="side-words">{runs.map((run) => (run.in === 'both' ? run.text : run.in === 'left' ? <del key={run.at}>{run.text}</del> : <ins key={run.at}>{run.text}</ins>))}</p>
}
