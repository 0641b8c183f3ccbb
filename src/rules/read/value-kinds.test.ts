import { describe, expect, test } from 'vitest'
import { readCaseCalendar } from '#calendar/read-case-calendar.ts'
import { decide } from '#determinations/decide.ts'
import { autumn, makePack } from '#determinations/make-pack.test-support.ts'

/** What each kind of value gives, worked out by hand from docs/rule-language.md; asked through the one door, so that reading, lowering and running are met together. */

const scheduleBlock = 'schedule: pay\nasks: What is the pay?\nfacts:\n  step: {type: integer, min: 1}\n  column: {type: choice, of: [A, B]}\nfile: tables/pay.csv\nrow: step\ncolumn: column\ntype: money'

const form = { written: 'long', beginsMonth: 7, beginsDay: 1 } as const

function ask(blocks: readonly string[], decision: string, input: Record<string, unknown>, files: Record<string, string> = {}): unknown {
  const calendar = readCaseCalendar('autumn', autumn, form)
  if (!calendar.ok) throw new Error(calendar.problem.what)
  const found = decide(makePack(blocks, files), { decision, input, calendar: calendar.value })
  return found.status === 'determined' ? found.value : [found.status, ...found.needs.map((need) => need.input), ...(found.error === undefined ? [] : [found.error.message])]
}

describe('A deadline', () => {
  test.each([
    // 2010-11-01 is a Monday; no work days are November 11, 12 and 22 to 26.
    ['counts days of its kind from the day after', 'within: 10 work days\nafter: knew_on', {}, '2010-11-17'],
    ['counts back', 'within: 3 work days\nbefore: knew_on', { knew_on: '2010-11-16' }, '2010-11-09'],
    ['counts calendar days', 'within: 10 calendar days\nafter: knew_on', {}, '2010-11-11'],
    ['counts weeks', 'within: 2 weeks\nafter: knew_on', {}, '2010-11-15'],
    ['counts months', 'within: 3 months\nafter: knew_on\nmonths end: last day', { knew_on: '2010-11-30' }, '2011-02-28'],
    ['goes on to the next day after a month that is too short, where the clause says so', 'within: 3 months\nafter: knew_on\nmonths end: next day', { knew_on: '2010-11-30' }, '2011-03-01'],
    ['takes the day itself for the first, where the clause says so', 'within: 3 work days\nafter: knew_on\ncounting the day itself: true', {}, '2010-11-03'],
    ['begins after a day itself that is none of the kind', 'within: 3 work days\nafter: knew_on\ncounting the day itself: true', { knew_on: '2010-11-11' }, '2010-11-17'],
    ['adds days of the same kind', 'within: 8 work days\nafter: knew_on\nplus: 1 + 1', {}, '2010-11-17'],
    ['moves on from a closed day', 'within: 10 calendar days\nafter: knew_on\nif closed: {next: work}', {}, '2010-11-15'],
    ['moves back from a closed day', 'within: 10 calendar days\nafter: knew_on\nif closed: {previous: work}', {}, '2010-11-10'],
    ['is extended to a later day', 'within: 10 work days\nafter: knew_on\nextended to: also', { also: '2010-12-01' }, '2010-12-01'],
    ['is not shortened by an earlier one', 'within: 10 work days\nafter: knew_on\nextended to: also', { also: '2010-11-03' }, '2010-11-17'],
    ['stands where nothing extends it', 'within: 10 work days\nafter: knew_on\nextended to: also', {}, '2010-11-17'],
    // The third, fourth and fifth of November do not count: three days more than the tenth, November 17, 18, 19.
    ['stands still while it is tolled', 'within: 10 work days\nafter: knew_on\ntolled: [{from: also, through: until_then}]', { also: '2010-11-03', until_then: '2010-11-05' }, '2010-11-29'],
    ['is not tolled by what comes after it', 'within: 3 work days\nafter: knew_on\ntolled: [{from: also, through: until_then}]', { also: '2010-11-05', until_then: '2010-11-08' }, '2010-11-04'],
    ['is not tolled where nothing is known of it', 'within: 3 work days\nafter: knew_on\ntolled: [{from: also, through: until_then}]', {}, '2010-11-04'],
  ])('%s', (_, keys, input, due) => {
    expect(ask([deadlineBlock(keys)], 'due', { knew_on: '2010-11-01', ...input })).toEqual({ due_by: due })
  })

  test('says whether the thing was done in time, and nothing of it while it is not done', () => {
    const block = deadlineBlock('within: 2 work days\nafter: knew_on', 'on: {type: date}\n  done_on: {type: date, optional: true}')
    expect(ask([block], 'due', { knew_on: '2010-11-01', done_on: '2010-11-03' })).toEqual({ due_by: '2010-11-03', timely: true })
    expect(ask([block], 'due', { knew_on: '2010-11-01', done_on: '2010-11-04' })).toEqual({ due_by: '2010-11-03', timely: false })
    expect(ask([block], 'due', { knew_on: '2010-11-01' })).toEqual({ due_by: '2010-11-03', timely: null })
  })

  test('takes its count from the step of a procedure, and is nothing for a step without a limit', () => {
    const ladder = 'procedure: ladder\nsteps:\n  answer: {who: she, must: answer, within: 2 work days, after: the filing}\n  appeal: {who: he, must: appeal, within: 4 calendar days, after: the answer}\n  end: {who: all, must: agree, within: none, after: the appeal}\n  other: {who: all, must: wait, within: 9 work days, after: the appeal}'
    const block = 'decision: due\nasks: When?\nfacts:\n  step: {type: choice, of: [answer, appeal, end]}\n  from_day: {type: date}\nvalues:\n  due_by: {deadline: {procedure: ladder, step: step, after: from_day}}\n  days: days allowed(ladder, step)\ngives:\n  due_by: {type: date}\n  days: {type: integer}'
    expect(ask([ladder, block], 'due', { step: 'answer', from_day: '2010-11-01' })).toEqual({ due_by: '2010-11-03', days: 2 })
    expect(ask([ladder, block], 'due', { step: 'appeal', from_day: '2010-11-01' })).toEqual({ due_by: '2010-11-05', days: 4 })
    expect(ask([ladder, block], 'due', { step: 'end', from_day: '2010-11-01' })).toEqual({ due_by: null, days: null })
    const open = block.replace('after: from_day}', 'after: from_day, if closed: {next: work}}')
    expect(ask([ladder, open], 'due', { step: 'appeal', from_day: '2010-11-02' })).toEqual({ due_by: '2010-11-08', days: 4 })
    expect(ask([ladder, open], 'due', { step: 'end', from_day: '2010-11-02' })).toEqual({ due_by: null, days: null })
  })
})

