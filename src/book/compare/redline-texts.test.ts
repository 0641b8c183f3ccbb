import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { redlineSide, redlineTexts } from './redline-texts.ts'

/** `[-taken out-]` and `{+put in+}`, as the terminal without colours shows it. */
const shown = (before: string, after: string): string =>
  redlineTexts(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'deleted' ? `[-${text}-]` : `{+${text}+}`))
    .join('')

describe('what a person sees', () => {
  test.each([
    ['nothing changed', 'nothing changed', 'nothing changed'],
    ['', 'all new', '{+all new+}'],
    ['all gone', '', '[-all gone-]'],
    ['within 20 work days', 'within 15 work days', 'within [-20-]{+15+} work days'],
    ['paid $4,250.00 a year', 'paid $4,450.00 a year', 'paid [-$4,250.00-]{+$4,450.00+} a year'],
    ['a ratio of 25:1 on 10/15/2012', 'a ratio of 28:1 on 10/16/2012', 'a ratio of [-25:1-]{+28:1+} on [-10/15/2012-]{+10/16/2012+}'],
    ['see Section 6.4.1 above', 'see Section 7.4.1 above', 'see Section [-6.4.1-]{+7.4.1+} above'],
    ['a full-time teacher', 'a part-time teacher', 'a [-full-time-]{+part-time+} teacher'],
    ['The day counts.', 'The work day counts.', 'The{+ work+} day counts.'],
  ])('%j to %j', (before, after, expected) => {
    expect(shown(before, after)).toBe(expected)
  })

  test('words that stayed by chance in a rewritten sentence make no confetti', () => {
    expect(shown('The district shall pay the cost of training.', 'Teachers choose the date of leaving.')).toBe('[-The district shall pay the cost of training-]{+Teachers choose the date of leaving+}.')
  })

  test('a new sentence is put in whole', () => {
    expect(shown('The board decides. The clerk writes it down.', 'The board decides. The board may wait. The clerk writes it down.')).toBe(
      'The board decides.{+ The board may wait.+} The clerk writes it down.',
    )
  })

  test('a figure that stayed is shown as staying, even between two changes', () => {
    expect(shown('no later than 30 working days', 'no sooner than 30 calendar days')).toContain(' 30 ')
  })
})

const text = fc
  .array(fc.constantFrom('the', 'teacher', 'shall', '20', '$4,250', 'days', '.', ',', '6.4.1', '(a)', 'full-time', '\n', '“x”', 'é', '日本', '😀', '<b>'), { maxLength: 40 })
  .map((words) => words.join(' ').replace(/ *\n */g, '\n').trim())

test('dropping what was put in gives the text before, dropping what was taken out the text after', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const redline = redlineTexts(before, after)
      expect(redlineSide(redline, 'before')).toBe(before)
      expect(redlineSide(redline, 'after')).toBe(after)
      expect(redline.every(({ text: stretch }) => stretch !== '')).toBe(true)
    }),
    { numRuns: 500 },
  )
})

test('the same holds for any text at all, but for blanks at its end', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (before, after) => {
      const redline = redlineTexts(before, after)
      const same = before === after
      expect(redlineSide(redline, 'before')).toBe(same ? before : before.replace(/\s+$/u, ''))
      expect(redlineSide(redline, 'after')).toBe(same ? after : after.replace(/\s+$/u, ''))
    }),
  )
})

test('and for long texts that begin and end alike', () => {
  const filler = fc.integer({ min: 0, max: 200 }).map((words) => 'the parties  agree \n on 20 days '.repeat(words).trim())
  fc.assert(
    fc.property(filler, text, text, filler, (head, one, other, tail) => {
      const [before, after] = [one, other].map((middle) => `${head} ${middle} ${tail}`.trim()) as [string, string]
      const redline = redlineTexts(before, after)
      expect(redlineSide(redline, 'before')).toBe(before)
      expect(redlineSide(redline, 'after')).toBe(after)
    }),
    { numRuns: 200 },
  )
})
