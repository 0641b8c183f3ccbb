import { createReadStream } from 'node:fs'
import { open, rename, rm, stat, type FileHandle } from 'node:fs/promises'
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
  let whole = false
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
    whole = !call.signal.aborted
  } finally {
    await sink.close(whole)
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
  /** Of a file that is not whole nothing is kept. */
  readonly close: (whole: boolean) => Promise<void>
}

/** The answers stand under their name only when all are there: the file may be that of the cases, or hold the answers of yesterday. */
async function openSink(out: string | null): Promise<Sink> {
  if (out === null) return { write: onStandardOutput, close: () => Promise.resolve() }
  const place = (await isSpecial(out)) ? out : `${out}.part`
  const handle: FileHandle = await open(place, 'w')
  return {
    write: (text) => handle.appendFile(text),
    close: async (whole) => {
      await handle.close()
      if (place === out) return
      if (whole) await rename(place, out)
      else await rm(place, { force: true })
    },
  }
}

/** A pipe or a device, which is written as it stands. */
async function isSpecial(out: string): Promise<boolean> {
  try {
    const there = await stat(out)
    return !there.isFile() && !there.isDirectory()
  } catch {
    return false
  }
}

/** Waits until the reader of a pipe has taken what was written. */
function onStandardOutput(text: string): Promise<void> {
  return new Promise((resolved) => void process.stdout.write(text, () => resolved()))
}

function progressOf(file: string, call: Call): (cases: number) => void {
  return (cases) => call.terminal.progress(`${file}: ${cases} cases answered`)
}