describe('A duty with a counted day', () => {
  test('gives the day and whether it was done in time', () => {
    const block = 'duty: posting\nwho: the District\nmust: post the list\nby: {within: 2 work days, before: opens_on}\nfacts:\n  opens_on: {type: date}\n  done_on: {type: date, optional: true}'
    expect(ask([block], 'posting', { opens_on: '2010-11-10', done_on: '2010-11-09' })).toEqual({ due_by: '2010-11-08', timely: false })
  })
})

describe('A limit', () => {
  test.each([
    ['at most: 30', 31, { counted: 31, limit: 30, over: 1, within: false }],
    ['at most: 30', 30, { counted: 30, limit: 30, over: 0, within: true }],
    ['less than: 30', 30, { counted: 30, limit: 30, over: 0, within: false }],
    ['at least: 20', 18, { counted: 18, limit: 20, over: 2, within: false }],
    ['more than: 20', 21, { counted: 21, limit: 20, over: 0, within: true }],
  ])('%s, of %d', (bound, pupils, wanted) => {
    expect(ask([limitBlock(bound)], 'size', { pupils })).toEqual(wanted)
  })

  test('is none where its exception holds', () => {
    expect(ask([limitBlock('at most: 30', '\nunless: music')], 'size', { pupils: 40, music: true })).toEqual({ counted: 40, limit: null, over: null, within: true })
  })

  test('is kept or not without what does not matter for it', () => {
    const kept = `${limitBlock('at most: 30', '\nunless: music')}\ngives:\n  within: {type: boolean, is: size.within}`
    expect(ask([kept], 'size', { music: true })).toEqual({ within: true })
    expect(ask([kept], 'size', { music: false })).toEqual(['needs_input', 'pupils'])
  })
})

