import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { axeFindings, dropFile, nextSample, openRoom, sample, type OpenRoom } from './open-room.ts'

/** Whole stories through the reading room, in a real browser against a really started server. */

let room: OpenRoom
let page: Page
let book = ''
let next = ''

beforeAll(async () => {
  room = await openRoom()
  page = await room.page({ viewport: { width: 1440, height: 900 } })
})
afterAll(() => room.close())

const phone = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 }

async function bring(path: string, name: string): Promise<string> {
  await page.goto('/')
  await page.getByRole('heading', { name: /Bring/ }).waitFor()
  await alive(page)
  await dropFile(page, path, name)
  const read = page.getByRole('link', { name: 'Read it', exact: true })
  await read.waitFor()
  return (await read.getAttribute('href'))?.split('/')[2] ?? ''
}

/** The page answers to the hand: its script has taken over. */
async function alive(it: Page): Promise<void> {
  await it.locator('html[data-alive]').waitFor({ state: 'attached' })
}

/** The clause at the top of the text, by where it stands in the window. */
function topOf(anchor: string): Promise<number> {
  return page.locator(`[data-at="${anchor}"]`).evaluate((it) => it.getBoundingClientRect().top)
}

describe('an agreement is brought and read', () => {
  test('a file that cannot be read says so and what to do, and can be forgotten', async () => {
    await page.goto('/')
    await alive(page)
    await page.setInputFiles('input[type=file]', { name: 'photo.gif', mimeType: 'image/gif', buffer: Buffer.from('GIF89a\u0001\u0000\u0001\u0000') })
    await page.getByText('It could not be read.').waitFor()
    expect((await page.getByRole('alert').innerText()).length).toBeGreaterThan(30)
    await page.getByRole('button', { name: 'Forget it' }).click()
    await page.getByText('photo.gif').waitFor({ state: 'detached' })
  })

  test('a dropped file comes onto the shelf with a report of how it was read', async () => {
    book = await bring(sample, 'lakeside.txt')
    expect(book).toMatch(/^[0-9a-f]{12}$/)
    await page.getByRole('link', { name: 'How it was read' }).first().click()
    await page.getByRole('heading', { name: 'How it was read' }).waitFor()
    expect(await page.locator('.figures').innerText()).toMatch(/articles\s*6\b/)
  })

  test('the same file brought again is known, not doubled', async () => {
    await page.goto('/')
    await alive(page)
    await dropFile(page, sample, 'another-name.txt')
    await page.getByText('It was on the shelf already.').waitFor()
    expect(await page.locator(`.book-title[href="/read/${book}"]`).count()).toBe(1)
  })

  test('a clause has an address that can be sent, and opens with that clause on top and chosen', async () => {
    await page.goto(`/read/${book}/2.3`)
    await page.locator('[data-at="2.3"].now').waitFor()
    const top = await topOf('2.3')
    expect(top).toBeGreaterThan(50)
    expect(top).toBeLessThan(140)
    expect(await page.locator('.margin').innerText()).toContain('2.3')
  })

  test('a link in the text jumps, and the chip brings one back to where one was', async () => {
    await page.goto(`/read/${book}/2.2`)
    await page.locator('[data-at="2.2"].now').waitFor()
    const before = await topOf('2.2')
    await page.locator('[data-at="2.2"] a.ref').first().click()
    await page.locator('[data-at="1.3"].now').waitFor()
    await page.waitForURL(`**/read/${book}/1.3`)
    await page.getByRole('button', { name: 'Back to 2.2' }).click()
    await page.waitForURL(`**/read/${book}/2.2`)
    await page.waitForTimeout(150)
    expect(Math.abs((await topOf('2.2')) - before)).toBeLessThan(4)
  })

  test('a defined word shows what it means on hover and by keyboard, and Esc closes it', async () => {
    await page.goto(`/read/${book}/3.4`)
    const term = page.locator('[data-leaf="3"] a.term').first()
    await term.waitFor()
    await alive(page)
    await term.hover()
    await page.locator('.popup').waitFor()
    await page.keyboard.press('Escape')
    await page.locator('.popup').waitFor({ state: 'detached' })
    await page.mouse.move(0, 0)
    await page.keyboard.press('Tab')
    await term.focus()
    await page.locator('.popup').waitFor()
  })

  test('the other articles come as one scrolls to them, and the address keeps up', async () => {
    await page.goto(`/read/${book}/1.1`)
    await page.locator('[data-leaf="6"]').waitFor({ state: 'attached' })
    await alive(page)
    await page.locator('[data-leaf="6"]').evaluate((it) => it.scrollIntoView())
    await page.locator('[data-leaf="6"] [data-leaf-text]').waitFor()
    await page.mouse.move(700, 500)
    await page.mouse.wheel(0, 200)
    await page.waitForFunction(() => /\/6\./.test(location.pathname))
    expect(await page.locator('.tree [aria-current]').getAttribute('data-node')).toMatch(/^6/)
  })
})

