import { describe, expect, test } from 'vitest'
import { rulesOf } from '#rules/read/small-pack.test-support.ts'
import { checkDmn } from './check-dmn.test-support.ts'
import { exportRules } from './export-rules.ts'
import { factForFeel, readDmn, runDmn } from './run-dmn.test-support.ts'
import { writeDmn } from './write-dmn.ts'

/** The answers of the first exported decision, by bpmn.io's reader and feelin. */
async function answers(blocks: readonly string[], given: Record<string, unknown>, day: string | null = null): Promise<unknown> {
  const { models, leftOut } = exportRules(rulesOf(blocks), day)
  const [model] = models
  if (model === undefined) throw new Error(leftOut.map(it => it.reasons.join()).join())
  const xml = writeDmn(model)
  expect(checkDmn(xml)).toEqual([])
  const file = await readDmn(xml)
  expect(file.warnings).toEqual([])
  return runDmn(file, Object.fromEntries(Object.entries(given).map(([name, value]) => [name, factForFeel(value)])))
}

function formula(facts: string, is: string, type = 'integer'): string {
  return `decision: asked\nasks: What is it?\nfacts: {${facts}}\nvalues:\n  it: '${is}'\ngives:\n  it: {type: ${type}}`
}

describe('what DMN cannot hold is left out, with its reason', () => {
  test.each([
    ['d: {type: date}', 'days after(d, 5, work)', 'date', 'it counts kinds of day'],
    ['d: {type: date}', 'is day(d, work)', 'boolean', 'it asks for a kind of day'],
    ['l: {type: list, items: {type: text}}, seed: {type: text}', 'count(lot(l, seed))', 'integer', 'it draws lots'],
    ['y: {type: text}', 'calendar date(y, first_day)', 'date', 'it asks the calendar for a named date'],
  ])('%s: %s', (facts, is, type, reason) => {
    expect(exportRules(rulesOf([formula(facts, is, type)]), null).leftOut).toEqual([{ decision: 'asked', reasons: [reason] }])
  })
  test('also where only a definition that it calls counts days', () => {
    const due = 'definition: due\nfacts:\n  on: {type: date}\nis: days after(on, 5, work)'
    expect(exportRules(rulesOf([formula('d: {type: date}', 'due(on: d)', 'date'), due]), null).leftOut).toEqual([{ decision: 'asked', reasons: ['it counts kinds of day'] }])
  })
  test('a value with several readings of which none is plain', () => {
    const block = 'decision: asked\nasks: What is it?\nfacts: {}\nvalues:\n  it:\n    readings:\n      one: {says: one, is: "1"}\n      two: {says: two, is: "2"}\ngives:\n  it: {type: integer}'
    expect(exportRules(rulesOf([block]), null).leftOut).toEqual([{ decision: 'asked', reasons: ['its clause bears several readings and none is plain'] }])
  })
})

describe('functions have their meaning in FEEL', () => {
  test.each<[string, Record<string, unknown>, string, string, unknown]>([
    ['x: {type: decimal}', { x: 2.5 }, 'round half up(x, 0)', 'integer', 3],
    ['x: {type: decimal}', { x: 2.5 }, 'round half even(x, 0)', 'integer', 2],
    ['x: {type: decimal}', { x: 7.3 }, 'round up to(x, 0.5)', 'decimal', 7.5],
    ['x: {type: decimal}', { x: 7.3 }, 'round down to(x, 0.5)', 'decimal', 7],
    ['l: {type: list, items: {type: integer}}', { l: [] }, 'sum(l)', 'integer', 0],
    ['l: {type: list, items: {type: integer}}', { l: [3, 4] }, 'sum(l)', 'integer', 7],
    ['d: {type: date}', { d: '2010-11-01' }, 'day of week(d)', '{is: text}', 'monday'],
    ['d: {type: date}, n: {type: integer}', { d: '2010-11-01', n: -3 }, 'add days(d, n)', 'date', '2010-10-29'],
    ['d: {type: date}', { d: '2010-01-31' }, 'add months(d, 1)', 'date', '2010-02-28'],
    ['d: {type: date}', { d: '2012-02-29' }, 'add years(d, 1)', 'date', '2013-02-28'],
    ['d: {type: date}', { d: '2012-02-10' }, 'end of month(d)', 'date', '2012-02-29'],
    ['a: {type: date}, b: {type: date}', { a: '2010-11-01', b: '2010-12-01' }, 'days apart(a, b)', 'integer', 30],
    ['a: {type: date}, b: {type: date}', { a: '2009-01-15', b: '2010-03-14' }, 'months apart(a, b)', 'integer', 13],
    ['a: {type: date}, b: {type: date}', { a: '2009-01-15', b: '2010-03-14' }, 'years apart(a, b)', 'integer', 1],
    ['d: {type: date}', { d: '2010-11-01' }, 'days after(d, 10, calendar)', 'date', '2010-11-11'],
    ['d: {type: date}', { d: '2010-11-01' }, 'days before(d, 10, calendar)', 'date', '2010-10-22'],
    ['a: {type: date}, b: {type: date}', { a: '2010-11-01', b: '2010-11-05' }, 'days from(a, b, calendar)', 'integer', 5],
    ['d: {type: date}', { d: '2010-11-01' }, 'month text(d)', '{is: text}', '2010-11'],
    ['d: {type: date}', { d: '2010-06-30' }, 'school year(d)', '{is: text}', '2009-2010'],
    ['d: {type: date}', { d: '2010-07-01' }, 'next school year(school year(d), 2)', '{is: text}', '2012-2013'],
    ['y: {type: text}', { y: '2010-2011' }, 'school year end(y)', 'date', '2011-06-30'],
    ['t: {type: time}', { t: '08:45' }, 'minutes apart(t, 10:00)', 'integer', 75],
    ['x: {type: integer, optional: true}', {}, 'if known(x) then 1 else 2', 'integer', 2],
    ['c: {type: integer}, s: {type: integer}', { c: 3, s: 9 }, '1 + 0.07 * c + 0.06 * s', 'decimal', 1.75],
  ])('%s with %o: %s', async (facts, given, is, type, value) => {
    const got = (await answers([formula(facts, is, type.startsWith('{') ? 'text' : type)], given)) as { it: unknown }
    if (typeof value === 'number') expect(got.it).toBeCloseTo(value, 9)
    else expect(got.it).toBe(value)
  })
})

