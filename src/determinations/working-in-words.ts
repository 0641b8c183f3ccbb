import { valueInWords, dollars, spaced } from '#determinations/value-in-words.ts'
import type { CoreType, Program } from '#rules/core/core.ts'
import type { WorkingLine } from '#rules/core/running.ts'

/** The working as lines for a person: each a clause, what it took, what it gave; what it rests on stands indented under it. */

/** Lines indented by two blanks a level. A step that two others rest on is told in full once. */
export function workingInWords(program: Program, working: readonly WorkingLine[]): readonly string[] {
  const types = typesByName(program)
  const told = new Set<string>()
  const lines: string[] = []
  const tell = (line: WorkingLine, depth: number): void => {
    const indent = '  '.repeat(depth)
    const value = said(line.value, types.get(line.rule))
    const clause = line.clause === '' ? '' : `  (${line.clause})`
    const before = told.has(line.rule)
    lines.push(`${indent}${spaced(line.rule)}: ${value}${clause}${before && hasMore(line) ? ', as above' : ''}`)
    if (before) return
    told.add(line.rule)
    const why = line.why.startsWith(`${spaced(line.rule)}: `) ? line.why.slice(line.rule.length + 2) : line.why
    if (why !== '' && why !== spaced(line.rule) && why !== line.rule) lines.push(`${indent}  ${why}`)
    const uses = Object.entries(line.uses).map(([name, used]) => `${spaced(name)} ${said(used, types.get(name))}`)
    if (uses.length > 0) lines.push(`${indent}  with ${uses.join(', ')}`)
    for (const inner of line.from) tell(inner, depth + 1)
  }
  for (const line of working) tell(line, 0)
  return lines
}

function hasMore(line: WorkingLine): boolean {
  return line.from.length > 0 || Object.keys(line.uses).length > 0
}

function typesByName(program: Program): ReadonlyMap<string, CoreType> {
  const named = [...program.facts, ...program.parameters, ...program.steps]
  return new Map(named.map((it) => [it.name, it.type]))
}

function said(value: unknown, type: CoreType | undefined): string {
  if (typeof value === 'number' && type?.is === 'number' && type.money) return dollars(value)
  return valueInWords(value)
}
