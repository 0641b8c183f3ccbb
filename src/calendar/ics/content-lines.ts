import { failed, type Outcome } from '#plain/outcome.ts'
import { problem } from '#plain/problem.ts'

/** An .ics file as its content lines (RFC 5545, 3.1): folded lines joined, name, parameters and value parted. Sizes are limited, since the file comes from anybody. */

export interface ContentLine {
  /** In capitals. */
  readonly name: string
  /** By name in capitals, without quotes. */
  readonly parameters: ReadonlyMap<string, string>
  readonly value: string
  /** The line of the file on which it begins, from 1. */
  readonly line: number
}

const mostCharacters = 8_000_000
const longestLine = 100_000

/** The content lines; lines that are none are left out and counted as notes by the reader of events. */
export function contentLines(file: string, text: string): Outcome<readonly ContentLine[]> {
  if (text.length > mostCharacters) return failed(problem('calendar/ics-large', `The file has ${Math.ceil(text.length / 1e6)} million characters.`, 'Export one school year only.', { file }))
  const lines: ContentLine[] = []
  let held = ''
  let heldAt = 0
  let at = 0
  const close = () => {
    const line = held === '' || held.length > longestLine ? null : partLine(held, heldAt)
    if (line !== null) lines.push(line)
  }
  for (const raw of text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)) {
    at += 1
    if (raw.startsWith(' ') || raw.startsWith('\t')) {
      if (held.length <= longestLine) held += raw.slice(1)
      continue
    }
    close()
    held = raw
    heldAt = at
  }
  close()
  if (!lines.some((line) => line.name === 'BEGIN' && line.value.toUpperCase() === 'VCALENDAR')) {
    return failed(problem('calendar/ics-none', 'It is no calendar file: the line BEGIN:VCALENDAR is missing.', 'Export the calendar as .ics (iCalendar), or as CSV.', { file }))
  }
  return { ok: true, value: lines, notes: [] }
}

function partLine(text: string, line: number): ContentLine | null {
  const name = /^[A-Za-z0-9-]+/.exec(text)?.[0]
  if (name === undefined) return null
  const parameters = new Map<string, string>()
  let at = name.length
  while (text[at] === ';') {
    const match = /^;([A-Za-z0-9-]+)=("[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*/.exec(text.slice(at, at + 4000))
    if (match === null) return null
    parameters.set((match[1] ?? '').toUpperCase(), (match[2] ?? '').replace(/^"|"$/g, ''))
    at += match[0].length
  }
  return text[at] === ':' ? { name: name.toUpperCase(), parameters, value: text.slice(at + 1), line } : null
}

/** A text value without its escapes: `\n`, `\,`, `\;`, `\\`. */
export function unescapeText(value: string): string {
  return value.replace(/\\([nN,;\\])/g, (_, sign: string) => (sign === 'n' || sign === 'N' ? '\n' : sign))
}