describe('words are found', () => {
  test('as one types, by arrows and Enter, with the words marked in the clause', async () => {
    await page.goto(`/read/${book}`)
    await alive(page)
    await page.keyboard.press('/')
    await page.keyboard.type('saving clause')
    await page.getByRole('option', { name: /Saving Clause/ }).first().waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForURL(`**/read/${book}/1.4**`)
    await page.locator('[data-at="1.4"].now').waitFor()
    expect(await page.evaluate(() => CSS.highlights.get('found')?.size ?? 0)).toBeGreaterThan(1)
  })

  test('over every agreement, on a page that can be sent', async () => {
    await page.goto('/search?q=class+size')
    expect(await page.getByRole('heading', { level: 2 }).count()).toBeGreaterThan(1)
    await page.locator('.found a').first().click()
    await page.waitForURL('**/read/**')
  })

  test('nothing found says what to try', async () => {
    await page.goto('/search?q=zzyzxqq')
    expect(await page.getByText('Nothing found. Try fewer words').isVisible()).toBe(true)
  })
})

describe('what is taken away', () => {
  test('a citation with the words, the agreement, article, clause, dates and the link', async () => {
    await page.goto(`/read/${book}/2.3`)
    await page.locator('[data-at="2.3"].now').waitFor()
    await page.locator('.margin').getByRole('button', { name: 'Copy with citation' }).click()
    await page.locator('.margin').getByText('Copied, with its citation.').waitFor()
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(copied.replace(/\s+/g, ' ')).toBe(
      `“"Daily rate" means a teacher's yearly salary under Appendix A divided by 184.” — Lakeside Unified School District, Article 2, Definitions, clause 2.3, in force July 1, 2024 to June 30, 2027 ${room.url}/read/${book}/2.3`,
    )
  })

  test('the whole text on paper', async () => {
    await page.goto(`/print/${book}`)
    const paper = await page.pdf()
    expect(paper.length).toBeGreaterThan(20_000)
    expect(Buffer.from(paper.subarray(0, 5)).toString()).toBe('%PDF-')
    const text = await page.locator('main').innerText()
    expect(text).toContain('Daily rate')
    expect(text).toContain('Teacher Work Days')
  })

  test('the list of what to check, by kind', async () => {
    await page.goto(`/lint/${book}`)
    await page.getByRole('heading', { name: 'To check in the document' }).waitFor()
  })
})

describe('two editions side by side', () => {
  test('show what was reworded word by word, and lead to the clauses', async () => {
    next = await bring(nextSample, 'lakeside-next.txt')
    await page.goto(`/compare/${book}/${next}`)
    await page.locator('.row').first().waitFor()
    const changed = page.locator('.row', { hasText: 'goes on from year to year' })
    expect(await changed.locator('del').first().innerText()).toContain('2024')
    expect(await changed.locator('ins').first().innerText()).toContain('2027')
    await page.getByLabel('In one column').check()
    expect(await page.locator('.rows[data-inline]').count()).toBe(1)
    await page.locator('.side-head a').first().click()
    await page.waitForURL('**/read/**')
  })

  test('on one subject, with the files to save', async () => {
    await page.goto('/compare')
    await alive(page)
    await page.getByLabel('The earlier, or one').selectOption(book)
    await page.getByLabel('The later, or another').selectOption('pleasant-valley-2015')
    await page.getByLabel('On one subject').fill('class size')
    await page.getByRole('button', { name: 'Compare' }).click()
    await page.getByText(/On class size:/).waitFor()
    expect(await page.locator('.row').count()).toBeGreaterThan(1)
  })
})

