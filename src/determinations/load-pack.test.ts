import { describe, expect, test } from 'vitest'
import { loadPack } from './load-pack.ts'
import { makePack } from './make-pack.test-support.ts'

const counting = (kind: string): string => `
decision: filing
asks: What is the last day?
facts:
  knew_on: {type: date}
values:
  due_by: {deadline: {within: 2 ${kind} days, after: knew_on}}
gives:
  due_by: {type: date}
`

const usingBase = (name: string): string => `
decision: ${name}
asks: What is it?
facts: {}
gives:
  answer: {type: integer, is: "base(units: 1)"}
`

describe('what is wrong with a pack', () => {
  test('without a readable agreement.yaml there is no pack', () => {
    const loaded = loadPack(new Map([['articles/01-a.md', '# Article 1: A']]))
    expect(loaded.ok ? null : loaded.problem.code).toBe('pack/no-manifest')
  })

  test('a rule with an error is told with file, line and clause, and the others can be asked', () => {
    const pack = makePack([counting('work'), counting('work').replace('filing', 'wrong').replace('after: knew_on', 'after: knew_onn')], {}, true)
    const told = pack.problems.filter((it) => !it.code.includes('example'))
    expect(told).toEqual([expect.objectContaining({ where: { file: 'articles/06-rules.md', line: expect.any(Number) as number, clause: '6.4.2' } })])
    expect(told[0]?.what).toContain('knew_onn')
    expect([...pack.decisions].map(([name, { program }]) => [name, program !== null])).toEqual([['filing', true], ['wrong', false]])
  })

  test('a mistake in a definition is told once, however many decisions use it', () => {
    const pack = makePack(['definition: base\nfacts:\n  units: {type: integer}\nis: unitss + 1', usingBase('one'), usingBase('two')], {}, true)
    expect(pack.problems.filter((it) => it.what.includes('unitss'))).toHaveLength(1)
  })

  test('a kind of day that is nearly one of the calendar is a mistake; another may come with each case', () => {
    const calendars = { 'calendars/2010-2011.yaml': 'school year: 2010-2011\n' }
    expect(makePack([counting('office')], {}, true).problems.filter((it) => it.code === 'rules/unknown-kind-of-day')).toEqual([])
    expect(makePack([counting('calender')], calendars, true).problems.filter((it) => it.code === 'rules/unknown-kind-of-day').map((it) => it.next)).toEqual(['Did you mean calendar?'])
  })
})
