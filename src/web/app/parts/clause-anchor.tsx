import type { ClauseLink } from '#web/answers/answer-shapes.ts'

/** The address of a clause, one click from its words. */
export function ClauseAnchor({ clause, named = false }: { clause: ClauseLink; named?: boolean }) {
  const words = (
    <>
      <b>{clause.anchor}</b>
      {named && clause.heading !== '' ? ` ${clause.heading}` : ''}
    </>
  )
  return clause.path === null ? (
    <span className="cite">{words}</span>
  ) : (
    <a className="cite" href={clause.path}>
      {words}
    </a>
  )
}
