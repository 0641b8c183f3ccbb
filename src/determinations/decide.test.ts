import { describe, expect, test } from 'vitest'
import { readCaseCalendar } from '#calendar/read-case-calendar.ts'
import type { CalendarSet } from '#calendar/calendar.ts'
import { usualSchoolYear } from '#calendar/school-year.ts'
import { decide, type Question } from './decide.ts'
import type { Determination } from './determination.ts'
import { autumn, makePack } from './make-pack.test-support.ts'

const stipend = `
decision: overload_stipend
asks: What stipend does this pupil load earn?
facts:
  semester: {type: choice, of: [first, second]}
  pupil_load: {type: integer, min: 0, unit: pupils}
  approved: {type: boolean, ask: "Did the administration approve the load?"}
values:
  stipend:
    when: semester = second and approved
    table: |
      | pupil_load | stipend |
      | <= 174     | $0      |
      | 175..178   | $1,000  |
      | > 178      | $2,500.50 |
    otherwise: $0
gives:
  stipend: {type: money}
left to people: [reasonable]
warnings: [{when: pupil_load > 200, says: So many pupils were never meant., clause: "6.4"}]
law:
  - statute: Education Code 1
    certainty: verified
    gives: {most: $1,200}
    law when: stipend > $1,200
    why: The law caps it.
`

const filing = `
decision: filing
asks: What is the last day to file, and was it filed in time?
facts:
  knew_on: {type: date}
  asked_on: {type: date, optional: true}
  held_on: {type: date, optional: true}
  filed_on: {type: date, optional: true}
values:
  added:
    readings:
      after_request: {plain: true, says: the day of the request is left out, is: "if asked_on = null or held_on = null then 0 else days between(asked_on, held_on, work)"}
      with_request: {says: the day of the request is added too, is: "if asked_on = null or held_on = null then 0 else days from(asked_on, held_on, work)"}
  due_by: {deadline: {within: 20 work days, after: knew_on, plus: added}}
gives:
  due_by: {type: date}
  timely: {type: boolean, is: filed_on <= due_by, null without: filed_on}
`

const judged = `
decision: report_stays
asks: Does the report stay in the file?
facts:
  plan_met: {type: boolean, judged by: the evaluator}
gives:
  stays: {type: boolean, is: not(plan_met)}
`

const rivals = `
decision: mixed_load
asks: What is the limit?
facts:
  classes: {type: integer}
values:
  limit:
    readings:
      daily: {says: it is the limit, is: classes * 2}
      counted: {says: it is the load, is: classes + 2}
gives:
  limit: {type: integer}
  classes_counted: {type: integer, is: classes}
`

const leaver = `
decision: stipend_end
asks: When does the stipend end?
facts:
  left_on: {type: date}
  leaver: {type: choice, of: [last_in, another]}
  agreed_on: {type: date, optional: true}
values:
  ends_on:
    readings:
      month: {plain: true, says: the month is paid in full, is: end of month(left_on)}
      day: {says: it ends with the day on which another pupil leaves, is: "if leaver = another then left_on else end of month(left_on)"}
  talk_on:
    readings:
      end: {plain: true, says: at the end, is: ends_on}
      agreed: {says: when it was agreed, is: agreed_on}
gives:
  ends_on: {type: date}
  talk_on: {type: date}
`

const compounded = `
decision: compounded
asks: What is the figure after some years?
facts:
  base: {type: money}
  years: {type: integer, min: 0, max: 4}
figures: {up: 1007, down: 1009, whole: 5, all: 10}
values:
  x:
    readings:
      flat: {plain: true, says: it is doubled, is: base * 2}
      grown: {says: it grows year by year, is: "round half up(base * up * up * up * years / (down * down * down), 2)"}
  y:
    readings:
      whole: {plain: true, says: it is the whole, is: whole}
      divided: {says: it is divided among the years, is: "round half up(all / years, 0)"}
gives:
  x: {type: money}
  y: {type: integer}
`

const schoolYears = `
decision: next_year
asks: What is the year after?
facts:
  last_year: {type: text}
gives:
  year: {type: text, is: "next school year(last_year, 1)"}
`

const absences = `
decision: absences
asks: How many work days is each absence, and by when is each to be explained?
facts:
  absences: {type: list, items: {type: record, fields: {begins: {type: date}, ends: {type: date}}}}
figures: {days_to_explain: 2}
gives:
  days: {type: list, items: {type: integer}, is: "for a in absences return days from(a.begins, a.ends, work)"}
  explained_by: {type: list, items: {type: date}, is: "for a in absences return if a.ends > a.begins then days after(a.ends, days_to_explain, work) else a.ends"}
`

