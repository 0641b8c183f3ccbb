import { describe, expect, test } from 'vitest'
import { layerState } from '#text/pdf/text-layer.ts'

const CLAUSE = 'A teacher who covers a class during a preparation period is paid for each period so covered at the hourly rate in the schedule of salaries, and the principal asks for volunteers before anybody is told to cover. Where nobody volunteers the duty goes round by lot among those who are free, and no person is asked twice before everybody has been asked once. Records of this are kept in the office and shown on request to the association, whose representative may copy them at any reasonable hour of a working day without notice.'

describe('whether a page of a PDF has its words', () => {
  test('a clause is good, a stamp is thin', () => {
    expect(layerState(CLAUSE)).toBe('good')
    expect(layerState('Page 12')).toBe('thin')
    expect(layerState('')).toBe('thin')
  })

  test('letters whose meaning is lost are garbage', () => {
    expect(layerState('\ue012\ue044\ue013 \ue0ff\ue001'.repeat(20))).toBe('garbage')
    expect(layerState('Hours of work', 400)).toBe('garbage')
    const shifted = CLAUSE.replace(/[a-z]/gi, (letter) => String.fromCharCode(((letter.toLowerCase().charCodeAt(0) - 97 + 7) % 26) + 97))
    expect(layerState(shifted)).toBe('garbage')
  })

  test('a table of figures, tags or names is no garbage', () => {
    expect(layerState(Array.from({ length: 40 }, (_, at) => `${at} 45,${100 + at} 46,${200 + at}`).join('\n'))).toBe('good')
    expect(layerState('<tr>\n<th>1.</th>\n</tr>\n'.repeat(40))).toBe('good')
  })
})
