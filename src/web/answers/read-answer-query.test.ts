import { beforeAll, describe, expect, test } from 'vitest'
import type { Decision } from '#rules/rule-book.ts'
import { readAnswerQuery, type AnswerQuery } from '#web/answers/read-answer-query.ts'
import { askedPack, decisionOf } from '#web/answers/sample-pack.test-support.ts'

let filing: Decision
let seniority: Decision
let reopener: Decision

beforeAll(async () => {
  const asked = await askedPack()
  filing = decisionOf(asked, 'grievance_filing').decision
  seniority = decisionOf(asked, 'seniority_order').decision
  reopener = decisionOf(asked, 'yearly_reopener').decision
})

function read(decision: Decision, search: string): AnswerQuery {
  const query = readAnswerQuery(decision, search)
  if ('refused' in query) throw new Error(query.refused)
  return query
}

describe('an address that asks what no question asks is refused in words', () => {
  test.each([
    ['a name that is no fact', 'salary=1', 'which the question does not ask about'],
    ['a name that every object has', '__proto__=1', 'which the question does not ask about'],
    ['a row of a fact that is no table', 'knew_on.1.name=x', 'no such row or column'],
    ['the same fact twice', 'knew_on=2024-11-04&knew_on=2024-11-05', 'more than once'],
    ['a sign that nobody can see', 'knew_on=2024%00-11-04', 'cannot be read'],
    ['a value as long as a page', `knew_on=${'9'.repeat(201)}`, 'too long'],
    ['a name as long as a page', `${'n'.repeat(121)}=1`, 'longer than any fact has'],
    ['a whole book', `knew_on=${'9'.repeat(12_001)}`, 'longer than any question'],
    ['thousands of parameters', 'a=1&'.repeat(700), 'more facts than any question'],
  ])('%s', (_says, search, words) => {
    const query = readAnswerQuery(filing, search)
    expect('refused' in query ? query.refused : '').toContain(words)
  })

  test.each(['teachers.0.name=Ada', 'teachers.61.name=Ada', 'teachers.1.age=40', 'teachers.1=Ada', 'teachers.1.name.x=Ada'])('%s, of a table', (search) => {
    expect(readAnswerQuery(seniority, search)).toHaveProperty('refused')
  })

  test('and what it says of the address holds no sign that could act', () => {
    const query = readAnswerQuery(filing, `${encodeURIComponent('<script>alert(1)</script>')}=1`)
    expect('refused' in query ? query.refused : '').not.toMatch(/[<>]/)
  })
})

describe('facts are read', () => {
  test('a day stays as it was written; what is wrong with it is for the rules to say', () => {
    expect(read(filing, 'knew_on=2024-11-04').input).toEqual({ knew_on: '2024-11-04' })
    expect(read(filing, 'knew_on=soon').input).toEqual({ knew_on: 'soon' })
  })

  test('an empty field is not known, and makes the address untidy', () => {
    const query = read(filing, 'knew_on=2024-11-04&filed_on=&asOf=')
    expect(query.input).toEqual({ knew_on: '2024-11-04' })
    expect(query.untidy).toBe(true)
    expect(query.params).toEqual([['knew_on', '2024-11-04']])
  })

  test('a list has one a line, and "none" is a list that is known to be empty', () => {
    expect(read(reopener, 'articles=4%0A%0A5').input).toEqual({ articles: [4, 5] })
    expect(read(reopener, 'articles=none').input).toEqual({ articles: [] })
  })

  test('a table has its cells by row and column; rows left empty fall away', () => {
    const query = read(seniority, 'teachers.1.name=Ada&teachers.1.first_paid_on=2019-08-20&teachers.4.name=Ben&teachers.4.first_paid_on=2011-08-22')
    expect(query.input).toEqual({ teachers: [{ name: 'Ada', first_paid_on: '2019-08-20' }, { name: 'Ben', first_paid_on: '2011-08-22' }] })
  })

  test('who does not know something says so, of as many facts as they like', () => {
    expect([...read(filing, 'unsure=knew_on&unsure=filed_on').unsure]).toEqual(['knew_on', 'filed_on'])
  })
})