const together = `
decision: both_hold
asks: Do both hold?
facts:
  x: {type: integer}
values:
  v:
    readings:
      strict: {plain: true, says: never, is: x > 100}
      mild: {says: above nothing, is: x > 0}
  w:
    readings:
      hard: {plain: true, says: never too, is: x > 100}
      soft: {says: above nothing too, is: x > 0}
gives:
  both: {type: boolean, is: v and w}
`

const pack = makePack([stipend, filing, judged, rivals, leaver, compounded, schoolYears, absences, together])

describe('questions that cannot be put', () => {
  test.each([
    [{ decision: 'overload_stipnd', input: {} }, 'decision', 'harbor has no decision named overload_stipnd. Did you mean overload_stipend?'],
    [{ decision: 'overload_stipend', input: { pupil_laod: 3 } }, 'pupil_laod', 'pupil_laod is no fact of this decision; its facts are semester, pupil_load, approved. Did you mean pupil_load?'],
    [{ decision: 'overload_stipend', input: {}, asOf: '2010-02-30' }, 'asOf', 'asOf must be a day as "YYYY-MM-DD"; it is "2010-02-30".'],
  ] satisfies readonly (readonly [Question, string, string])[])('%j', (question, input, message) => {
    const answer = decide(pack, question)
    expect([answer.status, answer.value, answer.error]).toEqual(['error', null, { input, message }])
  })
})

describe('what is not known', () => {
  test('is asked for, each with its own question and clause', () => {
    const answer = ask('overload_stipend', { semester: 'second' })
    expect(answer.status).toBe('needs_input')
    expect([...answer.needs].sort((a, b) => (a.input < b.input ? -1 : 1))).toEqual([
      { input: 'approved', why: 'Did the administration approve the load? Clause 6.4.1 turns on it.' },
      { input: 'pupil_load', why: 'Pupil load: how many pupils? Clause 6.4.1 turns on it.' },
    ])
  })

  test('does not stop an answer that does not turn on it', () => {
    expect(shown(ask('overload_stipend', { semester: 'first' }))).toEqual(['determined', { stipend: 0 }])
    expect(shown(ask('overload_stipend', { pupil_load: 170 }))).toEqual(['determined', { stipend: 0 }])
    expect(shown(ask('overload_stipend', { approved: false }))).toEqual(['determined', { stipend: 0 }])
  })

  test('is left to the person who judges it', () => {
    const answer = ask('report_stays', {})
    expect([answer.status, answer.needs]).toEqual(['needs_judgment', [{ input: 'plan_met', why: 'Plan met: yes or no? Clause 6.4.3 leaves it to the evaluator.', judgedBy: 'the evaluator' }]])
  })

  test('a kind of day of which there is no calendar is asked for as one', () => {
    const answer = ask('filing', { knew_on: '2010-11-01' })
    expect([answer.status, answer.needs.map((need) => need.input)]).toEqual(['needs_input', ['calendar']])
    expect(answer.needs[0]?.why).toMatch(/work days/)
  })

  test('a calendar that does not reach is an error that names the missing year', () => {
    const answer = ask('filing', { knew_on: '2010-12-01' }, { calendar: calendar() })
    expect([answer.status, answer.error?.input]).toEqual(['error', 'calendar'])
    expect(answer.error?.message).toMatch(/2010-2011/)
  })
})

describe('an answer', () => {
  test('is in dollars and cents, with its clauses, its working and the law beside', () => {
    const answer = ask('overload_stipend', { semester: 'second', pupil_load: 201, approved: true }, { asOf: '2011-01-10' })
    expect(shown(answer)).toEqual(['determined', { stipend: 2500.5 }])
    expect(answer.clauses).toEqual(['6.4.1'])
    expect(answer.working.map((line) => [line.rule, line.clause, line.value])).toEqual([['stipend', '6.4.1', 2500.5]])
    expect(answer.warnings).toEqual([{ clause: '6.4', says: 'So many pupils were never meant.' }])
    expect(answer.law).toEqual([{ statute: 'Education Code 1', certainty: 'verified', value: { most: 1200 }, binds: 'law', why: 'The law caps it.' }])
    expect(answer.leftToPeople).toEqual(['reasonable'])
  })

  test('says that the contract binds where the law does not', () => {
    expect(ask('overload_stipend', { semester: 'second', pupil_load: 176, approved: true }).law.map((it) => it.binds)).toEqual(['contract'])
  })

  test('after the term says that the agreement has run out, and before it that it was not in force', () => {
    expect(ask('mixed_load', { classes: 2 }, { asOf: '2013-07-01' }).warnings).toEqual([{ clause: null, says: 'The agreement ran through 2013-06-30; on 2013-07-01 it has expired, unless it was extended.' }])
    expect(ask('mixed_load', { classes: 2 }, { asOf: '2010-06-30' }).warnings).toEqual([{ clause: null, says: 'The agreement begins on 2010-07-01; on 2010-06-30 it was not yet in force.' }])
  })

  test('carries the account of its count', () => {
    // From Nov 1: 2-5 (4), 8-10 (7), 15-19 (12), 29-Dec 3 (17), Dec 6-8 (20).
    const answer = ask('filing', { knew_on: '2010-11-01', filed_on: '2010-12-09' }, { calendar: calendar() })
    expect(shown(answer)).toEqual(['determined', { due_by: '2010-12-08', timely: false }])
    expect(answer.accounts.map(({ says, kind, count, from, first, last }) => ({ says, kind, count, from, first, last }))).toEqual([
      { says: '20 work days after 2010-11-01 is 2010-12-08', kind: 'work', count: 20, from: '2010-11-01', first: '2010-11-02', last: '2010-12-08' },
    ])
    expect(answer.accounts[0]?.skipped.map((it) => it.day)).toEqual(['2010-11-11', '2010-11-12', '2010-11-22', '2010-11-23', '2010-11-24', '2010-11-25', '2010-11-26'])
  })
})

