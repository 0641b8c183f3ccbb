import { civilText } from '#plain/civil-day.ts'

/** What written code calls while it runs, beside the functions of the language: days as text, look-ups, lines that are there. */

/** The lines that are there. */
export function thoseThere(lines: readonly unknown[]): unknown[] {
  return lines.filter((it) => it !== null)
}

/** Thrown by a comparison that must leave. */
export const leaving: unique symbol = Symbol('leaving')

const spelledDays = 65_536
let texts: (string | undefined)[] = []

/** `YYYY-MM-DD` of a day; those from 1970 to 2149 are kept, spelled 256 together when one of them is first asked for. */
export function dayText(day: number): string {
  const text = texts[day]
  return text !== undefined ? text : newDayText(day)
}

function newDayText(day: number): string {
  if (!(day >= 0 && day < spelledDays)) return civilText(day)
  if (texts.length === 0) texts = Array<string | undefined>(spelledDays)
  const first = day & ~255
  for (let at = first; at < first + 256; at++) texts[at] = civilText(at)
  return civilText(day)
}

/** A look-up of so many places from runs: how many, which digit, how many, which digit ... */
export function filled(places: number, runs: readonly number[]): Uint8Array | Uint16Array {
  const digits = runs.filter((_, at) => at % 2 === 1)
  const made = digits.every((it) => it < 256) ? new Uint8Array(places) : new Uint16Array(places)
  let at = 0
  for (let run = 0; run < runs.length; run += 2) {
    const end = at + (runs[run] ?? 0)
    made.fill(runs[run + 1] ?? 0, at, end)
    at = end
  }
  return made
}

/** Numbers by place from runs: how many, which number ...; as narrow as they allow. */
export function numbersFor(runs: readonly number[]): Int32Array | Float64Array {
  const list: number[] = []
  for (let run = 0; run < runs.length; run += 2) for (let k = 0; k < (runs[run] ?? 0); k++) list.push(runs[run + 1] ?? 0)
  return list.every((it) => (it | 0) === it) ? Int32Array.from(list) : Float64Array.from(list)
}
