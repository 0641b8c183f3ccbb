import type { Expression } from '#rules/feel/expression.ts'
import { partsOf } from '#rules/feel/parts-of.ts'
import type { Sheet } from '#rules/read/block-sheet.ts'

/** Numbers that a formula may hold: none, one, two, the months, the minutes, the hundred of a percentage. */
const free = new Set(['0', '1', '2', '12', '60', '100'])

/** Advises to name the numbers that stand bare in a formula that somebody wrote. Figures, tables and the counts of deadlines are where numbers belong. */
export function tellBareNumbers(formula: Expression, name: string, sheet: Sheet, line: number): void {
  const found = new Set<string>()
  if (!isPlainFigure(formula)) collect(formula, found)
  for (const number of found) {
    sheet.tell('rules/bare-number', `The number ${number} stands in the formula of "${name}".`, 'Name it under "figures:", or make it a parameter, so that it can be cited and changed.', line)
  }
}

/** A value that is a number and nothing else is named by itself. */
function isPlainFigure(it: Expression): boolean {
  return it.is === 'number' || (it.is === 'negative' && it.of.is === 'number')
}

function collect(it: Expression, found: Set<string>): void {
  // The places of a rounding and the index of a list are no figures of the agreement.
  if (it.is === 'call' && it.name.startsWith('round')) {
    const [first] = it.arguments
    if (first !== undefined) collect(first.value, found)
    return
  }
  // A figure that no text holds (`at` is empty) was put in for `days allowed(...)`: it stands in the procedure.
  if (it.is === 'number' && it.at.to > 0 && !free.has(it.text)) found.add(it.money ? `$${it.text}` : it.text)
  for (const part of partsOf(it)) collect(part, found)
}
