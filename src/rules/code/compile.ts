import type { Program } from '#rules/core/core.ts'
import type { FactValues, Path, Surroundings, WorkingLine } from '#rules/core/running.ts'
import { environmentFor, type Environment } from './bind-code.ts'
import { functionText } from './function-text.ts'
import { runtimeForCode } from './runtime-for-code.ts'
import { writeCode, type CodeWanted, type WrittenCode } from './write-code.ts'
import { keepWrittenCode } from './written-code.ts'

/** Programs as running code, where code may be made while running: the server and the terminal. The browser takes modules that were written at build time. */

export interface Compiled {
  readonly program: Program
  /** The program on its day, calendars and parameters; `bodies` chooses readings, by step. Null where something of the surroundings is missing: the closures say what. */
  readonly bind: (around: Surroundings, bodies?: readonly number[]) => Bound
}

/** -1 (no path), or null for the working: it leaves to the closures, because something is missing, wrong, too large or not covered. */
export interface Bound {
  /** A JSON record of facts; the answers go into `out` as they leave, by give. */
  readonly answer: (record: Readonly<Record<string, unknown>>, out: unknown[]) => Path
  /** Facts as stored, by slot; the answers go into `out` as stored. */
  readonly answerStored: (facts: FactValues, out: unknown[]) => Path
  /** The whole working, from a JSON record or from stored facts. */
  readonly tree: (record: Readonly<Record<string, unknown>>) => readonly WorkingLine[] | null
  readonly treeStored: (facts: FactValues) => readonly WorkingLine[] | null
  /** Rows `from` to `to` (not with it) of typed columns: answers into `out`, paths into `path`, rows that leave into `left`. */
  readonly columns: (from: number, to: number, facts: readonly unknown[], out: readonly unknown[], path: PathColumn, left: number[]) => void
}

export type PathColumn = Uint8Array | Uint16Array | Uint32Array | Float64Array | Path[]

export function compile(program: Program): Compiled {
  const made = new Map<string, Made>()
  return {
    program,
    bind: (around, bodies = []) => {
      const get = <F>(edge: CodeWanted['edge'], mode: CodeWanted['mode'], leaves: F): F => {
        const key = `${edge} ${mode} ${bodies.join()}`
        const one = made.get(key) ?? make(program, { bodies, edge, mode })
        made.set(key, one)
        const environment = environmentFor(program, one.code.uses, around)
        return environment === null ? leaves : (one.bind(environment) as F)
      }
      return boundOf(get)
    },
  }
}

/**
 * Lets these programs run by code written for them, each once it has been asked `after` times; nothing is written before.
 * To write and first run the code of a decision takes as long as some hundred answers by closures, so a single question in a terminal is never slower for it.
 */
export function runByWrittenCode(programs: Iterable<Program>, after = 0): void {
  for (const program of programs) {
    let compiled: Compiled | undefined
    keepWrittenCode(program, (around, bodies) => (compiled ??= compile(program)).bind(around, bodies), after)
  }
}

interface Made {
  readonly code: WrittenCode
  readonly bind: (environment: Environment) => unknown
}

function make(program: Program, wanted: CodeWanted): Made {
  const code = writeCode(program, wanted)
  const factory = new Function('R', functionText(code, wanted.mode, program.gives.length)) as (given: typeof runtimeForCode) => Made['bind']
  return { code, bind: factory(runtimeForCode) }
}

type Get = <F>(edge: CodeWanted['edge'], mode: CodeWanted['mode'], leaves: F) => F

/** Runs rows until one leaves, and says which: `to` where none did. */
type Part = (from: number, to: number, facts: readonly unknown[], out: readonly unknown[], path: PathColumn) => number

/** Each way to run is written when it is first asked for. */
function boundOf(get: Get): Bound {
  const once = <F>(edge: CodeWanted['edge'], mode: CodeWanted['mode'], leaves: F): (() => F) => {
    let it: F | undefined
    return () => (it ??= get(edge, mode, leaves))
  }
  const answer = once<Bound['answer']>('json', 'answer', () => -1)
  const answerStored = once<Bound['answerStored']>('stored', 'answer', () => -1)
  const tree = once<Bound['tree']>('json', 'tree', () => null)
  const treeStored = once<Bound['treeStored']>('stored', 'tree', () => null)
  const part = once<Part>('columns', 'columns', (from) => from)
  const columns = (): Bound['columns'] => {
    const run = part()
    return (from, to, facts, out, path, left) => {
      for (let at = from; at < to; ) {
        at = run(at, to, facts, out, path)
        if (at < to) left.push(at++)
      }
    }
  }
  return {
    get answer() { return answer() },
    get answerStored() { return answerStored() },
    get tree() { return tree() },
    get treeStored() { return treeStored() },
    get columns() { return columns() },
  }
}
