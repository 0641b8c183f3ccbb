/** Parts a row of print into cells: at pipes, at tabs, else at two blanks and more. */
export function cellsOf(text: string): string[] {
  const trimmed = text.trim()
  const pipes = trimmed.split('|').length - 1
  const parts = pipes >= 2 || (pipes === 1 && trimmed.includes(' | ')) ? trimmed.replace(/^\||\|$/gu, '').split('|') : trimmed.includes('\t') ? trimmed.split('\t') : trimmed.split(/ {2,}/u)
  return parts.map((part) => part.replace(/<\/?[biu]>|\*\*/gu, '').trim())
}

/** A sum of money, a count, a percentage or an index: `$41,720`, `\$3,500.00`, `.120`, `12%`, `20-34`. */
export function isNumeric(cell: string): boolean {
  return /^[\\$*(]*\s*-?[0-9.][0-9,.\s]*(?:[-–][0-9.,]+)?[%)*+]*$/u.test(cell)
}
