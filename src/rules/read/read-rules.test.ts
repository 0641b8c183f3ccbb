import { describe, expect, test } from 'vitest'
import { rulesOf, toldOf } from '#rules/read/small-pack.test-support.ts'

const head = 'decision: x\nasks: Which?\n'
const decision = `${head}facts:\n  a: {type: integer}\nvalues:\n  b: a + 1\ngives:\n  b: {type: integer}\n`
const place = 'articles/06-rules.md, line'

describe('What is wrong with a rule is told with file, line, clause and what to do', () => {
  const cases: [string, string, string][] = [
    ['a kind that is none', 'decisoin: x', `${place} 9, clause 6.1: "decisoin" begins no rule. Did you mean "decision"?`],
    ['a name that is none', 'decision: My rule', `${place} 9, clause 6.1: "My rule" is no name of a decision.`],
    ['a name that is a function', 'definition: count\nfacts: {}\nis: 1', `${place} 9, clause 6.1: The definition "count" has a name that the language uses itself.`],
    ['an unknown key', `${decision}exmaples: []`, `${place} 17, clause 6.1: "exmaples" is no key that belongs here. Did you mean "examples"?`],
    ['an unknown key of a fact', decision.replace('{type: integer}', '{type: integer, minimum: 0}'), `${place} 12, clause 6.1: "minimum" is no key that belongs here.`],
    ['a fact without type', decision.replace('a: {type: integer}', 'a: {unit: hours}'), `${place} 12, clause 6.1: The fact "a" has no type.`],
    ['a type that is none', decision.replace('a: {type: integer}', 'a: {type: interger}'), `${place} 12, clause 6.1: "interger" is no type. Did you mean "integer"?`],
    ['a choice of nothing', decision.replace('a: {type: integer}', 'a: {type: choice}'), `${place} 12, clause 6.1: The fact "a" is a choice of nothing.`],
    ['a choice that offers a word twice', decision.replace('a: {type: integer}', 'a: {type: choice, of: [A, B, A]}'), `The fact "a" offers "A" twice.`],
    ['a least value above the greatest', decision.replace('{type: integer}', '{type: integer, min: 5, max: 4}'), 'The least value of "a", 5, is above the greatest, 4.'],
    ['a fact and a value of one name', decision.replace('  b: a + 1', '  a: 2\n  b: a + 1'), `${place} 14, clause 6.1: "a" is both a fact and a value of this block.`],
    ['an expression that cannot be read', decision.replace('a + 1', 'a +'), `${place} 14, clause 6.1: "a +" cannot be read`],
    ['an answer that is no value', decision.replace('gives:\n  b:', 'gives:\n  c:'), `${place} 16, clause 6.1: The answer "c" is no value of this decision.`],
    ['an example that names an unknown fact', `${decision}examples:\n  - given: {aa: 1}\n    gives: {b: 2}`, `${place} 18, clause 6.1: The example names the fact "aa", and the decision has none of that name.`],
    ['an example that names an unknown answer', `${decision}examples:\n  - given: {a: 1}\n    gives: {c: 2}`, `${place} 19, clause 6.1: The example names the answer "c"`],
    ['an example without an answer', `${decision}examples:\n  - given: {a: 1}`, `${place} 18, clause 6.1: The example does not say what comes out.`],
    ['a clause that the pack does not have', `${decision}clauses: ["6.7"]`, `${place} 17, clause 6.1: 6.7 is cited, and the pack has no such clause.`],
    ['a day that is none', `${decision}from: 2023-02-29`, `${place} 17, clause 6.1: 2023-02-29 is not a day.`],
    ['days of force the wrong way round', `${decision}from: 2023-02-01\nuntil: 2023-01-01`, `${place} 18, clause 6.1: The days of force end on 2023-01-01, before they begin on 2023-02-01.`],
    ['a condition without what holds else', decision.replace('b: a + 1', 'b: {formula: a + 1, when: a > 0}'), `"when" does not say what "b" is else.`],
    ['a value of two kinds', decision.replace('b: a + 1', 'b: {formula: a, limit: {of: a, at most: 1}}'), '"b" is both limit and formula.'],
    ['a row with too few cells', decision.replace('b: a + 1', 'b:\n    table: |\n      | a | b |\n      | 1 |'), `${place} 17, clause 6.1: The row has 1 cells, and the table has 2 columns.`],
    ['a cell that cannot be read', decision.replace('b: a + 1', 'b:\n    table: |\n      | a | b |\n      | < | 1 |'), `${place} 17, clause 6.1: The cell "<" cannot be read`],
    ['a table without output', decision.replace('b: a + 1', 'b:\n    table: |\n      | a | a |\n      | 1 | 1 |'), 'The table has no output'],
    ['a file that is not there', decision.replace('b: a + 1', 'b: {file: tables/x.csv}'), 'The pack has no file "tables/x.csv".'],
    ['a count that is none', decision.replace('b: a + 1', 'b: {deadline: {within: 5 days, after: a}}'), '"5 days" is no count of days.'],
    ['a deadline that begins nowhere', decision.replace('b: a + 1', 'b: {deadline: {within: 5 work days}}'), 'The deadline does not say from which day it counts.'],
    ['a limit without a bound', decision.replace('b: a + 1', 'b: {limit: {of: a}}'), 'The limit has no bound.'],
    ['a vote that nothing carries', decision.replace('b: a + 1', 'b: {vote: {in favor: a, carried by: many}}'), '"carried by" is "many".'],
    ['a procedure that is none', decision.replace('b: a + 1', 'b: {deadline: {procedure: ladder, step: one, after: a}}'), 'There is no procedure "ladder".'],
    ['one reading alone', decision.replace('b: a + 1', 'b:\n    readings:\n      one: {says: so, is: a}'), '"b" has only one reading.'],
    ['a ruling that names no reading', decision.replace('b: a + 1', 'b:\n    readings:\n      one: {says: so, is: a}\n      two: {says: else, is: a + 1}\n    ruling: three'), 'The ruling names the reading "three", and there is none.'],
    ['an exception to nothing', 'exception: e\nto: x.c\nwhen: a = 1\ninstead: 2', 'The exception "e" is to "x.c", and there is no such value.'],
    ['a definition with days of force', 'definition: d\nfacts: {}\nis: 1\nfrom: 2011-07-01', `${place} 12, clause 6.1: A definition has no days of force of its own`],
    ['a parameter with a day that is none', 'parameter: p\nvalues:\n  2010-13-01: $5', `${place} 11, clause 6.1: 2010-13-01 is not a day.`],
    ['a procedure that leads to no step', 'procedure: p\nsteps:\n  one: {who: she, must: answer, within: 8 work days, after: the day, if silent: two}', 'After silence "one" leads to "two", and there is no such step.'],
    ['a duty of nobody', 'duty: d\nmust: post it', `${place} 9, clause 6.1: "who" is missing.`],
    ['a key further in than its fellows', `${head}  facts: {}`, `${place} 11, clause 6.1: The text holds a colon and a space.`],
  ]
  test.each(cases)('%s', (_, block, wanted) => {
    expect(toldOf([block]).join('\n')).toContain(wanted)
  })

  test('a name that two blocks bear', () => {
    expect(toldOf([decision, decision])).toEqual([expect.stringContaining('"x" is the name of two blocks; the other stands in articles/06-rules.md, line 9.')])
  })

  test('two exceptions to one value that may hold at once', () => {
    expect(toldOf([decision, exception('one', 'a > 5'), exception('two', 'a > 7')])).toEqual([expect.stringContaining('"one" and "two" are both exceptions to "x.b" and may hold at once. Say "yields to: one"')])
    expect(toldOf([decision, exception('one', 'a > 5'), exception('two', 'a > 7', '\nyields to: one')])).toEqual([])
    expect(toldOf([decision, exception('one', 'a = 5'), exception('two', 'a = 7')])).toEqual([])
  })

  test('a line of solved cases that is none, and a case of a decision that is none', () => {
    const told = toldOf([decision], { 'examples/more.jsonl': '{"case":\n{"case": "1", "decision": "y", "input": {}, "expect": {}}\n{"case": "2", "decision": "x", "input": {"aa": 1}, "expect": {}}\n' })
    expect(told.map((line) => line.split('.')[1])).toEqual(['jsonl, line 1: The line is no JSON object', 'jsonl, line 2: There is no decision "y"', 'jsonl, line 3: The case names the fact "aa", and "x" has none of that name'])
  })

  test('a cell of a schedule that is no amount', () => {
    const block = decision.replace('b: a + 1', 'b: {schedule: {file: tables/s.csv, row: a, column: a, type: money}}')
    expect(toldOf([block], { 'tables/s.csv': 'a,1\n1,many\n' })).toEqual([expect.stringContaining('tables/s.csv, line 2, clause 6.1: The cell "many" is no money.'), expect.stringContaining('The answer "b" is no value')])
  })

  test('fewer than three examples and a number in a formula are advice', () => {
    const codes = rulesOf([decision.replace('a + 1', 'a + 176')]).problems.map((it) => it.code)
    expect(codes).toEqual(['rules/bare-number', 'rules/few-examples'])
  })

  test('a broken block does not take the others with it', () => {
    const book = rulesOf(['decision: broken\nasks: "never closed', decision, 'parameter: p\nis: $5'])
    expect(book.decisions.map((one) => one.name)).toEqual(['x'])
    expect(book.parameters.map((one) => one.name)).toEqual(['p'])
    expect(book.problems.map((it) => it.code)).toContain('rules/block')
  })
})

