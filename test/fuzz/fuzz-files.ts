import { fork, type ChildProcess } from 'node:child_process'
import { parseArgs } from 'node:util'
import type { ChildAnswer } from './fuzz-child.ts'

/**
 * Reads thousands of broken files of every kind into books and tells what became of them:
 * `bin/node test/fuzz/fuzz-files.ts --count 10000 --seed 1`. Each is first read by the bare reader; one that takes too long or too much memory there
 * is read again as the terminal and the server read, behind the wall, in a process of its own. Ends with 1 when one is too much even so, or crashed.
 * `--only 12,99` reads just these, behind the wall.
 */
const { values } = parseArgs({ options: { count: { type: 'string', default: '1000' }, seed: { type: 'string', default: '1' }, first: { type: 'string', default: '0' }, processes: { type: 'string', default: '2' }, only: { type: 'string', default: '' } } })
const [count, seed, first] = [Number(values.count), Number(values.seed), Number(values.first)]

const MOST_MS = 5_000
const MOST_MEGABYTES = 512
/** A process is changed for a new one after so many files, so that its memory is its own. */
const FILES_A_PROCESS = 100
/** A file that hangs the bare reader is given up after so long by the clock. */
const GIVE_UP_MS = 15_000
/** Processor time that starting a process and its thread takes by itself. */
const STARTING_MS = 1_500

interface Tally {
  files: number
  read: number
  refused: number
  slowestMs: number
  slowest: number
  codes: Map<string, number>
}

const tallies = new Map<string, Tally>()
const faults: string[] = []
const hows = new Map<string, number>()
const lost: number[] = values.only === '' ? [] : values.only.split(',').map(Number)
let next = first
let mostMegabytes = 0
let done = 0

if (values.only === '') await Promise.all(Array.from({ length: Number(values.processes) }, () => work()))
await tryBehindWall()
report()

async function work(): Promise<void> {
  while (next < first + count) {
    const child = fork(new URL('./fuzz-child.ts', import.meta.url), { serialization: 'advanced', silent: true })
    for (let files = 0; files < FILES_A_PROCESS && next < first + count; files++) {
      const number = next++
      const answer = await ask(child, number, false, GIVE_UP_MS)
      if (answer !== null) take(answer)
      if (answer !== null && answer.fate.cpuMs <= MOST_MS && answer.mostMegabytes <= MOST_MEGABYTES) continue
      lost.push(number)
      break
    }
    child.kill('SIGKILL')
  }
}

/** The answer, or null where the process hung or died. */
async function ask(child: ChildProcess, number: number, walled: boolean, patienceMs: number): Promise<ChildAnswer | null> {
  return new Promise((resolve) => {
    const end = (answer: ChildAnswer | null): void => {
      clearTimeout(timer)
      child.off('message', end)
      child.off('exit', died)
      resolve(answer)
    }
    const died = (): void => end(null)
    const timer = setTimeout(died, patienceMs)
    child.once('message', end)
    child.once('exit', died)
    child.send({ number, seed, walled })
  })
}

function take(answer: ChildAnswer): void {
  const { kind, fate, number } = answer
  const tally = tallies.get(kind) ?? { files: 0, read: 0, refused: 0, slowestMs: 0, slowest: 0, codes: new Map<string, number>() }
  tallies.set(kind, tally)
  tally.files++
  if (fate.code === 'read') tally.read++
  else tally.refused++
  tally.codes.set(fate.code, (tally.codes.get(fate.code) ?? 0) + 1)
  if (fate.cpuMs > tally.slowestMs) [tally.slowestMs, tally.slowest] = [fate.cpuMs, number]
  if (fate.how !== null) hows.set(`${kind}: ${fate.how.slice(0, 80)}`, (hows.get(`${kind}: ${fate.how.slice(0, 80)}`) ?? 0) + 1)
  if (fate.fell !== null) faults.push(`${number} (${kind}): ${fate.fell.slice(0, 600)}`)
  mostMegabytes = Math.max(mostMegabytes, answer.mostMegabytes)
  if (++done % 500 === 0) console.log(`${done} of ${count} files, ${faults.length} faults, ${lost.length} for the wall, at most ${Math.round(mostMegabytes)} MB`)
}

/** Files that hung, killed or swelled the bare reader must end behind the wall within the limits. */
async function tryBehindWall(): Promise<void> {
  for (const number of lost) {
    const child = fork(new URL('./fuzz-child.ts', import.meta.url), { serialization: 'advanced', silent: true })
    const answer = await ask(child, number, true, 10 * GIVE_UP_MS)
    child.kill('SIGKILL')
    if (answer === null) {
      faults.push(`${number}: hung or died even behind the wall`)
      continue
    }
    const { fate, mostMegabytes: megabytes } = answer
    console.log(`${number} (${answer.kind}, ${answer.bytes} bytes) behind the wall: ${fate.code}, ${Math.round(fate.cpuMs)} ms of processor time, ${Math.round(megabytes)} MB`)
    if (fate.fell !== null || fate.cpuMs > MOST_MS + STARTING_MS || megabytes > MOST_MEGABYTES) faults.push(`${number} (${answer.kind}): too much even behind the wall`)
  }
}

function report(): void {
  console.log(`\n${count} broken files, seed ${seed}: ${lost.length} needed the wall; at most ${Math.round(mostMegabytes)} MB in a bare process`)
  for (const [kind, tally] of tallies) {
    const codes = [...tally.codes].sort((one, other) => other[1] - one[1]).map(([code, times]) => `${code} ${times}`).join(', ')
    console.log(`${kind.padEnd(8)} ${tally.files} files, ${tally.read} read, ${tally.refused} refused, slowest ${Math.round(tally.slowestMs)} ms of processor time (number ${tally.slowest}): ${codes}`)
  }
  const often = [...hows].sort((one, other) => other[1] - one[1]).slice(0, 15)
  if (often.length > 0) console.log(`\nCalled damaged because a parser fell over them:\n${often.map(([how, times]) => `  ${times} × ${how}`).join('\n')}`)
  console.log(faults.length === 0 ? '\nNo crash, none over 5 s or 512 MB.' : `\n${faults.length} faults:\n${faults.slice(0, 50).join('\n')}`)
  process.exitCode = faults.length === 0 ? 0 : 1
}