describe('by keyboard alone', () => {
  test('the first Tab offers to skip to the text', async () => {
    await page.goto(`/read/${book}`)
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the text')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('text')
  })

  test('arrows walk the contents, open and close them, and Enter goes there', async () => {
    await page.goto(`/read/${book}/1.1`)
    await page.locator('.contents [data-node="3"][aria-expanded="false"]').waitFor()
    await page.locator('.contents [data-node="1"]').focus()
    await page.keyboard.press('End')
    await page.keyboard.press('Home')
    await page.locator('.contents [data-node="3"]').focus()
    await page.keyboard.press('ArrowRight')
    await page.locator('.contents [data-node="3"][aria-expanded="true"]').waitFor()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await page.waitForURL(`**/read/${book}/3.1`)
    await page.locator('[data-at="3.1"].now').waitFor()
  })
})

describe('on a five-inch phone', () => {
  test('contents and notes are sheets, and nothing is wider than the window', async () => {
    const small = await room.page(phone)
    await small.goto(`${room.url}/read/${book}/2.3`)
    await small.locator('[data-at="2.3"].now').waitFor()
    await small.getByRole('button', { name: 'Notes' }).tap()
    await small.getByRole('dialog', { name: 'Notes' }).getByRole('button', { name: 'Copy with citation' }).waitFor()
    await small.keyboard.press('Escape')
    await small.getByRole('button', { name: 'Contents' }).tap()
    await small.getByRole('dialog', { name: 'Contents' }).getByRole('treeitem', { name: /Leaves of Absence/ }).tap()
    await small.waitForURL('**/5')
    for (const path of ['/', `/read/${book}/App. A`, `/lint/${book}`, `/report/${book}`, `/compare/${book}/${next}`, '/search?q=class']) {
      await small.goto(room.url + path)
      expect([path, await small.evaluate(() => document.documentElement.scrollWidth <= innerWidth)]).toEqual([path, true])
    }
  })

  test('a tap on a defined word shows its meaning before going anywhere', async () => {
    const small = await room.page(phone)
    await small.goto(`${room.url}/read/${book}/3.4`)
    await alive(small)
    await small.locator('[data-leaf="3"] a.term').first().tap()
    await small.locator('.popup').waitFor()
  })
})

describe('for everybody', () => {
  test.each([
    ['a wide window by day', [], { viewport: { width: 1440, height: 900 }, colorScheme: 'light' as const }],
    ['a wide window by night', ['color-contrast'], { viewport: { width: 1440, height: 900 }, colorScheme: 'dark' as const }],
    ['a phone by day', [], { ...phone, colorScheme: 'light' as const }],
    ['a phone by night', ['color-contrast'], { ...phone, colorScheme: 'dark' as const }],
  ])('axe finds nothing on any page, in %s', async (_says, rules, options) => {
    const eyes = await room.page(options)
    for (const path of ['/', `/read/${book}/2.3`, '/read/sample/3.4', `/read/${book}/App. A`, '/search?q=class+size', `/lint/${book}`, `/report/${book}`, `/compare/${book}/${next}`, '/compare', '/nothing', `/print/${book}/2`]) {
      await eyes.goto(room.url + path)
      if (!path.startsWith('/print')) await alive(eyes)
      expect([path, await axeFindings(eyes, rules)]).toEqual([path, []])
    }
  })

  test('axe finds nothing with the search open, nor in the sheets of a phone', async () => {
    await page.goto(`/read/${book}/2.3`)
    await alive(page)
    await page.keyboard.press('/')
    await page.keyboard.type('class')
    await page.getByRole('option').nth(1).waitFor()
    expect(await axeFindings(page)).toEqual([])
    const small = await room.page(phone)
    await small.goto(`${room.url}/read/${book}/2.3`)
    await alive(small)
    await small.getByRole('button', { name: 'Contents' }).tap()
    await small.getByRole('dialog').waitFor()
    expect(await axeFindings(small)).toEqual([])
  })

  test('text can be read without any script', async () => {
    const plain = await room.page({ javaScriptEnabled: false })
    await plain.goto(`${room.url}/read/${book}/2.3`)
    expect(await plain.locator('[data-at="2.3"]').innerText()).toContain('Daily rate')
    await plain.goto(`${room.url}/search?q=daily+rate`)
    expect(await plain.locator('.found').first().innerText()).toContain('Daily rate')
  })
})

test('nothing went wrong unseen in any of these pages', () => {
  expect(room.troubles).toEqual([])
})