describe('Blocks are read', () => {
  test('a decision with its clause first, its facts, steps and answers', () => {
    const book = rulesOf([`${decision}clauses: ["10"]\nleft to people: ["good reason"]`])
    const [one] = book.decisions
    expect([one?.name, one?.kind, one?.asks, one?.clauses, one?.at, one?.leftToPeople]).toEqual(['x', 'decision', 'Which?', ['6.1', '10'], { file: 'articles/06-rules.md', line: 9, clause: '6.1' }, ['good reason']])
    expect(one?.values.map((value) => [value.name, value.kind, value.body.is === 'formula' ? value.body.text : '', value.at.line])).toEqual([['b', 'formula', 'a + 1', 14]])
    expect(book.schoolYear).toEqual({ written: 'long', beginsMonth: 7, beginsDay: 1 })
  })

  test('examples as JSON: a text that looks like a number stays a text, an amount becomes its dollars', () => {
    const block = `${head}facts:\n  room: {type: text}\n  pay: {type: money}\nvalues:\n  b: pay\ngives:\n  b: {type: money}\nexamples:\n  - given: {room: 014, pay: $1,250.50}\n    gives: {b: $1,250.50}\n  - given: {room: "7"}\n    needs: [pay]\n    as of: 2010-11-01`
    const [one] = rulesOf([block]).decisions
    expect(one?.examples.map(({ given, asOf, expect: wanted }) => ({ given, asOf, wanted }))).toEqual([
      { given: { room: '014', pay: 1250.5 }, asOf: null, wanted: { status: 'determined', value: { b: 1250.5 } } },
      { given: { room: '7' }, asOf: '2010-11-01', wanted: { status: 'needs_input', needs: [{ input: 'pay' }] } },
    ])
  })

  test('solved cases of the files stand with their decision', () => {
    const [one] = rulesOf([decision], { 'examples/more.jsonl': '{"case": "1", "decision": "x", "input": {"a": 4}, "asOf": "2010-11-01", "calendar": "c.json", "expect": {"value": {"b": 5}}, "clause": ["6.1"], "why": "one more"}\n' }).decisions
    expect(one?.examples).toEqual([{ decision: 'x', case: '1', given: { a: 4 }, asOf: '2010-11-01', calendar: 'c.json', expect: { value: { b: 5 } }, because: 'one more', at: { file: 'examples/more.jsonl', line: 1 } }])
  })

  test('a parameter in the order of its days, each with its clause', () => {
    const [one] = rulesOf(['parameter: base\nvalues:\n  2011-07-01: {is: $40,500, clause: "10"}\n  2010-07-01: $39,966\nuntil: 2013-06-30\ndoubt: Two figures.']).parameters
    expect([one?.type, one?.values.map(({ from, clause }) => [from, clause]), one?.until, one?.doubt]).toEqual([{ is: 'money' }, [['2010-07-01', '6.1'], ['2011-07-01', '10']], '2013-06-30', 'Two figures.'])
  })

  test('a procedure with its steps, and a duty without a counted day', () => {
    const book = rulesOf(['procedure: p\nextended by: agreement\nsteps:\n  one: {who: she, must: answer, within: 8 work days, after: the filing, if silent: two}\n  two: {who: he, must: appeal, within: none, after: the answer, clause: "10"}', 'duty: post\nwho: the District\nmust: post the list\nby: May 1\nbinding: false'])
    expect(book.procedures[0]?.steps.map((step) => [step.name, step.within, step.ifSilent, step.clause])).toEqual([['one', { count: 8, of: 'work days' }, 'two', '6.1'], ['two', null, null, '10']])
    expect(book.duties.map(({ name, who, must, by, binding }) => [name, who, must, by, binding])).toEqual([['post', 'the District', 'post the list', 'May 1', false]])
    expect(book.decisions).toEqual([])
  })

  test('an exception stands at the value that it defeats, and of a limit at its bound', () => {
    const limit = `${head}facts:\n  a: {type: integer}\n  music: {type: boolean}\nvalues:\n  size: {limit: {of: a, at most: 30}}\ngives:\n  within: {type: boolean, is: size.within}`
    const [one] = rulesOf([limit, 'exception: music_groups\nto: x.size\nwhen: music\ninstead: gives nothing']).decisions
    expect(one?.values.map((value) => [value.name, value.exceptions.map((exception) => exception.name)])).toEqual([['size_counted', []], ['size_limit', ['music_groups']], ['size_over', []], ['size_within', []], ['size', []]])
  })
})

function exception(name: string, when: string, more = ''): string {
  return `exception: ${name}\nto: x.b\nwhen: ${when}\ninstead: 0${more}`
}
