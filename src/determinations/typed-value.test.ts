import { expect, test } from 'vitest'
import type { Fact, FactType } from '#rules/rule-book.ts'
import { typedValue } from './typed-value.ts'

test.each([
  ['yes', { is: 'boolean' }, true],
  ['N', { is: 'boolean' }, false],
  ['perhaps', { is: 'boolean' }, 'perhaps'],
  ['$1,250.50', { is: 'money' }, 1250.5],
  ['7 %', { is: 'percent', decimals: 4 }, 7],
  ['twelve', { is: 'integer' }, 'twelve'],
  ['classroom teacher', { is: 'choice', of: ['counselor', 'classroom_teacher'] }, 'classroom_teacher'],
  ['2', { is: 'choice', of: ['counselor', 'classroom_teacher'] }, 'classroom_teacher'],
  ['2', { is: 'choice', of: ['1', '2'] }, '2'],
  ['8:05', { is: 'time' }, '08:05'],
  ['2010-11-01', { is: 'date' }, '2010-11-01'],
  ['[1, 2]', { is: 'list', items: { is: 'integer' } }, [1, 2]],
  ['ann, ben', { is: 'list', items: { is: 'text' } }, ['ann', 'ben']],
  ['', { is: 'integer' }, null],
] satisfies readonly (readonly [string, FactType, unknown])[])('%j typed for a fact of %j', (typed, type, value) => {
  expect(typedValue(typed, fact(type))).toEqual(value)
})

function fact(type: FactType): Fact {
  return { name: 'x', type, optional: false, missingMeans: null, judgedBy: null, min: null, max: null, unit: null, note: null, ask: null, at: { file: 'a.md', line: 1, clause: '1' } }
}
