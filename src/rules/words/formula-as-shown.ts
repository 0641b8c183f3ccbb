import type { BinarySign, Expression } from '#rules/feel/expression.ts'
import type { Spelling } from '#rules/feel/print-expression.ts'
import { printAmount, printExpression } from '#rules/feel/print-expression.ts'
import { dayInWords, nameInWords, timeInWords } from '#rules/words/figures-in-words.ts'

/** The formula as a screen shows it: `index × salary base`. The same tree, so the same brackets. */
export function formulaAsShown(expression: Expression): string {
  return printExpression(expression, shown)
}

const signs: Readonly<Partial<Record<BinarySign, string>>> = { '*': '×', '/': '÷', '-': '−', '<=': '≤', '>=': '≥', '!=': '≠' }

const shown: Spelling = {
  number: (text, money) => (money ? printAmount(text) : text),
  date: dayInWords,
  time: timeInWords,
  sign: sign => signs[sign] ?? sign,
  name: nameInWords,
}
