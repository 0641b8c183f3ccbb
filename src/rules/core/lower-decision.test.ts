import { describe, expect, test } from 'vitest'
import { ask, programOf, refusalsOf, rulesOf } from '#rules/run/ask-rules.test-support.ts'

/** A decision of one value `x`. */
function formula(facts: string, is: string, gives = 'integer', more = ''): string {
  return `decision: question\nasks: What is it?\nfacts: ${facts}\nvalues:\n  x: '${is}'\n${more}gives:\n  x: {type: ${gives}}\n`
}

/** A decision that adds a fact to what another gives. */
function other(name: string, asks: string): string {
  return `decision: ${name}\nasks: What?\nfacts: {n: {type: integer}}\nvalues:\n  x: ${asks}.x + n\ngives:\n  x: {type: integer}\n`
}

function round(how: string, value: number): unknown {
  return (ask(programOf([formula('{v: {type: decimal, decimals: 1}}', `${how}(v${how === 'floor' || how === 'ceiling' ? '' : ', 0'})`)]), { v: value }) as { x: number }).x
}

describe('what is refused, with what to do', () => {
  test('a name that nothing has', () => {
    expect(refusalsOf(formula('{pupil_load: {type: integer}}', 'pupil_laod + 1')).join('\n')).toContain('Nothing is named "pupil_laod" here. Did you mean "pupil_load"?')
  })

  test('a number compared with an amount of money', () => {
    expect(refusalsOf(formula('{pupils: {type: integer}}', 'if pupils > $1,000 then 1 else 2')).join('\n')).toContain('pupils (integer) is compared with $1,000 (money).')
  })

  test('money and a number added', () => {
    expect(refusalsOf(formula('{pay: {type: money}, hours: {type: integer}}', 'pay + hours', 'money')).join('\n')).toContain('money is added to integer')
  })

  test('money by money, a number by money, days added', () => {
    expect(refusalsOf(formula('{pay: {type: money}}', 'pay * pay', 'money')).join('\n')).toContain('An amount of money is multiplied by an amount of money.')
    expect(refusalsOf(formula('{pay: {type: money}}', '2 / pay', 'decimal')).join('\n')).toContain('A number is divided by an amount of money.')
    expect(refusalsOf(formula('{on: {type: date}}', 'on + 5', 'date')).join('\n')).toContain('Use `add days(day, n)`')
  })

  test('parts of a cent, and an integer with decimals', () => {
    expect(refusalsOf(formula('{pay: {type: money}}', 'pay / 3', 'money')).join('\n')).toContain('is money and may have parts of a cent. Round it where the clause rounds: `round half up(x, 2)`.')
    expect(refusalsOf(formula('{hours: {type: decimal, decimals: 2}}', 'hours * 2')).join('\n')).toContain('The answer x is an integer and may have decimals.')
  })

  test('an answer of another type', () => {
    expect(refusalsOf(formula('{on: {type: date}}', 'on')).join('\n')).toContain('The answer x is declared as integer and is date.')
  })

  test('a word that is none of the choices', () => {
    expect(refusalsOf(formula('{semester: {type: choice, of: [first, second]}}', 'if semester = secnd then 1 else 2')).join('\n')).toContain('"secnd" is none of the choices first, second. Did you mean "second"?')
  })

  test('a value that may be null and was not asked', () => {
    const blocks = `decision: question\nasks: What?\nfacts: {n: {type: integer}}\nvalues:\n  over: "if n > 2 then n else null"\n  x: over + 1\ngives:\n  x: {type: integer}\n`
    expect(refusalsOf(blocks).join('\n')).toContain('over may be null here (it is integer or null). Ask first: `if over = null then … else …`')
  })

  test('branches of two types', () => {
    expect(refusalsOf(formula('{n: {type: integer}}', 'if n > 2 then n else $5')).join('\n')).toContain('The branches of this if differ in type: integer and money.')
  })

  test('values that go round', () => {
    expect(refusalsOf(`decision: question\nasks: What?\nfacts: {n: {type: integer}}\nvalues:\n  x: y + n\n  y: x + n\ngives:\n  x: {type: integer}\n`).join('\n')).toContain('is worked out from itself')
  })

  test('a decision that asks itself, straight or by way of another', () => {
    expect(refusalsOf(`decision: due\nasks: What?\nfacts: {n: {type: integer}}\nvalues:\n  x: due.x + n\ngives:\n  x: {type: integer}\n`).join('\n')).toContain('due asks itself.')
    expect(refusalsOf(other('one', 'two'), other('two', 'one')).join('\n')).toContain('one asks itself, by way of two.')
  })

  test('an answer that is worked out from itself', () => {
    expect(refusalsOf(`decision: question\nasks: What?\nfacts: {n: {type: integer}}\ngives:\n  x: {type: integer, is: x + n}\n`).join('\n')).toContain('the answer x asks itself')
  })

  test('a gap in a table, with its line and an example', () => {
    const block = `decision: question\nasks: What?\nfacts: {n: {type: integer, min: 0}}\nvalues:\n  x:\n    table: |\n      | n     | x |\n      | < 10  | 1 |\n      | > 10  | 2 |\ngives:\n  x: {type: integer}\n`
    const problem = rulesOf(block).problems[0]
    expect(problem).toMatchObject({ code: 'rules/table-gap', where: { clause: '6.4.1' } })
    expect(problem?.what).toContain('10')
  })

  test('a definition whose fact the decision lacks', () => {
    const definition = `definition: double\nfacts: {n: {type: integer}}\nis: n * 2\n`
    expect(refusalsOf(definition, formula('{m: {type: integer}}', 'double')).join('\n')).toContain('double asks for "n", and this rule has no fact or value of that name.')
    expect(refusalsOf(definition, formula('{m: {type: integer}}', 'double(k: m)')).join('\n')).toContain('double(…) is called without "n".')
  })

  test('division by a written nothing', () => {
    expect(refusalsOf(formula('{n: {type: integer}}', 'n / 0', 'decimal')).join('\n')).toContain('Something is divided by 0.')
  })

  test('a broken value is told once and does not hide the others', () => {
    const found = refusalsOf(`decision: question\nasks: What?\nfacts: {n: {type: integer}}\nvalues:\n  a: nothing_here\n  b: a + 1\n  c: neither_here\n  x: b + c\ngives:\n  x: {type: integer}\n`)
    expect(found.filter((it) => it.includes('Nothing is named'))).toHaveLength(2)
  })
})

