import type { Core, CoreType, Program } from '#rules/core/core.ts'
import { leave } from '#rules/core/leaving.ts'
import type { Surroundings } from '#rules/core/running.ts'
import { closuresOf } from '#rules/run/closures.ts'
import { compile } from './compile.ts'

/** Puts the same facts to written code and to the closures, in every way in which facts come in, and says in words where they differ. */

export interface Compared {
  readonly runs: number
  /** How often the code answered itself. */
  readonly answered: number
  readonly differences: readonly string[]
}

export function compareWithClosures(program: Program, facts: readonly (readonly unknown[])[], around: Surroundings, bodies: readonly number[] = []): Compared {
  const closures = closuresOf(program, bodies)
  const bound = compile(program).bind(around, bodies)
  const differences: string[] = []
  let answered = 0
  for (const values of facts) {
    const ran = closures.run(values, around)
    const record = recordOf(program, values)
    const stored: unknown[] = []
    const out: unknown[] = []
    const paths = [bound.answerStored(values, stored), bound.answer(record, out)]
    const trees = [bound.treeStored(values), bound.tree(record)]
    if (paths[0] !== -1) answered += 1
    // Whatever the code answers, the closures answer too, and the same.
    const wanted = ran.status === 'answered' ? { path: ran.path, stored: ran.value, out: ran.value.map((it, at) => leave(program.gives[at]!.type, it)), tree: closures.working(values, around) } : null
    const show = (what: string, ours: unknown, theirs: unknown): void => {
      if (JSON.stringify(ours) !== JSON.stringify(theirs)) differences.push(`${program.decision} ${JSON.stringify(record)}: ${what} ${JSON.stringify(ours)}, closures ${JSON.stringify(theirs)} (${ran.status})`)
    }
    for (const path of paths) if (path !== -1) show('path', path, wanted?.path)
    if (paths[0] !== -1) show('stored answer', stored, wanted?.stored)
    if (paths[1] !== -1) show('answer', out, wanted?.out)
    if ((paths[0] === -1) !== (paths[1] === -1)) show('one edge answers', paths[1], paths[0])
    for (const tree of trees) if (tree !== null) show('working', tree, wanted?.tree)
    if ((trees[0] === null) !== (paths[0] === -1)) show('tree answers', trees[0], paths[0])
  }
  return { runs: facts.length, answered, differences }
}

/** The facts as a JSON record, as they came in. */
export function recordOf(program: Program, values: readonly unknown[]): Record<string, unknown> {
  return Object.fromEntries(program.facts.flatMap((slot, at) => (values[at] === undefined ? [] : [[slot.name, leave(slot.type, values[at])]])))
}

/** Facts by chance: near the figures that the program names, so that every row has its turn. */
export function inventFacts(program: Program, chance: () => number): unknown[] {
  const figures = figuresOf(program)
  return program.facts.map((slot) => (chance() < (slot.optional || slot.missingMeans !== undefined ? 0.3 : 0.03) ? undefined : inventValue(slot.type, figures, chance)))
}

export interface Figures {
  readonly numbers: readonly number[]
  readonly texts: readonly string[]
}

const known = new WeakMap<Program, Figures>()

/** Constants of the program, for facts that lie near them. */
export function figuresOf(program: Program): Figures {
  const had = known.get(program)
  if (had !== undefined) return had
  const [numbers, texts] = [new Set<number>([0, 1, 14900]), new Set<string>(['2010-2011', '2018-19', ''])]
  const look = (part: unknown): void => {
    if (Array.isArray(part)) for (const it of part) look(it)
    else if (typeof part === 'object' && part !== null) {
      const { op, value } = part as { op?: Core['op']; value?: unknown }
      if (op === 'constant' && typeof value === 'number') numbers.add(value)
      if (op === 'constant' && typeof value === 'string') texts.add(value)
      for (const it of Object.values(part)) look(it)
    }
  }
  look(program.steps)
  look(program.gives)
  const found = { numbers: [...numbers], texts: [...texts] }
  known.set(program, found)
  return found
}

export function inventValue(type: CoreType, figures: Figures, chance: () => number): unknown {
  const one = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)] as T
  if (type.orNull && chance() < 0.3) return null
  switch (type.is) {
    case 'number': {
      const near = one(figures.numbers) + Math.floor(chance() * 5) - 2
      const value = chance() < 0.7 ? near : chance() < 0.5 ? Math.floor(chance() * 60) * (chance() < 0.5 ? 1 : type.per) : Math.floor((chance() - 0.3) * 10 ** Math.floor(chance() * 12))
      return Math.min(type.high ?? 1e9, Math.max(type.low ?? -1e9, value)) + 0
    }
    case 'date':
      return chance() < 0.15 ? Math.floor(chance() * 30000) : one([14792, 14900, 15127, 15492, 15857, 18080, 20000]) + Math.floor(chance() * 400) - 50
    case 'time':
      return Math.floor(chance() * 1440)
    case 'boolean':
      return chance() < 0.5
    case 'choice':
      return one(type.of)
    case 'list':
      return Array.from({ length: Math.floor(chance() * 4) }, () => inventValue(type.items, figures, chance))
    case 'record':
      return Object.fromEntries(type.fields.map((field) => [field.name, inventValue(field.type, figures, chance)]))
    default:
      return one(figures.texts)
  }
}
