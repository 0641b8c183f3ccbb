/**
 * One spelling for an address, so that `App. A(3)`, `Appendix A 3` and `A.3` in Appendix A meet, and `13.3(c)` meets `13.3.c`.
 * For matching only: what people see stays as printed.
 */
export function clauseKey(address: string, chapter: { kind: 'article' | 'appendix'; number: string }): string {
  const plain = address
    .toLowerCase()
    .replace(/^(?:appendix|app\.?|article|art\.?|section|sec\.)\s+/, '')
    .replace(/\s*\[[^\]]*\]$/, '')
    .replace(/[()\s.:]+/g, '.')
    .replace(/^\.+|\.+$/g, '')
  if (chapter.kind === 'article') return plain
  const letter = chapter.number.toLowerCase()
  const rest = plain === letter ? '' : plain.startsWith(`${letter}.`) || plain.startsWith(`${letter}-`) ? plain.slice(letter.length + 1) : plain
  return rest === '' ? `app.${letter}` : `app.${letter}.${rest}`
}
