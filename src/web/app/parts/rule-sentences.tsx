import type { RuleSentence } from '#web/answers/answer-shapes.ts'

/** A rule in words: sentences, with the rows or readings of each under it. */
export function RuleSentences({ rule }: { rule: readonly RuleSentence[] }) {
  return rule.map((it) => (
    <div key={it.says} className="rule-words">
      <p>{it.says}</p>
      {it.under.length === 0 ? null : (
        <ul>
          {it.under.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </div>
  ))
}
