import type { Program } from '#rules/core/core.ts'
import { functionText } from './function-text.ts'
import { literal } from './literal.ts'
import type { PackData } from './pack-module.ts'
import { asciiJson, shareValues } from './shared-values.ts'
import { writeCode } from './write-code.ts'

/**
 * Writes a pack for a browser under a strict content policy, where no code may be made while running: an ES module with the code of its decisions, and as data, read only when a decision
 * is asked for, its program and whatever else is said of it. The data stand in the module, or apart as a text that is fetched beside it and need not be read as code.
 */
export interface ModuleDecision {
  readonly name: string
  readonly program: Program
  /** What goes with it, as JSON. */
  readonly more: unknown
}

export interface WrittenModule {
  /** The module: `code`, `build`, and `data` where they do not stand apart. */
  readonly module: string
  /** The data as a text of their own. */
  readonly data: string
}

/** `rest` are JSON values about the whole pack. */
export function writeModule(decisions: readonly ModuleDecision[], rest: readonly unknown[], data: 'inside' | 'apart' = 'inside'): WrittenModule {
  const { text, lengths, stretches, values } = shareValues([...rest, ...decisions.flatMap((it) => [leanProgram(it.program), it.more])])
  const head: Omit<PackData, 'text'> = { names: decisions.map((it) => it.name), rest: rest.length, lengths, stretches, values }
  const whole = `${asciiJson(head)}\n${text}`
  const module = [
    '// Written by a program from the rules of a pack; change the pack and write it again.',
    ...(data === 'inside' ? [`export const data = '${whole.replace(/[\\']/g, '\\$&').replace('\n', '\\n').replaceAll('<', '\\x3c')}'`] : []),
    'export const code = [',
    ...decisions.map((it) => `${codeOf(it.program)},`),
    ']',
    '',
  ].join('\n')
  return { module, data: whole }
}

/** What nothing asks for once the code is written stays behind: the bounds of numbers inside rules (those of facts and parameters stay) and formulas as they were written. */
export function leanProgram(program: Program): Program {
  const lean = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value
    if (Array.isArray(value)) return value.map(lean)
    // A step or row that makes its words when they are asked for spells itself out.
    const entries = Object.entries('toJSON' in value && typeof value.toJSON === 'function' ? (value.toJSON() as object) : value).filter(([name]) => !('per' in value && (name === 'low' || name === 'high')))
    return Object.fromEntries(entries.map(([name, it]) => [name, name === 'text' && 'is' in value && value.is === 'formula' ? '' : lean(it)]))
  }
  return { ...program, ...(countsDays([program.steps, program.gives]) ? {} : { counts: false }), steps: lean(program.steps) as Program['steps'], gives: lean(program.gives) as Program['gives'] }
}

function countsDays(part: unknown): boolean {
  if (typeof part !== 'object' || part === null) return false
  if ('op' in part && part.op === 'call' && 'kind' in part && part.kind !== null) return true
  return Object.values(part).some(countsDays)
}

/** Longer code takes longer to fetch and to read than it saves; the closures run such a program. */
const longest = 8000

function codeOf(program: Program): string {
  const code = writeCode(program, { bodies: [], edge: 'stored', mode: 'both', wide: false })
  const { parameters, asOf, kinds, calls } = code.uses
  const text = functionText(code, 'both', program.gives.length)
  if (text.length > longest) return 'null'
  const needs = literal([[...parameters], asOf ? 1 : 0, [...kinds], [...calls.values()].map((it) => [it.name, it.kind])])
  return `[${needs}, (R) => {\n${text}\n}]`
}
