import { describe, expect, test } from 'vitest'
import { parseCivilDay } from '#plain/civil-day.ts'
import { lowerDecision } from '#rules/core/lower-decision.ts'
import { rulesOf as smallPack } from '#rules/read/small-pack.test-support.ts'
import { ask, factsFor, noCalendars, programOf } from '#rules/run/ask-rules.test-support.ts'
import { closuresOf } from '#rules/run/closures.ts'

const salary = `decision: salary
asks: What is the salary?
facts:
  degree: {type: choice, of: [BA, MA]}
  units: {type: integer, min: 0}
  years: {type: integer, min: 1, max: 13}
values:
  class:
    table: |
      | degree | units    | class |
      | BA     | < 15     | A |
      | BA     | [15..30) | B |
      | BA     | >= 30    | D |
      | MA     | -        | D |
  pay:
    table: |
      | class | pay |
      | A     | $40,000 |
      | B     | $42,000 |
      | D     | $45,000 |
gives:
  class: {type: choice, of: [A, B, D]}
  pay: {type: money}
`

/** Two facts that are yes or no, and one value of them. */
function ofTwo(is: string, gives = 'boolean'): string {
  return `decision: question\nasks: What?\nfacts: {p: {type: boolean}, q: {type: boolean}, n: {type: integer}}\nvalues:\n  x: ${JSON.stringify(is)}\ngives:\n  x: {type: ${gives}}\n`
}

