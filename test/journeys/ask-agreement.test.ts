import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axeFindings, openRoom, type OpenRoom } from './open-room.ts'

/** A member asks the agreement a question, in a real browser against a really started server. */

let room: OpenRoom
let page: Page

beforeAll(async () => {
  room = await openRoom()
  page = await room.page({ viewport: { width: 1440, height: 900 } })
})
afterAll(() => room.close())

const phone = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 }
const contested = '/answer/sample/grievance_filing?knew_on=2024-11-04&talk_asked_on=2024-11-06&talk_held_on=2024-11-13&filed_on=2024-12-10'
const determined = '/answer/sample/grievance_filing?knew_on=2024-11-04'

describe('how long do I have to file a grievance?', () => {
  test('is asked beside the text, answered after one question, and leads to its clause', async () => {
    await page.goto('/read/sample/3.3.1')
    await page.locator('.margin').getByLabel('Ask this agreement').fill('how long do I have to file a grievance?')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'How long does a teacher have to file a grievance' }).waitFor()
    await page.getByRole('form', { name: 'The next question' }).getByLabel('On which day did the teacher learn of it').fill('2024-11-04')
    await page.getByRole('button', { name: 'Answer', exact: true }).click()
    await page.waitForURL('**/answer/sample/grievance_filing?knew_on=2024-11-04')
    expect(await page.locator('.headline').innerText()).toContain('Tuesday, December 3, 2024')
    expect(await page.locator('.days .last').innerText()).toBe('3')
    expect(await page.locator('.day-words').innerText()).toContain('November 11, 2024: Veterans Day')
    await page.locator('.working').getByRole('link', { name: '3.3.1' }).click()
    await page.waitForURL('**/read/sample/3.3.1')
    await page.locator('[data-at="3.3.1"].now').waitFor()
    await page.goBack()
    await page.locator('.headline').waitFor()
  })

  test('the clause has it in its margin, with examples that lead to their answers', async () => {
    await page.goto('/read/sample/3.3.1')
    const card = page.locator('.margin .card.answers')
    await card.waitFor()
    await card.locator('.examples a').first().click()
    await page.waitForURL(`**${determined}`)
  })

  test('other clauses get theirs as one comes to them', async () => {
    await page.goto('/read/sample/3.3.1')
    await page.locator('.margin .card.answers').waitFor()
    await page.locator('[data-at="3.4.3"] a.ref').first().click()
    await page.waitForURL('**/read/sample/3.5')
    await page.goto('/read/sample/4.1')
    await page.locator('.margin').getByRole('link', { name: 'May a full-time teacher be asked to work this long?' }).waitFor()
  })

  test('is copied as text, with citations and the link', async () => {
    await page.goto(determined)
    await page.getByRole('button', { name: 'Copy as text' }).click()
    await page.getByText('Copied, with its citations.').waitFor()
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(copied).toContain('Due by: Tuesday, December 3, 2024')
    expect(copied).toContain('3.3.1 Filing')
    expect(copied.endsWith(room.url + determined)).toBe(true)
  })

  test('prints', async () => {
    await page.goto(determined)
    expect((await page.pdf()).length).toBeGreaterThan(10_000)
  })
})

describe('what is not certain', () => {
  test('a contested case shows both readings side by side', async () => {
    await page.goto(contested)
    const cards = page.locator('.reading-card')
    expect(await cards.count()).toBe(2)
    expect(await cards.nth(0).innerText()).toContain('Monday, December 9, 2024')
    expect(await cards.nth(1).innerText()).toContain('Tuesday, December 10, 2024')
    const [left, right] = [await cards.nth(0).boundingBox(), await cards.nth(1).boundingBox()]
    expect(left?.y).toBe(right?.y)
  })

  test('unsure wording offers the nearest questions, and no answer', async () => {
    await page.goto('/ask/sample')
    await page.getByLabel('Your question, in your own words').fill('days of leave')
    await page.getByRole('button', { name: 'Ask' }).click()
    await page.getByRole('heading', { name: 'Do you mean one of these?' }).waitFor()
    expect(await page.locator('.nearest .questions a').count()).toBe(3)
  })

  test('a hostile address is refused in words', async () => {
    const answer = await page.goto('/answer/sample/grievance_filing?knew_on=%3Cscript%3Ealert(1)%3C%2Fscript%3E')
    expect(answer?.status()).toBe(400)
    expect(await page.locator('.answer').innerText()).toContain('Something in the question cannot be right')
  })
})

