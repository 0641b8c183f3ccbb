import type { Core, CoreRow, CoreType, FactSlot, Mention, Program, Step } from '#rules/core/core.ts'
import { aDay, typeOfFact, yesNo } from '#rules/core/core-types.ts'
import { both, call, compared, constantNumber, ifElse, type NumberCore, product, same, scaled, sum, wholeQuotient } from '#rules/core/make-core.ts'

/** Programs made by hand from an invented agreement: a salary by class and step, a stipend for pupil load, a deadline of work days. */

export function choice(...of: string[]): CoreType {
  return { is: 'choice', of, orNull: false }
}

export function fact(name: string, type: CoreType, more: Partial<FactSlot> = {}): FactSlot {
  return { name, type, optional: false, missingMeans: undefined, judgedBy: null, ...more }
}

export function word(type: CoreType, value: string): Core {
  return { op: 'constant', value, type }
}

export function use(program: readonly FactSlot[], at: number): NumberCore {
  return { op: 'fact', at, type: program[at]?.type } as NumberCore
}

export function row(says: string, outputs: readonly Core[], tests: readonly Core[], clause: string | null = null): CoreRow {
  return { tests, outputs, clause, says }
}

export function step(name: string, type: CoreType, body: Step['bodies'][number], mentions: readonly Mention[], more: Partial<Step> = {}): Step {
  return { name, kind: body.is === 'table' ? 'table' : 'formula', clauses: ['20.1'], says: `works out ${name}`, type, bodies: [body], readings: [], mentions: [mentions], exceptions: [], when: null, ...more }
}

export function table(type: CoreType, rows: readonly CoreRow[], otherwise: readonly Core[] | null = null): Step['bodies'][number] {
  return { is: 'table', rows, otherwise, outputs: [{ name: 'value', type }] }
}

export function formula(value: Core): Step['bodies'][number] {
  return { is: 'formula', value, text: 'as written' }
}

export function program(decision: string, facts: readonly FactSlot[], steps: readonly Step[], gives: Program['gives'], more: Partial<Program> = {}): Program {
  return { decision, facts, parameters: [], steps, gives, locals: 0, warnings: [], law: [], kinds: [], ...more }
}

const at = (k: number, type: CoreType): NumberCore => ({ op: 'step', at: k, type }) as NumberCore
const dollars = (amount: number): Core => constantNumber(amount * 100, 100, true)
const count = (value: number): NumberCore => constantNumber(value, 1)
const between = (of: Core, from: number, to: number): Core => both(compared('>=', of, count(from)), compared('<=', of, count(to)))

/** Salary = base x (1 + .07 x class + .06 x step), half up to whole dollars. */
export function salaryCell(): Program {
  const degree = choice('BA', 'MA', 'DR')
  const facts = [fact('degree', degree), fact('units', typeOfFact({ is: 'integer' }, 0, null)), fact('years', typeOfFact({ is: 'integer' }, 1, null))]
  const [units, years] = [use(facts, 1), use(facts, 2)]
  const has = (name: string): Core => same({ op: 'fact', at: 0, type: degree }, word(degree, name))
  const classType: CoreType = { is: 'number', per: 1, money: false, low: 0, high: 5, orNull: false }
  const classes = table(classType, [
    row('BA, fewer than 15 units', [count(0)], [has('BA'), compared('<', units, count(15))], '20.1(a)'),
    row('BA, 15 to 29 units', [count(1)], [has('BA'), between(units, 15, 29)], '20.1(b)'),
    row('BA, 30 to 44 units', [count(2)], [has('BA'), between(units, 30, 44)], '20.1(c)'),
    row('BA, 45 units or more', [count(3)], [has('BA'), compared('>=', units, count(45))], '20.1(d)'),
    row('MA, fewer than 15 units', [count(3)], [has('MA'), compared('<', units, count(15))], '20.1(d)'),
    row('MA, 15 to 44 units', [count(4)], [has('MA'), between(units, 15, 44)], '20.1(e)'),
    row('MA, 45 units or more', [count(5)], [has('MA'), compared('>=', units, count(45))], '20.1(f)'),
    row('doctorate', [count(5)], [has('DR')], '20.1(f)'),
  ])
  const stepType: CoreType = { is: 'number', per: 1, money: false, low: 0, high: 17, orNull: false }
  const bands: [number, number, number][] = [[14, 16, 12], [17, 20, 13], [21, 24, 14], [25, 28, 15], [29, 32, 16]]
  const steps = table(stepType, [
    row('years 1 to 13: the step is the year', [sum('subtract', years, count(1), false)], [compared('<=', years, count(13))], '20.2(a)'),
    ...bands.map(([from, to, value]) => row(`years ${from} to ${to}`, [count(value)], [between(years, from, to)], '20.2(b)')),
    row('year 33 and after', [count(17)], [compared('>=', years, count(33))], '20.2(c)'),
  ])
  const index = sum('add', sum('add', constantNumber(100, 100), product(constantNumber(7, 100), at(0, classType), false), false), product(constantNumber(6, 100), at(1, stepType), false), false)
  const baseType: CoreType = { is: 'number', per: 100, money: true, low: 0, high: 1e9, orNull: false }
  const base = { op: 'parameter', at: 0, day: null, type: baseType } as unknown as NumberCore
  const salary = scaled(wholeQuotient(product(base, at(2, index.type), true), count(10000), 'half up', 1, true), 100)
  return program('salary_cell', facts, [
    step('class', classType, classes, [{ is: 'fact', at: 0 }, { is: 'fact', at: 1 }]),
    step('step', stepType, steps, [{ is: 'fact', at: 2 }], { clauses: ['20.2'] }),
    step('index', index.type, formula(index), [{ is: 'figure', name: 'per_class', value: 0.07 }, { is: 'step', at: 0 }, { is: 'figure', name: 'per_step', value: 0.06 }, { is: 'step', at: 1 }], { clauses: ['20.3'] }),
    step('salary', salary.type, formula(salary), [{ is: 'parameter', at: 0 }, { is: 'step', at: 2 }], { clauses: ['20.4'] }),
  ], [{ name: 'salary', value: at(3, salary.type), type: salary.type, mentions: [{ is: 'step', at: 3 }], as: 'money' }], {
    parameters: [{ name: 'base', type: baseType, values: [{ from: null, value: 3996600, clause: '20.4' }], until: null }],
  })
}

