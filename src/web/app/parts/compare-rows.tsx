import { useState } from 'react'
import type { BookCard, CompareRow } from '#web/api/shapes.ts'
import { readPath } from '#web/render/read-path.ts'

const words: Record<CompareRow['kind'], string> = { same: 'The same', changed: 'Reworded', added: 'New', removed: 'Gone', moved: 'Moved', renumbered: 'Another number', split: 'Split', merged: 'Joined', beside: '' }
const step = 60

/** The rows of a comparison: two columns where there is room, one redline where there is not. */
export function CompareRows({ rows, left, right }: { rows: readonly CompareRow[]; left: BookCard; right: BookCard }) {
  const [same, setSame] = useState(false)
  const [inline, setInline] = useState(false)
  const beside = rows.some((it) => it.kind === 'beside')
  const [until, setUntil] = useState(step)
  const shown = same ? rows : rows.filter((it) => it.kind !== 'same')
  return (
    <>
      <p className="choices">
        <label hidden={!rows.some((it) => it.kind === 'same')}>
          <input type="checkbox" checked={same} onChange={(event) => setSame(event.target.checked)} /> Show what is the same
        </label>
        <label hidden={beside}>
          <input type="checkbox" checked={inline} onChange={(event) => setInline(event.target.checked)} /> In one column
        </label>
      </p>
      <ol className="rows" data-inline={inline || undefined}>
        {shown.slice(0, until).map((row, at) => (
          <Row key={`${at} ${row.left?.anchor ?? ''} ${row.right?.anchor ?? ''}`} row={row} left={left} right={right} inline={inline && !beside} />
        ))}
      </ol>
      {shown.length > until ? (
        <p>
          <button type="button" className="act" onClick={() => setUntil(until + step * 4)}>
            Show more ({shown.length - until} left)
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