describe('a block keeps its meaning', () => {
  test('every sign inside another stands in brackets, for readers that do not know which goes first', () => {
    const [model] = exportRules(rulesOf([formula('c: {type: integer}, s: {type: integer}', '1 + 0.07 * c + 0.06 * s', 'decimal')]), null).models
    expect(model === undefined ? '' : writeDmn(model)).toContain('<text>(1 + (0.07 * c)) + (0.06 * s)</text>')
  })
  const stipend = 'decision: stipend\nasks: What stipend?\nfacts:\n  semester: {type: choice, of: [first, second]}\n  load: {type: integer}\nvalues:\n  amount:\n    when: semester = second\n    table: |\n      | load     | amount |\n      | <= 174   | $0     |\n      | 175..178 | $1,000 |\n    otherwise: $2,500\ngives:\n  amount: {type: money}'
  test.each([['second', 176, 1000], ['second', 174, 0]])('a table under `when`: %s, %i', async (semester, load, amount) => {
    expect(await answers([stipend], { semester, load })).toEqual({ amount })
  })
  test('an exception defeats the value of another rule', async () => {
    const exception = 'exception: music\nto: asked.it\nwhen: x = 7\ninstead: 70'
    expect(await answers([formula('x: {type: integer}', 'x + 1'), exception], { x: 7 })).toEqual({ it: 70 })
    expect(await answers([formula('x: {type: integer}', 'x + 1'), exception], { x: 8 })).toEqual({ it: 9 })
  })
  test('a fact left out means what the rule says, and an answer may need it', async () => {
    const block = 'decision: asked\nasks: What?\nfacts:\n  years: {type: integer, optional: true, missing means: 4}\n  filed_on: {type: date, optional: true}\nvalues:\n  it: years * 2\ngives:\n  it: {type: integer}\n  year: {type: integer, is: filed_on.year, null without: filed_on}'
    expect(await answers([block], {})).toEqual({ it: 8, year: null })
    expect(await answers([block], { years: 1, filed_on: '2010-11-01' })).toEqual({ it: 2, year: 2010 })
  })
  const base = 'parameter: base\ntype: money\nvalues:\n  2010-07-01: $39,966\n  2011-07-01: $40,500'
  test.each([['2010-09-01', 39_966], ['2011-09-01', 40_500], ['2009-09-01', null]])('a figure with dates asks for the day: %s', async (day, it) => {
    expect(await answers([formula('', 'base', 'money'), base], { as_of: day })).toEqual({ it })
  })
  test('a day given at the export fixes the figures', async () => {
    expect(await answers([formula('', 'base', 'money'), base], {}, '2011-09-01')).toEqual({ it: 40_500 })
  })
  test('a definition is a function, and hands the day on to the figures that it uses', async () => {
    const scaled = 'definition: scaled\nfacts:\n  share: {type: decimal}\nis: base * share'
    expect(await answers([formula('x: {type: decimal}', 'scaled(share: x) + 0', 'money'), scaled, base], { x: 0.5, as_of: '2011-08-01' })).toEqual({ it: 20_250 })
  })
  test('a word of a choice goes before a definition of its name', async () => {
    const grievant = 'definition: grievant\nfacts: {}\nis: 3'
    const block = 'decision: asked\nasks: Who?\nfacts:\n  by: {type: choice, of: [grievant, principal]}\nvalues:\n  it: "if by = grievant then 1 else 2"\ngives:\n  it: {type: integer}'
    expect(await answers([block, grievant], { by: 'grievant' })).toEqual({ it: 1 })
  })
  test('a name inside a filter that is a field too means what it means outside', async () => {
    const block = 'decision: asked\nasks: Who?\nfacts:\n  taught: {type: list, items: {type: record, fields: {name: {type: text}, semesters: {type: integer}}}}\nfigures: {semesters: 2}\nvalues:\n  it: count(taught[item.semesters >= semesters])\ngives:\n  it: {type: integer}'
    expect(await answers([block], { taught: [{ name: 'A', semesters: 1 }, { name: 'B', semesters: 3 }] })).toEqual({ it: 1 })
  })
  test('letters that XML knows are written safely', async () => {
    expect(await answers([formula('x: {type: text}', 'if x = "a < b & \\"c\\"" then 1 else 2')], { x: 'a < b & "c"' })).toEqual({ it: 1 })
  })
})
