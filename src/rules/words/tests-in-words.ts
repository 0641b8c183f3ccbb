import type { Expression, UnaryTest, UnaryTests } from '#rules/feel/expression.ts'
import { listed } from '#rules/words/figures-in-words.ts'

/** What a test is said of, and how its values are said. */
export interface Saying {
  /** `pupil load`; without an article. */
  readonly subject: string
  /** `pupils`, said after a figure; the subject is left unsaid then. */
  readonly unit: string | null
  readonly value: (it: Expression) => string
}

/** The tests as a sentence without its stop: `more than 181 pupils`, `the semester is the second`, `filed before Nov 1, 2010`. Empty where everything fits. */
export function sayTests(tests: UnaryTests, saying: Saying): string {
  if (tests.any.length === 0) return ''
  const truth = onlyTruth(tests)
  if (truth !== null) return truth ? saying.subject : `not ${saying.subject}`
  if (tests.any.every(test => test.is === 'equals' && test.value.is === 'null')) return `${saying.subject} is ${tests.not ? '' : 'not '}given`
  if (tests.any.some(isDay) || (/ (?:on|date|day)$/.test(saying.subject) && !tests.any.some(isFigure))) return sayDays(tests, saying)
  const words = listed(tests.any.map(test => sayTest(test, saying)), 'or')
  const figures = tests.any.every(isFigure)
  if (saying.unit !== null && figures) return `${tests.not ? 'not ' : ''}${words} ${saying.unit}`
  return `the ${saying.subject} is ${tests.not ? 'not ' : ''}${words}`
}

function onlyTruth(tests: UnaryTests): boolean | null {
  const [only] = tests.any
  return tests.any.length === 1 && only?.is === 'equals' && only.value.is === 'boolean' ? only.value.value !== tests.not : null
}

function isDay(test: UnaryTest): boolean {
  return namesDay(test.is === 'range' ? test.from : test.value)
}

/** A day, or what a pack calls one: `due_by`, `filed_on`, `hire_date`, or a function that gives a day. */
function namesDay(it: Expression): boolean {
  if (it.is === 'name') return /_(?:on|by|date|day)$/.test(it.name)
  return it.is === 'date' || (it.is === 'call' && /^(?:add (?:days|months|years)|days (?:after|before)|end of month|start of month|as of|calendar date)$/.test(it.name))
}

function isFigure(test: UnaryTest): boolean {
  const of = test.is === 'range' ? test.from : test.value
  return of.is === 'number' && !of.money
}

const compared = { '<': 'less than', '<=': 'at most', '>': 'more than', '>=': 'at least' }

function sayTest(test: UnaryTest, saying: Saying): string {
  if (test.is === 'compare') return `${compared[test.sign]} ${saying.value(test.value)}`
  if (test.is === 'range') return sayRange(test, saying)
  return sayValue(test.value, saying)
}

/** Ordinal words of a choice take their article: `the second`. */
function sayValue(it: Expression, saying: Saying): string {
  if (it.is === 'null') return 'not given'
  const text = saying.value(it)
  return /^(?:first|second|third|fourth|fifth|sixth|last)$/.test(text) ? `the ${text}` : text
}

function sayRange(test: UnaryTest & { is: 'range' }, saying: Saying): string {
  const [from, through] = [saying.value(test.from), saying.value(test.through)]
  if (test.fromIn && test.throughIn) return `between ${from} and ${through}`
  return `${test.fromIn ? 'at least' : 'more than'} ${from} and ${test.throughIn ? 'at most' : 'less than'} ${through}`
}

const dated = { '<': 'before', '<=': 'on or before', '>': 'after', '>=': 'on or after' }

/** Days lie before and after; a name such as `filed_on` brings its own verb. */
function sayDays(tests: UnaryTests, saying: Saying): string {
  const days = tests.any.map(test => {
    if (test.is === 'compare') return `${dated[test.sign]} ${saying.value(test.value)}`
    if (test.is === 'equals') return test.value.is === 'null' ? 'not given' : `on ${saying.value(test.value)}`
    const [from, through] = [saying.value(test.from), saying.value(test.through)]
    return test.fromIn && test.throughIn ? `from ${from} through ${through}` : `${test.fromIn ? 'on or after' : 'after'} ${from} and ${test.throughIn ? 'on or before' : 'before'} ${through}`
  })
  const words = `${tests.not ? 'not ' : ''}${listed(days, 'or')}`
  return saying.subject.endsWith(' on') ? `${saying.subject.slice(0, -3)} ${words}` : `the ${saying.subject} is ${words}`
}