describe('what is not known is asked for, never guessed', () => {
  test('degree known and units missing gives needs, never a salary', () => {
    const program = programOf([salary])
    expect(ask(program, { degree: 'BA', years: 10 })).toEqual({ needs: ['units'] })
  })

  test('a fact on which nothing turns is not asked for', () => {
    expect(ask(programOf([salary]), { degree: 'MA' })).toEqual({ class: 'D', pay: 45000 })
  })

  test('nothing known: what every way asks for comes first', () => {
    expect(ask(programOf([salary]), {})).toEqual({ needs: ['degree', 'units'] })
  })

  test('rows that may still fit and all give the same answer, answer', () => {
    const program = programOf([`decision: question\nasks: What?\nfacts: {n: {type: integer, min: 0}}\nvalues:\n  x:\n    table: |\n      | n     | x |\n      | < 5   | 7 |\n      | [5..9) | 7 |\n      | >= 9  | 7 |\ngives:\n  x: {type: integer}\n`])
    expect(ask(program, {})).toEqual({ x: 7 })
  })

  test('of two facts that may be needed, the one that more rows ask about comes first', () => {
    const program = programOf([`decision: question\nasks: What?\nfacts: {grade: {type: choice, of: [six, seven, eight]}, periods: {type: integer, min: 0}}\nvalues:\n  x:\n    table: |\n      | grade        | periods | x |\n      | seven, eight | 6       | 175 |\n      | -            | 7       | 186 |\n    otherwise: null\ngives:\n  x: {type: integer}\n`])
    expect(ask(program, {})).toEqual({ needs: ['periods', 'grade'] })
    expect(ask(program, { periods: 7 })).toEqual({ x: 186 })
    expect(ask(program, { grade: 'six' })).toEqual({ needs: ['periods'] })
  })

  test('unknown and false is false, unknown or true is true, either way round', () => {
    expect(ask(programOf([ofTwo('p and q')]), { q: false })).toEqual({ x: false })
    expect(ask(programOf([ofTwo('p or q')]), { q: true })).toEqual({ x: true })
    expect(ask(programOf([ofTwo('p and q')]), { p: false })).toEqual({ x: false })
    expect(ask(programOf([ofTwo('p and q')]), { q: true })).toEqual({ needs: ['p'] })
    expect(ask(programOf([ofTwo('p and q')]), {})).toEqual({ needs: ['p', 'q'] })
  })

  test('branches that agree answer though the test is unknown; else the test is asked before what one branch needs', () => {
    expect(ask(programOf([ofTwo('if p then 1 else 1', 'integer')]), {})).toEqual({ x: 1 })
    expect(ask(programOf([ofTwo('if q then n else 1', 'integer')]), {})).toEqual({ needs: ['q', 'n'] })
    expect(ask(programOf([ofTwo('if q then n + 1 else n', 'integer')]), { q: true })).toEqual({ needs: ['n'] })
  })

  test('an optional fact left out is null where it is compared with null, and asked for where it is used', () => {
    const block = `decision: question\nasks: What?\nfacts: {due: {type: date}, filed_on: {type: date, optional: true}}\nvalues:\n  timely: "if filed_on = null then null else filed_on <= due"\n  late: filed_on > due\ngives:\n  NAME: {type: boolean}\n`
    const due = '2010-12-08'
    expect(ask(programOf([block.replace('NAME', 'timely')]), { due })).toEqual({ timely: null })
    expect(ask(programOf([block.replace('NAME', 'timely')]), { due, filed_on: '2010-12-08' })).toEqual({ timely: true })
    expect(ask(programOf([block.replace('NAME', 'late')]), { due })).toEqual({ needs: ['filed_on'] })
    expect(ask(programOf([block.replace('NAME', 'late')]), {})).toEqual({ needs: ['due', 'filed_on'] })
  })

  test('an optional fact left out is not among the values of a list, nor outside of them: it is asked for', () => {
    const block = `decision: question\nasks: What?\nfacts: {n: {type: integer, optional: true}}\nvalues:\n  x: n in (1, 2)\n  y: n in (null, 2)\ngives:\n  NAME: {type: boolean}\n`
    expect(ask(programOf([block.replace('NAME', 'x')]), {})).toEqual({ needs: ['n'] })
    expect(ask(programOf([block.replace('NAME', 'x')]), { n: 3 })).toEqual({ x: false })
    expect(ask(programOf([block.replace('NAME', 'y')]), {})).toEqual({ y: true })
  })

  test('what leaving out means stands for the fact', () => {
    const program = programOf([`decision: question\nasks: What?\nfacts: {n: {type: integer}, more: {type: integer, missing means: 5}}\nvalues:\n  x: n + more\ngives:\n  x: {type: integer}\n`])
    expect(ask(program, { n: 1 })).toEqual({ x: 6 })
    expect(ask(program, { n: 1, more: 1 })).toEqual({ x: 2 })
  })

  test('a list that is unknown, and one that settles the question by its first item', () => {
    const block = `decision: question\nasks: What?\nfacts: {l: {type: list, items: {type: integer}}, n: {type: integer}}\nvalues:\n  x: some i in l satisfies i > 3 or i > n\ngives:\n  x: {type: boolean}\n`
    expect(ask(programOf([block]), { n: 1 })).toEqual({ needs: ['l'] })
    expect(ask(programOf([block]), { l: [1, 4] })).toEqual({ x: true })
    expect(ask(programOf([block]), { l: [1, 2] })).toEqual({ needs: ['n'] })
    expect(ask(programOf([block]), { l: [] })).toEqual({ x: false })
  })

  test('one field of a record may be certain where another is not', () => {
    const block = `decision: question\nasks: What?\nfacts: {pupils: {type: integer, min: 0}, music: {type: boolean}}\nfigures: {largest: 34}\nvalues:\n  size:\n    limit: {of: pupils, at most: largest, unless: music}\ngives:\n  fine: {type: boolean, is: size.within}\n`
    const program = programOf([block])
    expect(ask(program, { music: true })).toEqual({ fine: true })
    expect(ask(program, { music: false })).toEqual({ needs: ['pupils'] })
    expect(ask(program, { music: false, pupils: 35 })).toEqual({ fine: false })
  })

  test('the day of the question is asked for where the figures of the days differ', () => {
    const base = `parameter: base\ntype: money\nvalues:\n  2010-07-01: $39,966\n  2011-07-01: $40,500\nuntil: 2013-06-30\n`
    const program = programOf([base, `decision: question\nasks: What?\nfacts: {n: {type: integer, min: 0, max: 9}}\nvalues:\n  x: base * n\ngives:\n  x: {type: money}\n`])
    expect(ask(program, { n: 2 })).toEqual({ needs: ['as of'] })
    expect(ask(program, {})).toEqual({ needs: ['n', 'as of'] })
    expect(ask(program, { n: 2 }, { asOf: parseCivilDay('2011-06-30') })).toEqual({ x: 79932 })
    expect(ask(program, { n: 2 }, { asOf: parseCivilDay('2011-07-01') })).toEqual({ x: 81000 })
    expect(ask(program, { n: 2 }, { asOf: parseCivilDay('2013-07-01') })).toEqual({ trouble: 'parameter not in force' })
    expect(ask(program, { n: 2 }, { asOf: parseCivilDay('2010-06-30') })).toEqual({ trouble: 'parameter not in force' })
    expect(ask(program, { n: 2 }, { parameters: new Map([['base', 5_000_000]]) })).toEqual({ x: 100000 })
  })
})

