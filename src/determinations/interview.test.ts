import { describe, expect, test } from 'vitest'
import { interview } from './interview.ts'
import { makePack } from './make-pack.test-support.ts'

const pack = makePack([`
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
      | > 174      | $1,000  |
    otherwise: $0
gives:
  stipend: {type: money}
`])

describe('an interview', () => {
  test('asks one thing at a time, in the words of the clause, until the answer is certain', () => {
    const input: Record<string, unknown> = {}
    const said: Readonly<Record<string, unknown>> = { semester: 'second', approved: true, pupil_load: 176 }
    const asked: string[] = []
    for (let next = interview(pack, { decision: 'overload_stipend', input }).next; next !== null; next = interview(pack, { decision: 'overload_stipend', input }).next) {
      asked.push(next.asks)
      input[next.input] = said[next.input]
    }
    expect(asked.toSorted()).toEqual(['Did the administration approve the load?', 'Pupil load: how many pupils?', 'Semester: first, second?'])
    expect(interview(pack, { decision: 'overload_stipend', input }).answer.value).toEqual({ stipend: 1000 })
  })

  test('stops where what is missing does not matter', () => {
    const { next, answer } = interview(pack, { decision: 'overload_stipend', input: { semester: 'first' } })
    expect([next, answer.value]).toEqual([null, { stipend: 0 }])
  })

  test('passes over what a person does not know, and ends open when nothing else is left to ask', () => {
    const question = { decision: 'overload_stipend', input: { semester: 'second', pupil_load: 176 } }
    expect(interview(pack, question).next?.input).toBe('approved')
    const { next, answer } = interview(pack, question, new Set(['approved']))
    expect([next, answer.status, answer.needs.map((need) => need.input)]).toEqual([null, 'needs_input', ['approved']])
  })
})
