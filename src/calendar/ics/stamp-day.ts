import { parseCivilDay } from '#plain/civil-day.ts'

/**
 * The civil day of an iCalendar stamp. A stamp without Z is a day and a time at the place, whatever its TZID says.
 * One in UTC is moved to the place by the summer hours of the calendar's zone: a day that begins at midnight there stays on its day in winter too.
 */

export interface StampDay {
  readonly day: number
  /** Null of a stamp without time. */
  readonly minute: number | null
}

/** Hours from UTC in summer, of the zones of the United States; the Pacific's where the file names none. */
const summerHours: Readonly<Record<string, number>> = {
  'America/Los_Angeles': -7,
  'US/Pacific': -7,
  'America/Denver': -6,
  'US/Mountain': -6,
  'America/Phoenix': -7,
  'America/Chicago': -5,
  'US/Central': -5,
  'America/New_York': -4,
  'US/Eastern': -4,
  'America/Anchorage': -8,
  'Pacific/Honolulu': -10,
}

/** The day at the place, or null where the stamp is none. */
export function stampDay(stamp: string, zone: string | null): StampDay | null {
  const match = /^(\d{4})(\d{2})(\d{2})(?:T([01]\d|2[0-3])([0-5]\d)(?:[0-5]\d|60)?(Z?))?$/.exec(stamp.trim())
  if (match === null) return null
  const day = parseCivilDay(`${match[1]}-${match[2]}-${match[3]}`)
  if (day === null) return null
  if (match[4] === undefined) return { day, minute: null }
  const minute = Number(match[4]) * 60 + Number(match[5])
  if (match[6] !== 'Z') return { day, minute }
  const moved = minute + (summerHours[zone ?? ''] ?? -7) * 60
  return { day: day + Math.floor(moved / 1440), minute: ((moved % 1440) + 1440) % 1440 }
}