describe('An entitlement', () => {
  test.each([
    ['rounded: "up to 0.5"\ncarries over: all', { hours: 25, used: 2 }, { granted: 6.5, left: 4.5, next_opening: 4.5 }],
    ['rounded: "down to 1"\ncarries over: none', { hours: 25, used: 2 }, { granted: 6, left: 4, next_opening: 0 }],
    ['carries over: at most 5', { hours: 40, used: 2 }, { granted: 10, left: 8, next_opening: 5 }],
    ['opening: 3\ncarries over: all', { hours: 20, used: 10 }, { granted: 5, left: -2, next_opening: 0 }],
  ])('%s', (more, input, wanted) => {
    expect(ask([entitlementBlock(more)], 'leave', input)).toEqual(wanted)
  })
})

describe('A schedule', () => {
  const files = { 'tables/pay.csv': 'step,A,B\n1,"$40,000","$42,500"\n2..3,41000,\n4+,42000,45000.50\n' }

  test.each([
    [1, 'A', 40000],
    [3, 'A', 41000],
    [2, 'B', null],
    [9, 'B', 45000.5],
  ])('step %d, column %s', (step, column, pay) => {
    expect(ask([scheduleBlock], 'pay', { step, column }, files)).toEqual({ pay })
  })
})

describe('The columns of a schedule', () => {
  test('may be named by any words that the fact offers', () => {
    const columns = scheduleBlock.replace('of: [A, B]', 'of: ["BA", "BA+30", "1"]')
    const files = { 'tables/pay.csv': 'step,BA,BA+30,1\n1+,100,200,300\n' }
    expect(['BA', 'BA+30', '1'].map((column) => ask([columns], 'pay', { step: 1, column }, files))).toEqual([{ pay: 100 }, { pay: 200 }, { pay: 300 }])
  })
})

describe('An exception', () => {
  test('holds only on its days of force, and then the day of the question must be known', () => {
    const blocks = ['decision: x\nasks: How much?\nfacts:\n  music: {type: boolean}\nvalues:\n  pay: $5\ngives:\n  pay: {type: money}', 'exception: band\nto: x.pay\nwhen: music\ninstead: $7\nfrom: 2011-07-01\nuntil: 2012-06-30']
    const pack = makePack(blocks)
    const pay = (asOf: string | null, music: boolean): unknown => decide(pack, { decision: 'x', input: { music }, asOf }).value?.['pay'] ?? null
    expect([pay('2011-06-30', true), pay('2011-07-01', true), pay('2012-06-30', true), pay('2012-07-01', true)]).toEqual([5, 7, 7, 5])
    expect([pay('2011-07-01', false), pay(null, true), pay(null, false)]).toEqual([5, null, 5])
  })
})

describe('What cannot be read is never left out in silence', () => {
  const decision = 'decision: x\nasks: How much?\nfacts:\n  music: {type: boolean}\n  on_day: {type: date}\nvalues:\n  pay: $5\ngives:\n  pay: {type: money}'
  test.each([
    ['an exception whose condition cannot be read', [decision, 'exception: band\nto: x.pay\nwhen: music and\ninstead: $7'], 'not_covered'],
    ['an exception whose block cannot be read', [decision, 'exception: band\nto: x.pay\nwhen: "music\ninstead: $7'], 'not_covered'],
    ['a condition', [decision.replace('pay: $5', 'pay: {formula: $5, when: music and, otherwise: $0}')], 'not_covered'],
    ['what holds otherwise', [decision.replace('pay: $5', 'pay: {formula: $5, when: music, otherwise: $0 +}')], 'not_covered'],
    ['what is added to a deadline', [decision.replace('pay: $5', 'due: {deadline: {within: 5 calendar days, after: on_day, plus: 1 +}}\n  pay: if due > on_day then $5 else $0')], 'error'],
    ['a span that is tolled', [decision.replace('pay: $5', 'due: {deadline: {within: 5 calendar days, after: on_day, tolled: [{from: on_day}]}}\n  pay: if due > on_day then $5 else $0')], 'error'],
    ['one value of a parameter', [decision.replace('pay: $5', 'pay: base'), 'parameter: base\nvalues:\n  2010-07-01: $5\n  2011-07-01: $6 +'], 'error'],
  ])('%s', (_, blocks, status) => {
    const found = decide(makePack(blocks, {}, true), { decision: 'x', input: { music: false, on_day: '2010-11-01' }, asOf: '2011-09-01' })
    expect([found.status, found.value]).toEqual([status, null])
  })
})

