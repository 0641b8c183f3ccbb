import { describe, expect, test } from 'vitest'
import { ruleWords } from '#web/answers/rule-words.ts'
import { askedPack, decisionOf } from '#web/answers/sample-pack.test-support.ts'

async function wordsOf(name: string, clause: string, most = 8) {
  const asked = await askedPack()
  return ruleWords(asked.loaded.rules, decisionOf(asked, name), clause, most)
}

describe('a rule in words', () => {
  test('says a vote once, not its parts one by one', async () => {
    expect((await wordsOf('bell_schedule_vote', '6.4.1')).map((it) => it.says)).toEqual(['Carried by at least 2/3 of cast, with more than 1/2 of electorate present; teachers may vote.'])
  })

  test('tells the readings of a definition that it uses, and which of them was ruled', async () => {
    const talk = (await wordsOf('grievance_filing', '3.3.1')).find((it) => it.says.startsWith('Talk days'))
    expect(talk?.under).toEqual(['Read so: the days after the request are added with the day of the talk', 'Read so: the day of the request is added too'])
    const way = (await wordsOf('bereavement_leave', '5.3')).find((it) => it.says.startsWith('Long way'))
    expect(way?.under[0]).toBe('Read so: the 300 miles are one way (so it was ruled)')
  })

  test('has the rows of a short table under it', async () => {
    const days = (await wordsOf('bereavement_leave', '5.3')).find((it) => it.says.startsWith('Days, from the table'))
    expect(days?.under).toEqual(['Not immediate family: 0', 'Immediate family and not long way: 3', 'Immediate family and long way: 5'])
  })

  test('is no longer than there is room for', async () => {
    expect(await wordsOf('class_size_pay', '4.3.4', 2)).toHaveLength(2)
  })
})
