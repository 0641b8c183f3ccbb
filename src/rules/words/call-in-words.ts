import type { Expression } from '#rules/feel/expression.ts'
import { KIND_ARGUMENT } from '#rules/feel/function-names.ts'
import { counted, listed, nameInWords } from '#rules/words/figures-in-words.ts'

type Call = Expression & { readonly is: 'call' }

/** A call in words: of a function of the language by its own sentence, of a definition by its name. `say` says an argument. */
export function sayCall(it: Call, say: (part: Expression) => string): string {
  const kindAt = KIND_ARGUMENT.get(it.name)
  const words = it.arguments.map(({ value }, at) => (at === kindAt && (value.is === 'name' || value.is === 'text') ? nameInWords(value.is === 'name' ? value.name : value.text) : say(value)))
  const sentence = sentences[it.name]
  if (sentence !== undefined) return sentence(words, it)
  if (it.arguments.length === 0) return nameInWords(it.name)
  return `${nameInWords(it.name)} of ${listed(it.arguments.map(({ name }, at) => (name === null || nameInWords(name) === words[at] ? (words[at] ?? '') : `${nameInWords(name)} ${words[at]}`)), 'and')}`
}

/** `3 days`; a name that says its unit itself, as `days left` or `duty minutes`, says it once. */
function units(count = '', unit: string): string {
  return count.includes(`${unit}s`) ? count : `${count} ${unit}${count === '1' ? '' : 's'}`
}

/** `3 days after`, and before where the count goes back. */
function later(unit: string): Sentence {
  return ([from, count = ''], it) => {
    const back = it.arguments[1]?.value.is === 'negative'
    return `${units(back ? count.replace(/^(?:minus |-)/, '') : count, unit)} ${back ? 'before' : 'after'} ${from}`
  }
}

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

function monthWord(month = ''): string {
  return months[Number(month) - 1] ?? month
}

function year(words = ''): string {
  return words.includes('school year') ? words : `school year ${words}`
}

type Sentence = (words: readonly string[], it: Call) => string

const rounded = (how: string): Sentence => ([of = '', places], it) => `${of}, rounded ${how}${places === undefined ? '' : toPlaces(it.arguments[1]?.value, places)}`

function toPlaces(it: Expression | undefined, places: string): string {
  if (it?.is !== 'number') return ` to ${places} decimals`
  return it.text === '0' ? ' to whole ones' : it.text === '2' ? ' to cents' : ` to ${places} decimal${it.text === '1' ? '' : 's'}`
}

const roundedTo = (how: string): Sentence => ([of, step]) => `${of}, rounded ${how} to steps of ${step}`
const of = (what: string): Sentence => words => `the ${what} of ${listed(words, 'and')}`

const sentences: Readonly<Record<string, Sentence>> = {
  'round half up': rounded('half up'), 'round half down': rounded('half down'), 'round half even': rounded('half to even'), 'round up': rounded('up'), 'round down': rounded('down'),
  floor: ([x]) => `${x}, rounded down to whole ones`, ceiling: ([x]) => `${x}, rounded up to whole ones`,
  'round up to': roundedTo('up'), 'round down to': roundedTo('down'), 'round half up to': roundedTo('half up'),
  abs: ([x]) => `the size of ${x}`, modulo: ([a, b]) => `what is left of ${a} divided by ${b}`,
  min: of('least'), max: of('greatest'), sum: of('sum'), mean: of('mean'), count: ([x]) => `the number of ${x}`,
  'list contains': ([list, x]) => `${x} is among ${list}`, append: ([list, ...more]) => `${list} and ${listed(more, 'and')}`, concatenate: words => listed(words, 'and'), union: words => listed(words, 'and'),
  'distinct values': ([x]) => `${x}, each once`, 'index of': ([list, x]) => `the places of ${x} in ${list}`, reverse: ([x]) => `${x}, last first`, sort: ([x]) => `${x}, in order`, flatten: ([x]) => `all of ${x}`,
  sublist: ([list, start, length]) => `${length === undefined ? 'those' : length} of ${list} from number ${start} on`, remove: ([list, at]) => `${list} without number ${at}`, 'insert before': ([list, at, x]) => `${list} with ${x} before number ${at}`,
  all: ([x]) => `all of ${x}`, any: ([x]) => `any of ${x}`, not: ([x]) => `not ${x}`,
  string: ([x]) => `${x}`, 'string length': of('length'), 'upper case': ([x]) => `${x} in capitals`, 'lower case': ([x]) => `${x} in small letters`, contains: ([text, x]) => `${text} contains ${x}`,
  'starts with': ([text, x]) => `${text} begins with ${x}`, 'ends with': ([text, x]) => `${text} ends with ${x}`, 'string join': ([list]) => `${list}, joined`, split: ([text]) => `the parts of ${text}`, number: ([text]) => `the number ${text}`,
  'day of week': of('weekday'), date: ([y, m, d]) => (d === undefined ? `${y}` : `${monthWord(m)} ${d} of ${y}`), 'add days': later('day'), 'add months': later('month'), 'add years': later('year'),
  'end of month': ([d]) => `the end of the month of ${d}`, 'start of month': ([d]) => `the start of the month of ${d}`, 'month text': of('month'),
  'days apart': ([a, b]) => `the days from ${a} to ${b}`, 'months apart': ([a, b]) => `the whole months from ${a} to ${b}`, 'years apart': ([a, b]) => `the whole years from ${a} to ${b}`,
  'add minutes': later('minute'), 'minutes apart': ([a, b]) => `the minutes from ${a} to ${b}`,
  'school year': of('school year'), 'school year start': ([y]) => `the first day of ${year(y)}`, 'school year end': ([y]) => `the last day of ${year(y)}`, 'next school year': ([y, n]) => (n === '1' ? `the school year after ${y}` : `the school year ${n} after ${y}`), 'first year of': of('first calendar year'),
  'days after': ([d, n = '', kind = '']) => `${counted(n, kind)} after ${d}`, 'days before': ([d, n = '', kind = '']) => `${counted(n, kind)} before ${d}`,
  'days between': ([a, b, kind]) => `the ${kind} days after ${a} through ${b}`, 'days from': ([a, b, kind]) => `the ${kind} days from ${a} through ${b}`,
  'is day': ([d, kind]) => `${d} is a ${kind} day`, 'day on or after': ([d, kind]) => `the first ${kind} day on or after ${d}`, 'day on or before': ([d, kind]) => `the last ${kind} day on or before ${d}`,
  'list days': ([a, b, kind]) => `the ${kind} days from ${a} through ${b}`, 'first day': ([y, kind]) => `the first ${kind} day of ${y}`, 'last day': ([y, kind]) => `the last ${kind} day of ${y}`,
  'calendar date': ([y, name = '']) => `the day of ${name.replaceAll('_', ' ').replaceAll('"', '')} in ${y}`,
  'as of': () => 'the day of the question', on: ([x, d]) => `${x} on ${d}`, known: ([x]) => `${x} is known`, 'not covered': ([why]) => `no clause answers: ${why}`, lot: ([list]) => `${list}, in the order of the lot`,
}
