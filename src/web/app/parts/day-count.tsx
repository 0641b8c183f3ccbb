import type { AccountView, MonthView } from '#web/answers/answer-shapes.ts'

/** A count of days: in words for everybody, and drawn on its months for the eye. */
export function DayCount({ account }: { account: AccountView }) {
  return (
    <div className="day-count">
      <div className="day-words">
        <p>
          {account.says}{' '}
          {account.clause.path === null ? account.clause.anchor : <a className="cite" href={account.clause.path}>{account.clause.anchor}</a>}
        </p>
        {account.skipped.length === 0 ? null : (
          <>
            <h3>Not counted</h3>
            <ul>
              {account.skipped.map((it) => (
                <li key={it}>{it}</li>
              ))}
            </ul>
          </>
        )}
      </div>
      {account.months.length === 0 ? null : (
        <div className="months" aria-hidden="true">
          {account.months.map((it) => (
            <Month key={it.title} month={it} />
          ))}
          <p className="legend">
            <span className="key-event">begins</span>
            <span className="key-counted">counted</span>
            {account.skipped.length === 0 ? null : <span className="key-skipped">not counted</span>}
            <span className="key-last">last day</span>
          </p>
        </div>
      )}
    </div>
  )
}

function Month({ month }: { month: MonthView }) {
  return (
    <div className="month">
      <p>{month.title}</p>
      <div className="days">
        {['S', 'M', 'T', 'W', 'T', 'F', 'S'].map((it, at) => (
          <i key={at}>{it}</i>
        ))}
        {month.weeks.flat().map((cell, at) => (
          <span key={at} className={cell.day === 0 ? 'no-day' : cell.is} title={cell.why === '' ? undefined : cell.why}>
            {cell.day === 0 ? '' : cell.day}
          </span>
        ))}
      </div>
    </div>
  )
}
