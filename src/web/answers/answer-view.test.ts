import { describe, expect, test } from 'vitest'
import { pageOf } from '#web/answers/sample-pack.test-support.ts'

describe('what the page of a question shows', () => {
  test('a fact that cannot be right is named in words, at its own field', async () => {
    const page = await pageOf('salary_cell?column=C&step=99')
    expect(page.status).toBe('error')
    expect(page.says).toBe('Step must be 8 or less; it is 99.')
    expect(page.fields.find((it) => it.name === 'step')?.trouble).toBe('Step must be 8 or less; it is 99.')
    expect(page.fields.find((it) => it.name === 'column')?.trouble).toBeNull()
  })

  test('a day that is none is shown as it was written', async () => {
    const page = await pageOf('grievance_filing?knew_on=2024-02-30')
    expect(page.status).toBe('error')
    expect(page.fields[0]?.value).toBe('2024-02-30')
  })

  test('with nothing known the first question is asked, in the words of the clause', async () => {
    const page = await pageOf('grievance_filing')
    expect(page.status).toBe('needs_input')
    expect(page.next?.asks).toBe('On which day did the teacher learn of it, or should have?')
    expect(page.next?.kind).toBe('date')
    expect(page.kept).toEqual([])
  })

  test('what somebody does not know is passed over, and what is known goes along', async () => {
    const first = await pageOf('class_size_pay?grade=3')
    const second = await pageOf(`class_size_pay?grade=3&unsure=${first.next?.name}`)
    expect(second.next?.name).not.toBe(first.next?.name)
    expect(second.kept).toContainEqual(['grade', '3'])
  })

  test('a determined answer: the day first, the working with its clauses, the words left to people', async () => {
    const page = await pageOf('grievance_filing?knew_on=2024-11-04')
    expect(page.headline).toEqual({ name: 'Due by', value: 'Tuesday, December 3, 2024' })
    expect(page.values.map((it) => it.name)).toEqual(['Days added', 'Due by'])
    expect(page.working.find((it) => it.name === 'Due by')?.clause).toEqual({ anchor: '3.3.1', heading: 'Filing', path: '/read/sample/3.3.1' })
    expect(page.leftToPeople).toEqual(['should have known'])
  })

  test('a contested answer has its readings beside each other, and says which values differ', async () => {
    const page = await pageOf('grievance_filing?knew_on=2024-11-04&talk_asked_on=2024-11-06&talk_held_on=2024-11-13&filed_on=2024-12-10')
    expect(page.title).toBe('Contested')
    expect(page.readings.map((reading) => reading.values.find((it) => it.name === 'Due by'))).toEqual([
      { name: 'Due by', value: 'Monday, December 9, 2024', differs: true },
      { name: 'Due by', value: 'Tuesday, December 10, 2024', differs: true },
    ])
    expect(page.readings.map((reading) => reading.values.find((it) => it.name === 'Timely')?.value)).toEqual(['no', 'yes'])
  })

  test('the text to take away has the question, the facts, the answer, the count, the clauses and the link', async () => {
    const { text } = await pageOf('grievance_filing?knew_on=2024-11-04&asked=when')
    for (const words of ['How long does a teacher have to file a grievance', 'Monday, November 4, 2024', 'Due by: Tuesday, December 3, 2024', 'November 11, 2024: Veterans Day', '3.3.1 Filing']) expect(text).toContain(words)
    expect(text.endsWith('http://127.0.0.1:8321/answer/sample/grievance_filing?knew_on=2024-11-04')).toBe(true)
  })

  test('the order of teachers is asked for as a table, with a row more than is filled', async () => {
    const page = await pageOf('seniority_order?teachers.1.name=Ada&teachers.1.first_paid_on=2019-08-20')
    const field = page.fields.find((it) => it.name === 'teachers')
    expect(field?.kind).toBe('table')
    expect(field?.columns.map((it) => [it.label, it.kind])).toEqual([['Name', 'text'], ['First paid on', 'date']])
    expect(field?.rows).toEqual([['Ada', '2019-08-20'], ['', ''], ['', '']])
  })
})