describe('an answer that counts for each of a list', () => {
  const week = { begins: '2010-11-08', ends: '2010-11-12' }
  const answer = decide(pack, { decision: 'absences', input: { absences: [{ begins: '2010-11-01', ends: '2010-11-05' }, week, { begins: '2010-11-15', ends: '2010-11-15' }, week] }, calendar: calendar() })

  test('carries the account of every count, each once, and of those only that were reached', () => {
    // The 11th and 12th are closed. Two work days after Friday the 5th: the 8th and 9th; after the 12th: the 15th and 16th; the one day of the 15th is not counted on.
    expect(shown(answer)).toEqual(['determined', { days: [5, 3, 1, 3], explained_by: ['2010-11-09', '2010-11-16', '2010-11-15', '2010-11-16'] }])
    expect(answer.accounts.map((it) => it.says)).toEqual([
      '5 work days from 2010-11-01 through 2010-11-05',
      '3 work days from 2010-11-08 through 2010-11-12',
      '1 work day from 2010-11-15 through 2010-11-15',
      '2 work days after 2010-11-05 is 2010-11-09',
      '2 work days after 2010-11-12 is 2010-11-16',
    ])
    expect(answer.accounts[1]?.skipped.map((it) => it.day)).toEqual(['2010-11-11', '2010-11-12'])
  })
})

describe('readings', () => {
  test('that lead to different answers make it contested, with the plain one in value', () => {
    // Asked on Monday the 8th, held on the 9th: one day or two are added.
    const answer = ask('filing', { knew_on: '2010-11-01', asked_on: '2010-11-08', held_on: '2010-11-09' }, { calendar: calendar() })
    expect(shown(answer)).toEqual(['contested', { due_by: '2010-12-09', timely: null }])
    expect(answer.readings).toEqual([
      { id: 'after_request', says: 'the day of the request is left out', value: { due_by: '2010-12-09', timely: null } },
      { id: 'with_request', says: 'the day of the request is added too', value: { due_by: '2010-12-10', timely: null } },
    ])
  })

  test('that all agree leave it determined', () => {
    expect(ask('filing', { knew_on: '2010-11-01' }, { calendar: calendar() }).readings).toEqual([])
  })

  test('without a plain one leave what differs without a value', () => {
    const answer = ask('mixed_load', { classes: 4 })
    expect(shown(answer)).toEqual(['contested', { limit: null, classes_counted: 4 }])
    expect(answer.readings.map((it) => it.value)).toEqual([{ limit: 8, classes_counted: 4 }, { limit: 6, classes_counted: 4 }])
  })

  test('that differ only when two are taken at once are told in a warning', () => {
    const warned = (x: number): readonly string[] => ask('both_hold', { x }).warnings.map((it) => it.says)
    expect([shown(ask('both_hold', { x: 5 })), warned(5)]).toEqual([['determined', { both: false }], ['By several of the other readings together the answer is another.']])
    expect([warned(0), warned(101)]).toEqual([[], []])
  })

  test('without a plain one may still agree', () => {
    expect(shown(ask('mixed_load', { classes: 2 }))).toEqual(['determined', { limit: 4, classes_counted: 2 }])
  })
})