describe('for everybody', () => {
  test('without any script: asked, answered, read', async () => {
    const plain = await room.page({ javaScriptEnabled: false, viewport: { width: 1440, height: 900 } })
    await plain.goto('/ask/sample')
    await plain.getByLabel('Your question, in your own words').fill('how long do I have to file a grievance?')
    await plain.getByRole('button', { name: 'Ask' }).click()
    await plain.getByRole('form', { name: 'The next question' }).getByLabel('On which day').fill('2024-11-04')
    await plain.getByRole('button', { name: 'Answer', exact: true }).click()
    expect(await plain.locator('.headline').innerText()).toContain('Tuesday, December 3, 2024')
    await plain.getByText('The answer as text with citations').click()
    expect(await plain.locator('.as-text').innerText()).toContain('3.3.1 Filing')
    expect(await plain.getByRole('button', { name: 'Copy as text' }).isVisible()).toBe(false)
  })

  test('by keyboard alone: a yes-or-no question is one key, and "I do not know" goes on', async () => {
    await page.goto('/answer/sample/bereavement_leave')
    await page.getByRole('button', { name: 'Yes', exact: true }).focus()
    await page.keyboard.press('Enter')
    await page.waitForURL('**immediate_family=yes')
    await page.getByRole('button', { name: 'I do not know' }).focus()
    await page.keyboard.press('Enter')
    await page.waitForURL('**unsure=**')
  })

  test('on a phone the answer stands in the notes of its clause, and nothing is wider than the window', async () => {
    const small = await room.page(phone)
    await small.goto(`${room.url}/read/sample/3.3.1`)
    await small.locator('html[data-alive]').waitFor({ state: 'attached' })
    await small.getByRole('button', { name: 'Answers and notes' }).tap()
    await small.getByRole('dialog').getByRole('link', { name: 'Answer it' }).first().tap()
    await small.waitForURL('**/answer/sample/grievance_filing')
    for (const path of [contested, '/ask/chaffey-2010', '/answer/sample/seniority_order', '/answer/chaffey-2010/salary_cell?class=D&step=10', '/answer/pleasant-valley-2015/elementary_class_size']) {
      await small.goto(room.url + path)
      expect([path, await small.evaluate(() => document.documentElement.scrollWidth <= innerWidth)]).toEqual([path, true])
    }
  })

  test.each([
    ['a wide window by day', [], { viewport: { width: 1440, height: 900 }, colorScheme: 'light' as const }],
    ['a wide window by night', ['color-contrast'], { viewport: { width: 1440, height: 900 }, colorScheme: 'dark' as const }],
    ['a phone by day', [], { ...phone, colorScheme: 'light' as const }],
    ['a phone by night', ['color-contrast'], { ...phone, colorScheme: 'dark' as const }],
  ])('axe finds nothing on any page, in %s', async (_says, rules, options) => {
    const eyes = await room.page(options)
    // Colors are all that night changes: fewer pages show them all.
    const everywhere = [contested, '/answer/sample/bereavement_leave', '/answer/sample/salary_cell?column=C&step=99']
    const byDay = [determined, '/answer/sample/seniority_order?teachers.1.name=Ada&teachers.1.first_paid_on=2019-08-20&lot=May+6', '/ask/sample?q=days+of+leave', '/read/sample/3.3.1']
    for (const path of rules.length > 0 ? everywhere : [...everywhere, ...byDay]) {
      await eyes.goto(room.url + path)
      await eyes.locator('html[data-alive]').waitFor({ state: 'attached' })
      expect([path, await axeFindings(eyes, rules)]).toEqual([path, []])
    }
  })
})

test('nothing went wrong unseen in any of these pages', () => {
  expect(room.troubles).toEqual([])
})
