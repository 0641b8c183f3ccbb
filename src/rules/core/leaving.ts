import { civilText } from '#plain/civil-day.ts'
import type { CoreType } from '#rules/core/core.ts'

/** A stored value as it leaves: money and decimals as JSON numbers in their own unit, days as ISO text, times as HH:MM, nothing as null. */
export function leave(type: CoreType, value: unknown): unknown {
  if (value === null || value === undefined) return null
  switch (type.is) {
    case 'number':
      return (value as number) / type.per + 0 // Never -0.
    case 'quotient': {
      const [top, bottom] = value as readonly [number, number]
      return top / bottom / type.per
    }
    case 'date':
      return civilText(value as number)
    case 'time':
      return timeText(value as number)
    case 'list':
      return (value as readonly unknown[]).map((item) => leave(type.items, item))
    case 'record':
      return Object.fromEntries(type.fields.map((field) => [field.name, leave(field.type, (value as Record<string, unknown>)[field.name])]))
    default:
      return value
  }
}

/** `HH:MM` of a minute of the day. */
export function timeText(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}