describe('a value holds, is defeated, or reads in two ways', () => {
  const block = `decision: question
asks: What?
facts: {subject: {type: choice, of: [music, art]}, agreed: {type: boolean}, open: {type: boolean}, n: {type: integer}}
values:
  largest:
    when: open
    formula: n + 1
    otherwise: 0
gives:
  largest: {type: integer}
`
  const exception = `exception: music_groups\nto: question.largest\nwhen: subject = music and agreed\ninstead: null\n`

  test('when it does not hold, otherwise; an exception gives what holds instead', () => {
    const program = programOf([block, exception])
    expect(ask(program, { subject: 'art', agreed: true, open: true, n: 5 })).toEqual({ largest: 6 })
    expect(ask(program, { subject: 'music', agreed: true, open: true, n: 5 })).toEqual({ largest: null })
    expect(ask(program, { subject: 'music', agreed: true, open: false, n: 5 })).toEqual({ largest: 0 })
  })

  test('an exception that may hold makes its facts needed', () => {
    expect(ask(programOf([block, exception]), { subject: 'music', open: true, n: 5 })).toEqual({ needs: ['agreed'] })
    expect(ask(programOf([block, exception]), { subject: 'art', open: true, n: 5 })).toEqual({ largest: 6 })
  })

  test('each reading runs by its number, the plain one first', () => {
    const readings = `decision: question\nasks: What?\nfacts: {n: {type: integer}}\nvalues:\n  x:\n    readings:\n      wide: {says: the wide one, is: n + 10}\n      narrow: {plain: true, says: the narrow one, is: n + 1}\n    ruling: none\ngives:\n  x: {type: integer}\n`
    const program = programOf([readings])
    expect(program.steps[0]?.readings.map((it) => it.id)).toEqual(['narrow', 'wide'])
    expect(ask(program, { n: 1 })).toEqual({ x: 2 })
    expect(ask(program, { n: 1 }, {}, [1])).toEqual({ x: 11 })
  })
})

