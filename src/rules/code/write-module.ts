import type { Program } from '#rules/core/core.ts'
import { functionText } from './function-text.ts'
import { literal } from './literal.ts'
import type { PackModule } from './pack-module.ts'
import { shareValues } from './shared-values.ts'
import { writeCode } from './write-code.ts'

/**
 * Writes a pack as an ES module, for a browser under a strict content policy where no code may be made while running: for each decision its code, and beside it its program and whatever
 * else is said of it as data that is read only when the decision is asked for.
 */
export interface ModuleDecision {
  readonly name: string
  readonly program: Program
  /** What goes with it, as JSON. */
  readonly more: unknown
}

/** `rest` is JSON about the whole pack. */
export function writeModule(decisions: readonly ModuleDecision[], rest: unknown): string {
  const shared = shareValues([rest, ...decisions.flatMap((it) => [it.program, it.more])])
  const parts: Omit<PackModule, 'code'> = { names: decisions.map((it) => it.name), text: shared.text, lengths: shared.lengths, values: shared.values }
  return [
    '// Written by a program from the rules of a pack; change the pack and write it again.',
    ...Object.entries(parts).map(([name, value]) => `export const ${name} = ${typeof value === 'string' ? textLiteral(value) : literal(value)}`),
    'export const code = [',
    ...decisions.map((it) => `${codeOf(it.program)},`),
    ']',
    '',
  ].join('\n')
}

/** JSON is full of double quotes, so it stands in single ones. */
function textLiteral(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&').replace(/\n/g, '\\n').replace(/\r/g, '\\r').replace(/</g, '\\x3c').replace(/\u2028/g, '\\u2028').replace(/\u2029/g, '\\u2029')}'`
}

function codeOf(program: Program): string {
  const code = writeCode(program, { bodies: [], edge: 'stored', mode: 'both', wide: false })
  const { parameters, asOf, kinds, calls } = code.uses
  const needs = literal([[...parameters], asOf ? 1 : 0, [...kinds], [...calls.values()].map((it) => [it.name, it.kind])])
  return `[${needs}, (R) => {\n${functionText(code, 'both', program.gives.length)}\n}]`
}
