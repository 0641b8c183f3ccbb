import type { ExampleView } from '#web/answers/answer-shapes.ts'

/** Worked examples, a line each: what was given, and what comes out; the line leads to the page that works it out. */
export function ExampleLines({ examples }: { examples: readonly ExampleView[] }) {
  return (
    <ul className="examples">
      {examples.map((it) => (
        <li key={`${it.given} ${it.answer} ${it.because}`}>
          {it.path === null ? <span>{it.given}</span> : <a href={it.path}>{it.given}</a>} <strong>{it.answer}</strong>
          {it.because === null ? null : <small>{it.because}</small>}
        </li>
      ))}
    </ul>
  )
}
