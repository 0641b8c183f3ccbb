import type { Core, Mention, StepBody } from '#rules/core/core.ts'
import { type Lowering, mention } from '#rules/core/lowering.ts'

/** A step that no author named: an argument of a call, the head of a column. */
export function hiddenStep(lowering: Lowering, name: string, value: Core): Core {
  mention(lowering, { is: 'step', at: lowering.steps.length })
  return { op: 'step', at: addFormula(lowering, name, value), type: value.type }
}

function addFormula(lowering: Lowering, name: string, value: Core): number {
  const body: StepBody = { is: 'formula', value, text: name }
  lowering.steps.push({ name, kind: 'formula', clauses: [lowering.place.clause], says: name, type: value.type, bodies: [body], readings: [], mentions: [mentionsOf(value)], exceptions: [], when: null })
  return lowering.steps.length - 1
}

// What a finished expression reads, in the order in which it stands.
function mentionsOf(core: Core): Mention[] {
  const found = new Map<string, Mention>()
  const look = (part: unknown): void => {
    if (Array.isArray(part)) for (const it of part) look(it)
    else if (typeof part === 'object' && part !== null) lookInto(part as Partial<Core>)
  }
  const lookInto = (part: Partial<Core>): void => {
    if ((part.op === 'fact' || part.op === 'need') && 'at' in part) found.set(`f${part.at}`, { is: 'fact', at: part.at ?? 0 })
    if ((part.op === 'step' || part.op === 'column') && 'at' in part) found.set(`s${part.at}`, { is: 'step', at: part.at ?? 0 })
    if (part.op === 'parameter' && part.day === null) found.set(`p${part.at}`, { is: 'parameter', at: part.at ?? 0 })
    for (const [key, value] of Object.entries(part)) if (key !== 'type') look(value)
  }
  look(core)
  return [...found.values()]
}

