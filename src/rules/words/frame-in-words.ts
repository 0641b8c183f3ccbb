import type { Expression } from '#rules/feel/expression.ts'
import { parseExpression } from '#rules/feel/parse-expression.ts'
import type { Value } from '#rules/rule-book.ts'
import type { Lexicon } from '#rules/words/expression-in-words.ts'
import { expressionInWords, noLexicon } from '#rules/words/expression-in-words.ts'
import { nameInWords } from '#rules/words/figures-in-words.ts'
import { formulaAsShown } from '#rules/words/formula-as-shown.ts'

type Frame = Readonly<Record<string, string>>

/**
 * What a value is, in one sentence without its stop, made from what the author wrote for its kind: `the grievant must hand in the written grievance within 20 work days after the day on which the grievant knew`.
 * The author's own `says:` comes first.
 */
export function frameInWords(value: Value, lexicon: Lexicon = noLexicon): string {
  if (value.says !== null) return value.says
  const { frame, kind } = value
  const say = (text: string | undefined): string => sayText(text ?? '', lexicon)
  if (kind === 'deadline') return sayDeadline(frame, say, value)
  if (kind === 'limit') return sayLimit(frame, say)
  if (kind === 'entitlement') return sayEntitlement(frame, say)
  if (kind === 'choose') return sayChoose(frame, say)
  if (kind === 'vote') return sayVote(frame, say)
  if (kind === 'committee') return `a committee of ${nameInWords(frame['seats'] ?? 'the named seats')}`
  if (kind === 'schedule') return `the schedule's cell${frame['row'] === undefined ? '' : ` for ${say(frame['row'])}`}${frame['column'] === undefined ? '' : ` and ${say(frame['column'])}`}`
  const { body } = value
  if (body.is === 'table') return `${nameInWords(value.name)}, from the table by ${body.inputs.map(input => expressionInWords(input.value, lexicon)).join(' and ')}`
  return `${nameInWords(value.name)}: ${isReckoning(body.value) ? formulaAsShown(body.value) : expressionInWords(body.value, lexicon)}`
}

/** Sums and products alone are read best as they are written. */
function isReckoning(it: Expression): boolean {
  if (it.is === 'binary') return ['+', '-', '*', '/'].includes(it.sign) && isReckoning(it.left) && isReckoning(it.right)
  return it.is === 'number' || it.is === 'name'
}

/** A formula in words; words that are no formula stay as the author wrote them. */
function sayText(text: string, lexicon: Lexicon): string {
  const read = parseExpression(text)
  return read.ok ? expressionInWords(read.value, lexicon) : text
}

function sayDeadline(frame: Frame, say: (text: string | undefined) => string, value: Value): string {
  const { who, must, within, after, before, plus } = frame
  const act = must === undefined ? nameInWords(value.name) : `${who === undefined ? 'somebody' : who} must ${must}`
  const extended = frame['extended to']
  const late = frame['if late']
  const start = after !== undefined ? ` after ${anchorDay(after, say)}` : before !== undefined ? ` before ${anchorDay(before, say)}` : ''
  if (frame['procedure'] !== undefined) return `${act}: the days that the procedure ${nameInWords(frame['procedure'])} allows for the ${say(frame['step'])},${start}`
  const count = within === undefined || within === 'none' ? 'without a limit of days' : within
  return [
    `${act}${must === undefined ? ': ' : ' '}${count === within ? `${must === undefined ? '' : 'within '}${count}` : count}${start}`,
    plus === undefined ? '' : `, and ${say(plus)} more`,
    extended === undefined ? '' : `, or by ${say(extended)} where that is later`,
    late === undefined ? '' : `; if it is late, ${late}`,
  ].join('')
}

/** A name such as `knew_on` that no phrase explains is a day of that name. */
function anchorDay(text: string, say: (text: string | undefined) => string): string {
  const words = say(text)
  return words === nameInWords(text) && text.endsWith('_on') ? `the day “${words}”` : words
}

function sayLimit(frame: Frame, say: (text: string | undefined) => string): string {
  const bound = ['at most', 'at least', 'less than', 'more than'].find(key => frame[key] !== undefined) ?? 'at most'
  return `${say(frame['of'])} may be ${bound} ${say(frame[bound])}${frame['unless'] === undefined ? '' : `, unless ${say(frame['unless'])}`}${frame['remedy'] === undefined ? '' : `; else ${frame['remedy']}`}`
}

function sayEntitlement(frame: Frame, say: (text: string | undefined) => string): string {
  const share = frame['share']
  const over = frame['carries over']
  return `${say(frame['amount'])} a ${frame['per'] ?? 'period'}${share === undefined ? '' : `, in the share ${say(share)}`}${over === undefined ? '' : over === 'none' ? '; what is left ends with it' : `; ${over} of what is left carries over`}`
}

function sayChoose(frame: Frame, say: (text: string | undefined) => string): string {
  const by = frame['by']
  return `${frame['take'] === undefined ? '1' : say(frame['take'])} of ${say(frame['from'])}${by === undefined ? '' : `, in the order of ${sayKeys(by)}`}`
}

/** `hired on, then units, the greatest first` of `[c.hired_on, -c.units]`. */
function sayKeys(by: string): string {
  const read = parseExpression(by)
  if (!read.ok) return by
  const keys = read.value.is === 'list' ? read.value.items : [read.value]
  return keys.map(key => {
    const of = key.is === 'negative' ? key.of : key
    const name = of.is === 'field' ? nameInWords(of.name) : expressionInWords(of)
    return key.is === 'negative' ? `${name}, the greatest first` : name
  }).join(', then ')
}

function sayVote(frame: Frame, say: (text: string | undefined) => string): string {
  const quorum = frame['quorum']
  return `carried by ${nameInWords(frame['carried by'] ?? 'more than half')}${quorum === undefined ? '' : `, with ${nameInWords(quorum)} present`}${frame['electorate'] === undefined ? '' : `; ${say(frame['electorate'])} may vote`}`
}
