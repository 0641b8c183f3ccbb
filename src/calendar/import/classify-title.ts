import { holidayWords } from '#calendar/import/holiday-words.ts'

/**
 * What the title of a school calendar's event says of the day, by its words. A person confirms: a title that says nothing sure is told as such.
 */

export type DayMeaning =
  /** Nobody comes: pupils, teachers, perhaps the office. */
  | { readonly is: 'closed'; readonly office: boolean }
  /** Teachers work, pupils stay at home. */
  | { readonly is: 'staff only' }
  | { readonly is: 'first day' | 'last day'; readonly of: 'pupils' | 'staff' }
  /** The end of a quarter, trimester or semester: a named date. */
  | { readonly is: 'term ends'; readonly name: string }
  /** School is held, if shorter. */
  | { readonly is: 'school' }
  | { readonly is: 'not understood' }

export interface TitleReading {
  readonly meaning: DayMeaning
  /** False where the words allow more than one meaning: to be looked at. */
  readonly sure: boolean
}

const tentative = /\b(if needed|if necessary|tentative|possible|proposed|emergency|make[- ]?up)\b/
const short = /\b(early (dismissal|release|out|closing)|late (start|arrival|opening)|delayed (opening|start)|(minimum|min|half|partial|shortened|modified)[- ]days?|\d(:\d\d)? (hour|hr) delay|dismissal at)\b/
const staffDay = /\b((staff|professional|teacher|faculty|employee) (development|learning|growth|training|institute|in-?service|work ?days?|prep(aration)?|planning)|in-?service|teachers? (only|work ?days?|return|report)|(staff|pd|institute|planning|work) days?|(non|no)[- ]?(students?|pupils?)( days?)?|(students?|pupils?)[- ](free|holiday|recess)( days?)?|no (school|classes) for (students|pupils)|convocation|grading day|conferences?,? no (school|students))\b/
const closedDay = /\b(no (school|classes|students or staff)|(schools?|district|offices?|campus(es)?|all schools)( and| &)?( district)?( offices?)?( are)?( is)? closed|closed|holidays?|recess|break|vacation|non-?school day|off track|fall week|ski week)\b/
const held = /\b(school (day|in session)|classes (held|in session))\b/
const begins = /\b(first (student )?day|(school|classes|instruction) (begins?|starts?|resumes?|opens?)|(begin|start|opening|beginning) of (the )?(school|instruction|classes)|back to school)\b/
const ends = /\b(last (student )?day|(school|classes|instruction) (ends?|closes?)|end of (the )?(school year|school|instruction|classes|year))\b/
const school = /\b(school|student|students|classes|class|instruction|pupils?|grades?)\b/
const notTheYear = /\b(break|recess|vacation|quarter|semester|trimester|term|winter|spring|fall|autumn|summer|week|season|month|ramadan|hanukkah|passover|kwanzaa|diwali|lunar|night|registration|enroll?ment|to (drop|add|apply|register|order)|sports?|practice|finals?)\b/
const people = /\b(staff|teachers?|faculty|certificated|employees?|educators?)\b/
const term = /\b(end|ends|last day|close|closes)\b/

/** The meaning of a title; `categories` are asked only where the title says nothing. */
export function classifyTitle(title: string, categories: readonly string[] = []): TitleReading {
  const own = meaningOf(plainWords(title))
  if (own.meaning.is !== 'not understood') return own
  const filed = plainWords(categories.join(', ').replaceAll('-', ' '))
  const other = filed === '' ? own : meaningOf(filed)
  return other.meaning.is === 'not understood' ? own : { meaning: other.meaning, sure: false }
}

function meaningOf(words: string): TitleReading {
  const sure = !tentative.test(words)
  const named = termEnd(words)
  if (named !== null) return { meaning: { is: 'term ends', name: named }, sure }
  if (short.test(words) && !/\bno (students|school)\b/.test(words)) return { meaning: edgeDay(words) ?? { is: 'school' }, sure }
  if (staffDay.test(words) && !begins.test(words) && !ends.test(words)) return { meaning: { is: 'staff only' }, sure }
  if (held.test(words) && !closedDay.test(words) && !begins.test(words) && !ends.test(words)) return { meaning: { is: 'school' }, sure: true }
  if (tentative.test(words) && !closedDay.test(words)) return { meaning: { is: 'not understood' }, sure: false }
  const edge = edgeDay(words)
  if (edge !== null) return { meaning: edge, sure }
  if (closedDay.test(words)) return { meaning: { is: 'closed', office: closesOffice(words) }, sure }
  if (holidayWords.test(words)) return { meaning: { is: 'closed', office: true }, sure: false }
  return { meaning: { is: 'not understood' }, sure: false }
}

/** Where the title says that schools are closed, only its own words close the office; a bare holiday closes all. */
function closesOffice(words: string): boolean {
  if (/\b(district|offices?)\b/.test(words)) return true
  return !/\b(no school|schools? closed)\b/.test(words) && (/\bholidays?\b/.test(words) || holidayWords.test(words))
}

/** The first or last day of the school year: not of a break, a term or a season. */
function edgeDay(words: string): DayMeaning | null {
  const is = begins.test(words) ? 'first day' : ends.test(words) ? 'last day' : null
  if (is === null || notTheYear.test(words) || !(school.test(words) || people.test(words) || /\byear\b/.test(words))) return null
  return { is, of: people.test(words) && !/\b(students?|pupils?|school|classes|instruction)\b/.test(words) ? 'staff' : 'pupils' }
}

const ordinals: readonly (readonly [RegExp, string])[] = [
  [/\b(first|1st|q1|s1|t1|i)\b/, 'first'],
  [/\b(second|2nd|q2|s2|t2|ii)\b/, 'second'],
  [/\b(third|3rd|q3|t3|iii)\b/, 'third'],
  [/\b(fourth|4th|q4|iv)\b/, 'fourth'],
]

/** "End of 1st Quarter" is `first_quarter_ends`; with no number of its own it is no named date. */
function termEnd(words: string): string | null {
  const what = /\b(quarter|semester|trimester|q[1-4]|s[12]|t[1-3])\b/.exec(words)?.[1]
  if (what === undefined || !term.test(words) || /\b(break|recess|no school)\b/.test(words)) return null
  const kind = what.startsWith('q') ? 'quarter' : what.startsWith('t') ? 'trimester' : 'semester'
  const nth = ordinals.find(([pattern]) => pattern.test(words.replace(/\b(last|first) day\b/, '')))?.[1]
  return nth === undefined ? null : `${nth}_${kind}_ends`
}

/** Small letters, one kind of apostrophe and dash, single spaces. */
function plainWords(title: string): string {
  return title
    .slice(0, 300)
    .toLowerCase()
    .replace(/[’‘`]/g, "'")
    .replace(/[‐-―]/g, '-')
    .replace(/[/|]/g, ' / ')
    .replace(/\s+/g, ' ')
    .trim()
}