describe('a fact on which only another reading turns', () => {
  test('is asked for where every such question must give it: nobody can say yet whether the readings differ', () => {
    expect([ask('stipend_end', { left_on: '2010-11-08' })].map((it) => [it.status, it.needs.map((need) => need.input)])).toEqual([['needs_input', ['leaver']]])
  })

  test('leaves the answer as it is where it is optional, with a word of warning', () => {
    const answer = ask('stipend_end', { left_on: '2010-11-08', leaver: 'last_in' })
    expect(shown(answer)).toEqual(['determined', { ends_on: '2010-11-30', talk_on: '2010-11-30' }])
    expect(answer.warnings.map((it) => it.says)).toEqual(['By another reading (when it was agreed) it turns on agreed_on, which was not given; the answer may be another.'])
  })

  test('two contested steps are varied in turn, each with the other plain', () => {
    const answer = ask('stipend_end', { left_on: '2010-11-08', leaver: 'another', agreed_on: '2010-11-20' })
    expect(answer.readings.map((it) => [it.id, it.value])).toEqual([
      ['month+end', { ends_on: '2010-11-30', talk_on: '2010-11-30' }],
      ['day', { ends_on: '2010-11-08', talk_on: '2010-11-08' }],
      ['agreed', { ends_on: '2010-11-30', talk_on: '2010-11-20' }],
    ])
  })
})

describe('another reading by which the figure cannot be worked out', () => {
  test('because it is too large is an error that says why, never an answer that looks certain', () => {
    const answer = ask('compounded', { base: 900_000_000, years: 4 })
    expect([answer.status, answer.value]).toEqual(['error', null])
    expect(answer.error?.message).toMatch(/^By another reading \(it grows year by year\) it cannot be worked out: A figure on the way passes/)
  })

  test('because it has no answer there leaves the question contested, with nothing in that reading', () => {
    const answer = ask('compounded', { base: 1000, years: 0 })
    expect(shown(answer)).toEqual(['contested', { x: 2000, y: 5 }])
    expect(answer.readings.map((it) => [it.id, it.value])).toEqual([
      ['flat+whole', { x: 2000, y: 5 }],
      ['grown', { x: 0, y: 5 }],
      ['divided', { x: null, y: null }],
    ])
    expect(answer.readings[2]?.says).toMatch(/^it is divided among the years \(by which there is no answer: /)
  })

  test('because a calendar is missing asks for the calendar', () => {
    const answer = ask('filing', { knew_on: '2010-11-01', asked_on: '2010-11-08', held_on: '2010-11-09' })
    expect([answer.status, answer.needs.map((need) => need.input)]).toEqual(['needs_input', ['calendar']])
  })
})

describe('a text that is no school year', () => {
  test('is told in the form in which the agreement writes its years', () => {
    const short = makePack([schoolYears], { 'agreement.yaml': 'pack: harbor\ntitle: Agreement\nshort: Harbor\nparties: [A, B]\nterm: {from: 2010-07-01, through: 2013-06-30}\nstate: invented\nschool year: {written: short, begins: 07-01}\n' })
    expect(decide(short, { decision: 'next_year', input: { last_year: '2015' } }).error).toEqual({ input: 'last_year', message: '"2015" is no school year. Write it as 2010-11.' })
    expect(ask('next_year', { last_year: '2015' }).error).toEqual({ input: 'last_year', message: '"2015" is no school year. Write it as 2010-2011.' })
  })
})

describe('a ruling', () => {
  const ruled = makePack([filing.replace('  due_by: {deadline', '    ruling: with_request\n    ruled by: the arbitrator\n    ruled on: 2011-03-01\n  due_by: {deadline')])
  const input = { knew_on: '2010-11-01', asked_on: '2010-11-08', held_on: '2010-11-09' }

  test('settles the readings where no day is asked, and from its day on', () => {
    for (const asOf of [null, '2011-03-01', '2012-01-01']) expect(shown(decide(ruled, { decision: 'filing', input, asOf, calendar: calendar() }))).toEqual(['determined', { due_by: '2010-12-10', timely: null }])
  })

  test('does not bind a question asked as of a day before it', () => {
    expect(decide(ruled, { decision: 'filing', input, asOf: '2011-02-28', calendar: calendar() }).status).toBe('contested')
  })

  test('recorded after the day as of which things are known is not used', () => {
    expect(decide(ruled, { decision: 'filing', input, knownAsOf: '2011-02-28', calendar: calendar() }).status).toBe('contested')
  })
})

function ask(decision: string, input: Readonly<Record<string, unknown>>, more: Partial<Question> = {}): Determination {
  return decide(pack, { decision, input, ...more })
}

function shown(answer: Determination): readonly [string, unknown] {
  return [answer.error === undefined ? answer.status : answer.error.message, answer.value]
}

function calendar(): CalendarSet {
  const read = readCaseCalendar('autumn.json', autumn, usualSchoolYear)
  if (!read.ok) throw new Error(read.problem.what)
  return read.value
}
