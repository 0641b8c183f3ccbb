import type { StepBody } from '#rules/core/core.ts'
import type { Target } from './write-step.ts'
import type { Writing } from './writing.ts'

export function writeLookUp(_w: Writing, _target: Target, _body: Extract<StepBody, { is: 'table' }>): boolean {
  return false
}