/** By pupils, in the second semester only. */
export function loadStipend(): Program {
  const semester = choice('first', 'second')
  const facts = [fact('semester', semester), fact('pupils', typeOfFact({ is: 'integer' }, 0, null))]
  const pupils = use(facts, 1)
  const type: CoreType = { is: 'number', per: 100, money: true, low: 0, high: 250000, orNull: false }
  const rows = table(type, [
    row('fewer than 175 pupils', [dollars(0)], [compared('<', pupils, count(175))]),
    row('175 to 178 pupils', [dollars(1000)], [between(pupils, 175, 178)], '18.4(a)'),
    row('179 to 181 pupils', [dollars(2000)], [between(pupils, 179, 181)], '18.4(b)'),
    row('more than 181 pupils', [dollars(2500)], [compared('>', pupils, count(181))], '18.4(c)'),
  ])
  const stipend = step('stipend', type, rows, [{ is: 'fact', at: 0 }, { is: 'fact', at: 1 }], { clauses: ['18.4'], when: { test: same({ op: 'fact', at: 0, type: semester }, word(semester, 'second')), otherwise: dollars(0) } })
  return program('load_stipend', facts, [stipend], [{ name: 'stipend', value: { op: 'step', at: 0, type }, type, mentions: [{ is: 'step', at: 0 }], as: 'money' }])
}

/** The n-th work day after a day. */
export function deadline(): Program {
  const facts = [fact('start', aDay), fact('n', typeOfFact({ is: 'integer' }, 1, 400))]
  const value = call('days after', aDay, [{ op: 'fact', at: 0, type: aDay }, use(facts, 1)], 'work')
  const due = step('deadline', aDay, formula(value), [{ is: 'fact', at: 0 }, { is: 'fact', at: 1 }], { clauses: ['11.3'] })
  return program('deadline', facts, [due], [{ name: 'due', value: { op: 'step', at: 0, type: aDay }, type: aDay, mentions: [{ is: 'step', at: 0 }], as: 'date' }], { kinds: ['work'] })
}

/** What only some answers ask for: two values of which each row names one or both. */
export function asksOnSomeWays(): Program {
  const kind = choice('a', 'b', 'c')
  const facts = [fact('kind', kind), fact('x', typeOfFact({ is: 'integer' })), fact('y', typeOfFact({ is: 'integer' }), { optional: true }), fact('late', yesNo, { missingMeans: false })]
  const type: CoreType = { ...typeOfFact({ is: 'integer' }), low: -4e9, high: 4e9 } as CoreType
  const need = { op: 'need', at: 2, type } as unknown as NumberCore
  const of = (at: number): NumberCore => ({ op: 'step', at, type }) as NumberCore
  const has = (name: string): Core => same({ op: 'fact', at: 0, type: kind }, word(kind, name))
  const rows = table(type, [
    row('a takes the double', [of(0)], [has('a'), compared('>', of(0), count(10))]),
    row('a with little takes the other', [of(1)], [has('a')]),
    row('b takes both', [sum('add', of(0), of(1), false)], [has('b'), compared('>', of(1), count(3))]),
  ], [count(7)])
  return program('some_ways', facts, [
    step('double', type, formula(product(use(facts, 1), count(2), false)), [{ is: 'fact', at: 1 }]),
    step('other', type, formula(sum('add', need, count(1), false)), [{ is: 'fact', at: 2 }]),
    step('picked', type, rows, [{ is: 'fact', at: 0 }, { is: 'step', at: 0 }, { is: 'step', at: 1 }], { exceptions: [{ name: 'late_ones', clauses: ['9.9'], says: 'late ones get nothing', when: { op: 'fact', at: 3, type: yesNo }, instead: count(0) }] }),
  ], [{ name: 'picked', value: ifElse({ op: 'known', at: 2, type: yesNo }, of(2), count(-1), type), type, mentions: [{ is: 'fact', at: 2 }, { is: 'step', at: 2 }], as: 'integer' }])
}