describe('numbers are exact', () => {
  test('0.07 c + 0.06 s as written: D/10 is $69,941 (26.1.8.1)', () => {
    const program = programOf([formula('{c: {type: integer, min: 0, max: 5}, s: {type: integer, min: 0, max: 17}, base: {type: money}}', 'round half up((1 + 0.07 * c + 0.06 * s) * base, 0)', 'money')])
    expect(ask(program, { c: 3, s: 9, base: 3996600 })).toEqual({ x: 69941 })
    expect(program.steps.every((step) => JSON.stringify(step).includes('checked') === false || step.type.is === 'number')).toBe(true)
  })

  test('every base from 30,000 to 59,999 by every cell of the schedule, against whole hundredths', () => {
    const program = programOf([formula('{c: {type: integer, min: 0, max: 5}, s: {type: integer, min: 0, max: 17}, base: {type: money}}', 'round half up((1 + 0.07 * c + 0.06 * s) * base, 0)', 'money')])
    for (let base = 30000; base < 60000; base += 499) {
      for (let cell = 0; cell < 108; cell++) {
        const [c, s] = [cell % 6, Math.floor(cell / 6)]
        const hundredths = base * (100 + 7 * c + 6 * s)
        expect(ask(program, { c, s, base: base * 100 })).toEqual({ x: Math.floor((hundredths + 50) / 100) })
      }
    }
  })

  test('a fraction is kept until it is rounded', () => {
    const program = programOf([formula('{hours: {type: decimal, decimals: 2}, full: {type: decimal, decimals: 2}, pay: {type: money}}', 'round half up(pay * hours / full, 2)', 'money')])
    // $1,000.00 × 1/3 = $333.33; × 2/3 = $666.67
    expect(ask(program, { hours: 100, full: 300, pay: 100000 })).toEqual({ x: 333.33 })
    expect(ask(program, { hours: 200, full: 300, pay: 100000 })).toEqual({ x: 666.67 })
    expect(ask(program, { hours: 200, full: 0, pay: 100000 })).toEqual({ trouble: 'divided by nothing' })
  })

  test('a fraction kept in a value compares as a fraction, whatever its signs', () => {
    const program = programOf([`decision: question\nasks: What?\nfacts: {a: {type: integer}, b: {type: integer}}\nvalues:\n  share: a / b\n  x: "if share < 1/3 then 1 else if share = 1/3 then 2 else 3"\ngives:\n  x: {type: integer}\n`])
    expect(ask(program, { a: 1, b: 3 })).toEqual({ x: 2 })
    expect(ask(program, { a: -1, b: -3 })).toEqual({ x: 2 })
    expect(ask(program, { a: 333333333, b: 1000000000 })).toEqual({ x: 1 })
    expect(ask(program, { a: 333333334, b: 1000000000 })).toEqual({ x: 3 })
    expect(ask(program, { a: 1, b: -3 })).toEqual({ x: 1 })
    expect(ask(program, { a: 1, b: 0 })).toEqual({ trouble: 'divided by nothing' })
  })

  test('roundings go away from zero or toward it as FEEL says', () => {
    const table: readonly (readonly [string, readonly number[]])[] = [
      ['round half up', [3, 3, -3, -3, 2]],
      ['round half down', [2, 3, -2, -3, 2]],
      ['round half even', [2, 3, -2, -3, 2]],
      ['round up', [3, 3, -3, -3, 3]],
      ['round down', [2, 2, -2, -2, 2]],
      ['floor', [2, 2, -3, -3, 2]],
      ['ceiling', [3, 3, -2, -2, 3]],
    ]
    for (const [how, expected] of table) expect([25, 26, -25, -26, 24].map((value) => round(how, value)), how).toEqual(expected)
  })

  test('rounding to a step, and before the point', () => {
    expect(ask(programOf([formula('{v: {type: decimal, decimals: 2}}', 'round up to(v, 0.5)', 'decimal')]), { v: 101 })).toEqual({ x: 1.5 })
    expect(ask(programOf([formula('{v: {type: integer}}', 'round half up(v, -2)')]), { v: 1250 })).toEqual({ x: 1300 })
  })

  test('what stands above and below a fraction is taken out before it grows', () => {
    // $50,000 raised by half of one percent three times: 50,000 × 1.015075125 = $50,753.76 (rounded up from 50,753.75625).
    const program = programOf([formula('{pay: {type: money}}', 'round half up(pay * 1005 ** 3 / 1000 ** 3, 2)', 'money')])
    expect(ask(program, { pay: 5_000_000 })).toEqual({ x: 50753.76 })
  })

  test('a figure that grows too large is a trouble, never a wrong figure', () => {
    const program = programOf([formula('{a: {type: integer}, b: {type: integer}}', 'a * b * 2')])
    expect(ask(program, { a: 3, b: 4 })).toEqual({ x: 24 })
    expect(ask(program, { a: 1e9, b: 1e9 })).toEqual({ trouble: 'too large' })
  })
})
