import { describe, expect, test } from 'vitest'
import type { DayCell } from '#web/answers/answer-shapes.ts'
import { pageOf } from '#web/answers/sample-pack.test-support.ts'

function daysThatAre(is: DayCell['is'], months: readonly { readonly weeks: readonly (readonly DayCell[])[] }[]): number[][] {
  return months.map((month) => month.weeks.flat().filter((cell) => cell.is === is && cell.day > 0).map((cell) => cell.day))
}

describe('the days counted from November 4, 2024', () => {
  test('are drawn on November and December, each day as a finger would find it', async () => {
    const [account] = (await pageOf('grievance_filing?knew_on=2024-11-04')).accounts
    const months = account?.months ?? []
    expect(months.map((it) => it.title)).toEqual(['November 2024', 'December 2024'])
    expect(daysThatAre('event', months)).toEqual([[4], []])
    expect(daysThatAre('counted', months)).toEqual([[5, 6, 7, 8, 12, 13, 14, 15, 18, 19, 20, 21, 22], [2]])
    expect(daysThatAre('skipped', months)).toEqual([[11, 25, 26, 27, 28, 29], []])
    expect(daysThatAre('last', months)).toEqual([[], [3]])
  })

  test('November 1, 2024 was a Friday: five places are empty before it, and every week has seven', async () => {
    const [account] = (await pageOf('grievance_filing?knew_on=2024-11-04')).accounts
    const [november] = account?.months ?? []
    expect(november?.weeks[0]?.map((it) => it.day)).toEqual([0, 0, 0, 0, 0, 1, 2])
    expect(november?.weeks.every((week) => week.length === 7)).toBe(true)
  })

  test('and told in words, days in a row with one reason as one stretch', async () => {
    const [account] = (await pageOf('grievance_filing?knew_on=2024-11-04')).accounts
    expect(account?.says).toBe('15 Article 3 days after Monday, November 4, 2024 is Tuesday, December 3, 2024')
    expect(account?.skipped).toEqual(['November 11, 2024: Veterans Day', 'November 25 to 27, 2024: Thanksgiving week', 'November 28, 2024: Thanksgiving Day', 'November 29, 2024: Thanksgiving week'])
  })

  test('a stretch that is counted through begins with a day that counts', async () => {
    const page = await pageOf('grievance_filing?knew_on=2024-11-04&talk_asked_on=2024-11-06&talk_held_on=2024-11-13')
    const talk = page.accounts.find((it) => it.says.startsWith('4 '))
    expect(daysThatAre('counted', talk?.months ?? [])).toEqual([[7, 8, 12]])
    expect(daysThatAre('last', talk?.months ?? [])).toEqual([[13]])
  })
})
