import * as fc from 'fast-check'
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { loadPack } from '#determinations/load-pack.ts'

const folder = new URL('../../../agreements/sample/', import.meta.url)
const whole = new Map(
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /^(agreement\.yaml|articles\/.*\.md|tables\/.*\.csv|calendars\/.*|examples\/.*\.jsonl?)$/.test(path))
    .map((path) => [path, readFileSync(new URL(path, folder), 'utf8')]),
)

/** One small pack with every kind of block: an invented agreement in which each byte matters to the rules. */
const invented = new Map([
  ['agreement.yaml', 'pack: tiny\ntitle: Tiny\nterm: {from: 2010-07-01, through: 2013-06-30}\nschool year: {written: long, begins: 07-01}\n'],
  ['tables/pay.csv', 'step,A,B\n1,"$40,000",42500\n2..3,41000,\n4+,42000,45000.50\n'],
  ['examples/more.jsonl', '{"case": "1", "decision": "pay", "input": {"step": 1, "column": "A"}, "expect": {"value": {"pay": 40000}}, "why": "as printed"}\n'],
  ['articles/06-rules.md', ['# Article 6: Rules', '', '## 6.1 Pay', '', 'In our words.', '', '```rule', 'schedule: pay', 'asks: What is the pay?', 'facts:', '  step: {type: integer, min: 1}', '  column: {type: choice, of: [A, B]}', 'file: tables/pay.csv', 'row: step', 'column: column', 'type: money', '```', '', '```rule', 'decision: due', 'clauses: ["6.1"]', 'asks: When?', 'facts:', '  on_day: {type: date}', '  met_on: {type: date, optional: true}', '  units: {type: decimal, decimals: 1, missing means: 0}', 'figures: {most: 5, word: "so"}', 'values:', '  due_by: {deadline: {procedure: ladder, step: answer, after: on_day, plus: added, extended to: met_on}}', '  added:', '    readings:', '      one: {plain: true, says: so, is: "if met_on = null then 0 else days between(on_day, met_on, calendar)"}', '      two: {says: else, is: 1}', '    ruling: none', '  band:', '    when: units > 0', '    table: |', '      | units  | band | clause | says |', '      | < 15   | 1    | 6.1    | few  |', '      | [15..30) | most | 6.1  | some |', '    otherwise: 0', '  size: {limit: {of: units, at most: most, unless: band = 1}}', 'gives:', '  due_by: {type: date}', '  within: {type: boolean, is: size.within}', 'warnings: [{when: units > most, says: many}]', 'law:', '  - {statute: Code 1, certainty: verified, gives: {days: 10}, law when: most < 10, why: more may be given}', 'examples:', '  - given: {on_day: 2010-11-01}', '    gives: {within: true}', '    because: nothing is counted', '```', '', '```rule', 'procedure: ladder', 'steps:', '  answer: {who: she, must: answer, within: 8 calendar days, after: the filing, if silent: end}', '  end: {who: he, must: end it, within: none, after: the answer}', '```', '', '```rule', 'exception: music', 'to: due.size', 'when: units = 3', 'instead: gives nothing', '```', '', '```rule', 'definition: years', 'facts: {hired_on: {type: date}, on_day: {type: date}}', 'is: years apart(hired_on, on_day)', '```', '', '```rule', 'parameter: base', 'values:', '  2010-07-01: $39,966', '  2011-07-01: {is: $40,500, clause: "6.1"}', '```', '', '```rule', 'vote: ratify', 'asks: Carried?', 'facts: {yes: {type: integer}, ballots: {type: integer}}', 'in favor: yes', 'cast: ballots', 'carried by: at least 2/3 of cast', '```', ''].join('\n')],
])

// Pieces that mean something to one of the readers.
const pieces = ['```', '```rule\n', '|', '"', "'", ': ', '- ', '{', '}', '[', ']', '  ', '\n', '\t', '#', '&x ', 'null', 'is: ', 'decision: x\n', 'facts:\n', 'table: |\n', 'readings:\n', '..', '(', ')', '-', '$', '1e9', '99999999999999999999', '0', '/', ' = ', ' and ', 'if ', ' then ', ' else ', 'for x in ', 'not(', 'days after(', 'due_by', 'base', '2010-02-30', '\u0000', '\u200B', '__proto__', 'constructor']
const mutation = (paths: readonly string[]) => fc.record({ path: fc.constantFrom(...paths), at: fc.nat(9000), cut: fc.oneof(fc.constant(0), fc.nat(30)), put: fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 10, unit: 'binary' }), fc.constant('')) })

const runs = Number(process.env['STEWARD_RUNS'] ?? 120)

test.each([
  ['invented', invented, runs],
  ['sample', whole, Math.ceil(runs / 4)],
] as const)('the %s pack broken anywhere still loads, or says where it is broken; nothing is thrown', (_, files, numRuns) => {
  fc.assert(
    fc.property(fc.array(mutation([...files.keys()]), { minLength: 1, maxLength: 4 }), (mutations) => {
      const broken = new Map(files)
      for (const { path, at, cut, put } of mutations) {
        const text = broken.get(path) ?? ''
        const from = at % (text.length + 1)
        broken.set(path, text.slice(0, from) + put + text.slice(from + cut))
      }
      const loaded = loadPack(broken)
      for (const one of loaded.ok ? loaded.value.problems : [loaded.problem]) {
        expect(one.where.file).toBeDefined()
        expect(one.where.line === undefined || one.where.line >= 1).toBe(true)
        expect(one.what).not.toBe('')
        expect(one.next).not.toBe('')
      }
    }),
    { numRuns },
  )
}, 3_600_000)

test('the invented pack loads as it is, so that what is told of it is told of the change', () => {
  const loaded = loadPack(invented)
  expect(loaded.ok ? loaded.value.problems.filter((it) => !it.code.includes('examples')).map((it) => `${it.where.line} ${it.what}`) : [loaded.problem.what]).toEqual([])
})
