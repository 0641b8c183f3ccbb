import { expect, test } from 'vitest'
import { civilDay } from '#plain/civil-day.ts'
import type { CoreType } from '#rules/core/core.ts'
import { answerOut } from './answers-out.ts'

const money: CoreType = { is: 'number', per: 100, money: true, orNull: true }

test.each([
  ['nothing is null', null, money, null],
  ['cents are dollars', 425236, money, 4252.36],
  ['no cent too many, no minus before a zero', -0, money, 0],
  ['an index of 1.0750 is 1.075', 10750, { is: 'number', per: 10_000, money: false, orNull: false }, 1.075],
  ['a day is ISO text', civilDay(2010, 12, 8), { is: 'date', orNull: false }, '2010-12-08'],
  ['a minute of the day is HH:MM', 485, { is: 'time', orNull: false }, '08:05'],
  ['a truth stays one', true, { is: 'boolean', orNull: false }, true],
  ['a list of choices stands in the order of its type', ['F', 'A', 'C'], { is: 'list', orNull: false, items: { is: 'choice', of: ['A', 'C', 'F'], orNull: false } }, ['A', 'C', 'F']],
  ['any other list stays as it came', ['f', 'a'], { is: 'list', orNull: false, items: { is: 'text', orNull: false } }, ['f', 'a']],
  ['a record leaves in the order of its parts', { amount: 8500, month: '2017-10' }, { is: 'record', orNull: false, fields: [{ name: 'month', type: { is: 'text', orNull: false } }, { name: 'amount', type: money }] }, { month: '2017-10', amount: 85 }],
] satisfies readonly (readonly [string, unknown, CoreType, unknown])[])('%s', (_says, stored, type, leaves) => {
  expect(answerOut(stored, type)).toStrictEqual(leaves)
})
