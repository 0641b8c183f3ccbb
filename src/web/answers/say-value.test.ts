import { describe, expect, test } from 'vitest'
import { sayDaysIn, sayShortly, sayValue, sentence } from '#web/answers/say-value.ts'

describe('values as a page says them', () => {
  test.each([
    [null, undefined, '—'],
    ['2024-12-03', undefined, 'Tuesday, December 3, 2024'],
    ['2024-13-03', undefined, '2024-13-03'],
    [1250.5, 'money', '$1,250.50'],
    [true, undefined, 'yes'],
    ['level_2_answer', undefined, 'level 2 answer'],
    ['A_1 B', undefined, 'A_1 B'],
    [[], undefined, 'none'],
    [['Ben', 'Ada'], undefined, 'Ben, Ada'],
    [['2024-12-03', '2024-12-04'], undefined, 'Tuesday, December 3, 2024; Wednesday, December 4, 2024'],
    [[{ name: 'Ada', first_paid_on: '2019-08-20' }, { name: 'Ben', first_paid_on: '2011-08-22' }], undefined, 'name Ada, first paid on Tuesday, August 20, 2019; name Ben, first paid on Monday, August 22, 2011'],
  ] as const)('%j', (value, as, words) => expect(sayValue(value, as)).toBe(words))

  test('where there is little room days go without their weekday', () => {
    expect(sayShortly('2024-12-03')).toBe('December 3, 2024')
  })

  test('days inside a sentence are said in words, and no weekday twice', () => {
    expect(sayDaysIn('Monday 2024-11-04 is 3 days before 2024-11-07.')).toBe('Monday, November 4, 2024 is 3 days before Thursday, November 7, 2024.')
  })

  test('a sentence begins large and ends with one stop', () => {
    expect([sentence('carried by half'), sentence('is it so?')]).toEqual(['Carried by half.', 'Is it so?'])
  })
})
