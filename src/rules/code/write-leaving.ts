import type { CoreType } from '#rules/core/core.ts'
import { as, atMostOnce, constant, type Writing, type Written } from './writing.ts'

/** Writes how a value leaves: dollars, ISO days, the choice's own word; the same as `leave` of the core gives. */
export function writeLeaving(w: Writing, value: Written, type: CoreType): string {
  if (value.js === 'null') return 'null'
  if (type.is === 'choice') return as(w, value, null, type.orNull)
  const text = as(w, value, null, type.orNull)
  if (type.is === 'boolean' || type.is === 'text' || type.is === 'nothing' || (type.is === 'number' && type.per === 1)) return text
  if (type.is === 'list' || type.is === 'record' || type.is === 'quotient') {
    w.uses.functions.add('leave')
    return `leave(${constant(w, type)}, ${text})`
  }
  return type.orNull ? atMostOnce(w, text, (it) => `(${it} === null ? null : ${plainly(w, it, type)})`) : plainly(w, text, type)
}

function plainly(w: Writing, js: string, type: CoreType): string {
  if (type.is === 'number') return `${js} / ${type.per}${(type.low ?? -1) < 0 ? ' + 0' : ''}`
  const name = type.is === 'date' ? 'dayText' : 'timeText'
  w.uses.functions.add(name)
  return `${name}(${js})`
}
