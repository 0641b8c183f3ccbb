import { stripVTControlCharacters } from 'node:util'
import { Parser } from 'htmlparser2'
import { describe, expect, test } from 'vitest'
import { clause, clauseAtAnchor, makeBook } from '#book/search/make-book.test-support.ts'
import { compareBooks } from './compare-books.ts'
import { compareSubject } from './compare-subject.ts'
import { comparisonHtml } from './comparison-html.ts'
import { comparisonTerminal } from './comparison-terminal.ts'
import { subjectTerminal } from './subject-terminal.ts'

const nasty = '<script>alert("x")</script> & \u001b[31mred \u202e'

/** Marks that move a terminal's cursor or turn its writing round. */
const steering = /[^\P{Cc}\n]|\u202e/u

const before = makeBook({
  title: `Harbor ${nasty}`,
  articles: [
    clause('1', 'Filing', '', clause('1.1', null, 'A grievance is filed within 20 work days of the event.'), clause('1.2', null, `A clause with ${nasty} that stays as it is.`)),
    clause('2', 'Pay', '', clause('2.1', null, 'Miles driven between two schools are paid at the federal rate.')),
  ],
})
const after = makeBook({
  title: 'Harbor, next',
  articles: [
    clause('1', 'Filing', '', clause('1.1', null, 'A grievance is filed within 15 work days of the event.'), clause('1.2', null, `A clause with ${nasty} that stays as it is.`), clause('1.3', null, 'Miles driven between two schools are paid at the federal rate.')),
    clause('2', 'Pay', ''),
  ],
})
const comparison = compareBooks(before, after)

describe('in the terminal', () => {
  const plain = comparisonTerminal(comparison, { colour: false, width: 100 })

  test('without colours the changes are marked', () => {
    expect(plain).toContain('  A grievance is filed within [-20-]{+15+} work days of the event.')
    expect(plain).toContain('  1.1  20 work days → 15 work days')
    expect(plain).toContain('2.1  moved to 1.3')
    expect(plain).toContain('1.3  moved from 2.1')
    expect(plain).toContain('1 reworded · 1 moved · 3 the same')
  })

  test('clauses that stayed are not printed', () => {
    expect(plain).not.toContain('stays as it is')
  })

  test('no mark of the text steers the terminal', () => {
    expect(plain).not.toMatch(steering)
    expect(stripVTControlCharacters(comparisonTerminal(comparison, { colour: true, width: 100 }))).not.toMatch(steering)
  })

  test('with colours the words are the same, and no line is too long', () => {
    const colours = comparisonTerminal(comparison, { colour: true, width: 60 })
    const bare = stripVTControlCharacters(colours)
    expect(bare).toContain('A grievance is filed within 2015 work days of the event.')
    expect(bare.split('\n').every((line) => line.length <= 60)).toBe(true)
  })

  test('two equal books say so', () => {
    expect(comparisonTerminal(compareBooks(before, before), { colour: false, width: 80 })).toContain('5 the same')
  })
})

describe('as a page', () => {
  const page = comparisonHtml(comparison)

  test('nothing of the books becomes markup, and there is no script', () => {
    const names = new Set<string>()
    const parser = new Parser({ onopentagname: (name) => names.add(name) })
    parser.end(page)
    expect(names.has('script')).toBe(false)
    expect(page).toContain('&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp;')
    expect(page).not.toMatch(/ on[a-z]+=|javascript:|https?:/)
    expect(page).not.toMatch(/[^\P{Cc}\n]/u)
  })

  test('changes are ins and del, and say so to those who hear the page', () => {
    expect(page).toContain('<del><span class="said">taken out: </span>20<span class="said"> end.</span></del>')
    expect(page).toContain('<ins><span class="said">put in: </span>15<span class="said"> end.</span></ins>')
  })

  test('it has a language, a title, one h1, and its links lead somewhere', () => {
    expect(page).toMatch(/^<!doctype html>\n<html lang="en">/)
    expect(page.match(/<h1>/g)).toHaveLength(1)
    for (const [, target] of page.matchAll(/href="#([^"]+)"/g)) expect(page).toContain(`id="${target}"`)
  })

  test('the figures stand in a table', () => {
    expect(page).toContain('<tr><th scope="row">1.1</th><td>20 work days</td><td>15 work days</td></tr>')
  })

  test('headings go one level down at a time', () => {
    const levels = [...page.matchAll(/<h([1-6])/g)].map((match) => Number(match[1]))
    expect(levels.every((level, at) => at === 0 || level <= levels[at - 1]! + 1)).toBe(true)
  })
})

describe('one subject in two agreements', () => {
  const harbor = makeBook({
    title: 'Harbor',
    articles: [
      clause('4', 'Class Size', '', clause('4.1', null, 'No class in grades K to 3 has more than 24 pupils.'), clause('4.2', null, 'A physical education class has no more than 45 pupils.'), clause('4.3', null, 'A teacher over the limit is paid $5 a day for each pupil.')),
      clause('5', 'Parking', 'Each school has places for all teachers.'),
    ],
  })
  const meadow = makeBook({
    title: 'Meadow',
    articles: [
      clause('XI', 'Pupil Load', '', clauseAtAnchor('XI.A', 'A', null, 'Grades K to 3 are limited to 22 students.'), clauseAtAnchor('XI.B', 'B', null, 'Physical education is limited to 50 students.')),
      clause('XII', 'Meetings', 'Staff meetings end by four.'),
    ],
  })
  const subject = compareSubject(harbor, meadow, 'class size')

  test('the clauses that govern it are found under either name', () => {
    expect(subject.a.clauses.map(({ anchor }) => anchor)).toEqual(['4.1', '4.2', '4.3'])
    expect(subject.b.clauses.map(({ anchor }) => anchor)).toEqual(['XI.A', 'XI.B'])
  })

  test('those that answer one another stand together, with the figures of each', () => {
    expect(subject.pairs.map(({ a, b }) => [subject.a.clauses[a]!.anchor, subject.b.clauses[b]!.anchor])).toEqual([
      ['4.1', 'XI.A'],
      ['4.2', 'XI.B'],
    ])
    expect(subject.pairs[0]!.figures).toContainEqual({ unit: 'student', a: ['24 pupils'], b: ['22 students'] })
    expect(subject.onlyA.map((at) => subject.a.clauses[at]!.anchor)).toEqual(['4.3'])
  })

  test('a subject that neither knows gives nothing', () => {
    const nothing = compareSubject(harbor, meadow, 'zeppelin')
    expect([nothing.a.clauses, nothing.b.clauses, nothing.pairs]).toEqual([[], [], []])
  })

  test('it is plain data and prints in the terminal', () => {
    expect(JSON.parse(JSON.stringify(subject))).toEqual(subject)
    const text = subjectTerminal(subject, { colour: false, width: 80 })
    expect(text).toContain('4.1  |  XI.A')
    expect(text).toContain('figures: 24 pupils  |  22 students')
    expect(text).toContain('Only in Harbor')
  })
})
