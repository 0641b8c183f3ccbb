import { createReadStream } from 'node:fs'
import { open, stat, type FileHandle } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import type { Call } from '#cli/command.ts'
import { calendarFinder, type CalendarFinder } from '#cli/find-calendar.ts'
import { answerLine, readCaseLine, refusal } from '#determinations/case-line.ts'
import { decide } from '#determinations/decide.ts'
import type { Determination } from '#determinations/determination.ts'
import type { LoadedPack } from '#determinations/loaded-pack.ts'
import { problemInWords } from '#plain/problem.ts'

/** A file of cases answered line by line as it is read: the order is kept, a bad line is answered as an error, and the file may be longer than the memory. */

export interface BatchDone {
  readonly cases: number
  readonly errors: number
}

/** Lines gathered before they are written: few system calls, little memory. */
const charactersAWrite = 1 << 16

/** Answers every case of a file (`-`: standard input) onto a file, or standard output where none is named. `asOf` is for cases that name no day. */
export async function decideBatch(pack: LoadedPack, file: string, out: string | null, asOf: string | null, working: boolean, call: Call): Promise<BatchDone> {
  const calendars = calendarFinder(pack, file === '-' ? process.cwd() : dirname(resolve(file)))
  const sink = await openSink(out)
  const input = file === '-' ? process.stdin : createReadStream(file)
  const told = progressOf(file, call)
  let [cases, errors, number] = [0, 0, 0]
  let waiting = ''
  try {
    for await (const raw of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      number += 1
      const line = number === 1 ? raw.replace(/^\uFEFF/, '') : raw
      if (line.trim() === '') continue
      if (call.signal.aborted) break
      const answer = answerCase(pack, line, number, asOf, calendars)
      cases += 1
      if (answer.status === 'error') errors += 1
      waiting += `${answerLine(answer, { working })}\n`
      if (waiting.length < charactersAWrite) continue
      await sink.write(waiting)
      waiting = ''
      told(cases)
    }
    if (waiting !== '') await sink.write(waiting)
  } finally {
    await sink.close()
    call.terminal.progress('')
  }
  return { cases, errors }
}

/** Whether the file of cases is there to be read. */
export async function casesAreThere(file: string): Promise<boolean> {
  if (file === '-') return true
  try {
    return (await stat(file)).isFile()
  } catch {
    return false
  }
}

function answerCase(pack: LoadedPack, line: string, number: number, asOf: string | null, calendars: CalendarFinder): Determination {
  const read = readCaseLine(line, number)
  if (!read.ok) return read.answer
  const question = { ...read.question, asOf: read.question.asOf ?? asOf }
  if (read.calendar === null) return decide(pack, question)
  const calendar = calendars(read.calendar)
  return calendar.ok ? decide(pack, { ...question, calendar: calendar.value }) : refusal(question, 'calendar', problemInWords(calendar.problem))
}

interface Sink {
  readonly write: (text: string) => Promise<void>
  readonly close: () => Promise<void>
}

async function openSink(out: string | null): Promise<Sink> {
  if (out !== null) {
    const handle: FileHandle = await open(out, 'w')
    return { write: (text) => handle.appendFile(text), close: () => handle.close() }
  }
  return { write: onStandardOutput, close: () => Promise.resolve() }
}

/** Waits until the reader of a pipe has taken what was written. */
function onStandardOutput(text: string): Promise<void> {
  return new Promise((resolved) => void process.stdout.write(text, () => resolved()))
}

function progressOf(file: string, call: Call): (cases: number) => void {
  return (cases) => call.terminal.progress(`${file}: ${cases} cases answered`)
}