describe('A table', () => {
  const block = 'table: stipend\nasks: What stipend?\nfacts:\n  load: {type: integer, min: 0}\n  approved: {type: boolean}\ntypes: {stipend: {type: money}, again: {type: boolean}}\nrows: |\n  | load     | stipend | again |\n  | <= 174   | $0      | false |\n  | 175..181 | $1,000  | true  |\notherwise: {stipend: $2,500, again: true}'

  test('gives all outputs of the row that fits, or what stands otherwise', () => {
    expect(ask([block], 'stipend', { load: 174, approved: true })).toEqual({ stipend: 0, again: false })
    expect(ask([block], 'stipend', { load: 181, approved: true })).toEqual({ stipend: 1000, again: true })
    expect(ask([block], 'stipend', { load: 182, approved: true })).toEqual({ stipend: 2500, again: true })
  })

  test('holds only while its condition does', () => {
    const conditional = 'decision: x\nasks: What?\nfacts:\n  load: {type: integer}\n  approved: {type: boolean}\nvalues:\n  pay:\n    when: approved\n    table: |\n      | load  | pay  |\n      | < 5   | $10  |\n      | >= 5  | $20  |\n    otherwise: $0\ngives:\n  pay: {type: money}'
    expect(ask([conditional], 'x', { load: 7, approved: true })).toEqual({ pay: 20 })
    expect(ask([conditional], 'x', { approved: false })).toEqual({ pay: 0 })
  })

  test('reads another file of the pack, with the clause of each row', () => {
    const fromFile = 'decision: x\nasks: What?\nfacts:\n  load: {type: integer}\nvalues:\n  pay: {file: tables/t.csv}\ngives:\n  pay: {type: money}'
    const found = decide(makePack([fromFile], { 'tables/t.csv': 'load,pay,clause\n"< 5",$10,6.4\n">= 5",$20,6.4.1\n' }), { decision: 'x', input: { load: 3 } })
    expect([found.value, found.clauses]).toEqual([{ pay: 10 }, ['6.4.1', '6.4']])
  })
})

describe('An order of selection', () => {
  const people = [
    { name: 'Ada', hired_on: '2005-08-22', units: 30 },
    { name: 'Ben', hired_on: '2001-08-20', units: 10 },
    { name: 'Cal', hired_on: '2005-08-22', units: 45 },
    { name: 'Dot', hired_on: '1999-08-23', units: 60 },
  ]

  test('takes the first by the keys, and says who was passed over', () => {
    expect(ask([selectionBlock('but not: {declined: "list contains(declined, c.name)"}\nby: [c.hired_on, -c.units]\ntake: 2')], 'pick', { people, declined: ['Dot'] })).toEqual({ chosen: ['Ben', 'Cal'], first: 'Ben', why: ['declined'], tied: [] })
  })

  test('keeps the order of the list between equals, and says that they are', () => {
    expect(ask([selectionBlock('by: [-c.hired_on]\ntake: 1')], 'pick', { people, declined: [] })).toEqual({ chosen: ['Ada'], first: 'Ada', why: [], tied: ['Ada', 'Cal'] })
  })

  test('chooses nobody where nobody is left', () => {
    expect(ask([selectionBlock('by: c.hired_on')], 'pick', { people: [], declined: [] })).toEqual({ chosen: [], first: null, why: [], tied: [] })
  })

  test('draws lots between equals and no others, the same ones for the same words', () => {
    const drawn = selectionBlock('by: [c.hired_on]\ntake: 4\nties: {lot: seed}')
    const first = ask([drawn], 'pick', { people, declined: [], seed: 'May 6' })
    expect(ask([drawn], 'pick', { people, declined: [], seed: 'May 6' })).toEqual(first)
    const { chosen } = first as { chosen: string[] }
    expect([chosen.slice(0, 2), chosen.slice(2).sort()]).toEqual([['Dot', 'Ben'], ['Ada', 'Cal']])
  })

  test('is contested where ties may fall either way and do not agree', () => {
    const either = selectionBlock('by: [-c.hired_on]\nties: {readings: true}')
    expect(decide(makePack([either]), { decision: 'pick', input: { people, declined: [] } }).status).toBe('contested')
    expect(decide(makePack([either]), { decision: 'pick', input: { people: people.slice(1), declined: [] } }).status).toBe('determined')
  })
})

