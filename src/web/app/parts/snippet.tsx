/** A few words around a find, with the found ones marked. */
export function Snippet({ text, marks }: { text: string; marks: readonly { start: number; end: number }[] }) {
  const parts: { text: string; marked: boolean; at: number }[] = []
  let at = 0
  for (const mark of marks) {
    if (mark.start < at) continue
    parts.push({ text: text.slice(at, mark.start), marked: false, at }, { text: text.slice(mark.start, mark.end), marked: true, at: mark.start })
    at = mark.end
  }
  parts.push({ text: text.slice(at), marked: false, at })
  return <span className="snippet">{parts.map((part) => (part.marked ? <mark key={part.at}>{part.text}</mark> : part.text))}</span>
}