describe('definitions and decisions that others use', () => {
  const definition = `definition: service_years\nfacts: {hired_on: {type: date}, on: {type: date}}\nis: years apart(hired_on, on)\n`

  test('by its name, with the facts of the same names', () => {
    const program = programOf([definition, `decision: question\nasks: What?\nfacts: {hired_on: {type: date}, on: {type: date}}\nvalues:\n  x: service_years + 1\ngives:\n  x: {type: integer}\n`])
    expect(ask(program, { hired_on: '2000-08-15', on: '2010-08-14' })).toEqual({ x: 10 })
    expect(program.steps.map((step) => step.name)).toEqual(['service_years', 'x'])
  })

  test('called with names, also inside a loop', () => {
    const program = programOf([definition, `decision: question\nasks: What?\nfacts: {days: {type: list, items: {type: date}}, today: {type: date}}\nvalues:\n  x: "for d in days return service_years(hired_on: d, on: today)"\n  y: "service_years(hired_on: today, on: add years(today, 3))"\ngives:\n  x: {type: list, items: {type: integer}}\n  y: {type: integer}\n`])
    const days = ['2000-01-01', '2009-06-01'].map((it) => parseCivilDay(it))
    expect(ask(program, { days, today: '2010-03-01' })).toEqual({ x: [10, 0], y: 3 })
  })

  test('the answer of a decision brings its clause and its line of the working', () => {
    const program = programOf([salary, `decision: double\nasks: What?\nfacts: {degree: {type: choice, of: [BA, MA]}, units: {type: integer, min: 0}, years: {type: integer, min: 1, max: 13}}\nvalues:\n  x: salary.pay * 2\ngives:\n  x: {type: money}\n`], 'double')
    const facts = { degree: 'BA', units: 20, years: 1 }
    expect(ask(program, facts)).toEqual({ x: 84000 })
    const [line] = closuresOf(program).working(factsFor(program, facts), { asOf: null, calendars: noCalendars })
    expect(line).toMatchObject({ rule: 'x', clause: '6.4.2', value: 84000, uses: {}, from: [{ rule: 'salary.pay', clause: '6.4.1', value: 42000, from: [{ rule: 'salary.class', value: 'B', uses: { degree: 'BA', units: 20 } }] }] })
  })
})

describe('A named date of the calendar', () => {
  const text = 'decision: due\nasks: When?\nfacts:\n  year: {type: text}\nvalues:\n  on: calendar date(year, first_quarter_ends)\ngives:\n  on: {type: date}\n'
  const calendars = { ...noCalendars, named: new Map([['2010-2011', new Map([['first_quarter_ends', parseCivilDay('2010-10-15') as number]])]]) }
  const ran = (year: string, around: object = { asOf: null, calendars }): unknown => {
    const program = programOf([text], 'due')
    return closuresOf(program).run(factsFor(program, { year }), around as Parameters<ReturnType<typeof closuresOf>['run']>[1])
  }

  test('of a text that is no school year is the trouble that it is none', () => {
    expect(ran('2010')).toEqual({ status: 'trouble', trouble: { is: 'no such school year', text: '2010' } })
  })

  test('of a year that the calendar does not have names the date and the year', () => {
    expect(ran('2014-2015')).toEqual({ status: 'trouble', trouble: { is: 'date missing', name: 'first_quarter_ends', year: '2014-2015', otherYears: true } })
    expect(ran('2014-2015', { asOf: null, calendars: noCalendars })).toEqual({ status: 'trouble', trouble: { is: 'date missing', name: 'first_quarter_ends', year: '2014-2015', otherYears: false } })
  })
})

test('the first and the last calendar day of a school year are those that agreement.yaml says', () => {
  const text = 'decision: edges\nasks: Which days?\nfacts:\n  year: {type: text}\nvalues:\n  from: first day(year, calendar)\n  through: last day(year, calendar)\ngives:\n  from: {type: date}\n  through: {type: date}\n'
  const book = smallPack([text], { 'agreement.yaml': 'pack: tiny\ntitle: Tiny\nschool year: {begins: 08-15}\n' })
  const { program, problems } = lowerDecision(book, book.decisions[0] as (typeof book.decisions)[number])
  if (program === null) throw new Error(JSON.stringify([...problems, ...book.problems]))
  const ran = closuresOf(program).run(factsFor(program, { year: '2010-2011' }), { asOf: null, calendars: noCalendars })
  expect(ran).toMatchObject({ status: 'answered', value: [parseCivilDay('2010-08-15'), parseCivilDay('2011-08-14')] })
})