describe('A vote', () => {
  test.each([
    ['at least 2/3 of cast', '', { yes: 66, ballots: 100 }, { carried: false, quorum_met: null, needed: 67 }],
    ['at least 2/3 of cast', '', { yes: 0, ballots: 0 }, { carried: false, quorum_met: null, needed: 1 }],
    ['more than half of cast', '', { yes: 0, ballots: 0 }, { carried: false, quorum_met: null, needed: 1 }],
    ['at least 2/3 of cast', '', { yes: 66, ballots: 99 }, { carried: true, quorum_met: null, needed: 66 }],
    ['more than half of cast', '', { yes: 50, ballots: 100 }, { carried: false, quorum_met: null, needed: 51 }],
    ['more than 1/2 of electorate', 'quorum: at least 40 % of electorate', { yes: 50, ballots: 52, teachers: 99 }, { carried: true, quorum_met: true, needed: 50 }],
    ['more than half of cast', 'quorum: more than 1/2 of electorate', { yes: 49, ballots: 50, teachers: 100 }, { carried: false, quorum_met: false, needed: 26 }],
    ['at least 5', '', { yes: 5, ballots: 9 }, { carried: true, quorum_met: null, needed: 5 }],
  ])('%s %s', (carriedBy, quorum, input, wanted) => {
    expect(ask([voteBlock(carriedBy, quorum)], 'ratify', input)).toEqual(wanted)
  })
})

describe('A committee', () => {
  test('counts its seats, and those present by group and in all', () => {
    const block = 'committee: panel\nasks: May it meet?\nfacts:\n  t: {type: integer}\n  m: {type: integer}\nseats: {teachers: 3, managers: 2}\npresent: {teachers: t, managers: m}\nquorum: {total: 4, teachers: 2}'
    expect(ask([block], 'panel', { t: 2, m: 2 })).toEqual({ total: 5, quorum: true, teachers: 3, managers: 2 })
    expect(ask([block], 'panel', { t: 1, m: 3 })).toEqual({ total: 5, quorum: false, teachers: 3, managers: 2 })
    expect(ask([block], 'panel', { t: 3, m: 0 })).toEqual({ total: 5, quorum: false, teachers: 3, managers: 2 })
  })
})

function deadlineBlock(keys: string, facts = 'on: {type: date}\n  also: {type: date, optional: true}\n  until_then: {type: date, optional: true}'): string {
  return `deadline: due\nasks: When?\nfacts:\n  ${facts.replace('on:', 'knew_on:')}\n${keys}`
}

function limitBlock(bound: string, more = ''): string {
  return `limit: size\nasks: How many?\nfacts:\n  pupils: {type: integer, optional: true}\n  music: {type: boolean, missing means: false}\nof: pupils\n${bound}${more}`
}

function entitlementBlock(more: string): string {
  return `entitlement: leave\nasks: How many days?\nfacts:\n  hours: {type: integer}\n  used: {type: decimal}\namount: 10\nper: school year\nshare: hours / 40\nused: used\n${more}`
}

function selectionBlock(more: string): string {
  return `choose: pick\nasks: Who?\nfacts:\n  people: {type: list, items: {type: record, fields: {name: {type: text}, hired_on: {type: date}, units: {type: integer}}}}\n  declined: {type: list, items: {type: text}}\n  seed: {type: text, optional: true}\nfrom: people\nname: c\n${more}\ngives:\n  chosen: {type: list, items: {type: text}, is: "for c in pick.chosen return c.name"}\n  first: {type: text, is: "if pick.first = null then null else pick.first.name"}\n  why: {type: list, items: {type: text}, is: "for p in pick.passed_over return p.why"}\n  tied: {type: list, items: {type: text}, is: "for c in pick.tied return c.name"}`
}

function voteBlock(carriedBy: string, quorum = ''): string {
  return `vote: ratify\nasks: Is it carried?\nfacts:\n  yes: {type: integer, min: 0}\n  ballots: {type: integer, min: 0}\n  teachers: {type: integer, min: 0}\nin favor: yes\ncast: ballots\nelectorate: teachers\ncarried by: ${carriedBy}\n${quorum}`
}
