import { prepareQuestion, type Question } from '#determinations/decide.ts'
import type { LoadedPack } from '#determinations/loaded-pack.ts'
import { runReadings } from '#determinations/run-readings.ts'
import { compile, type Compiled } from '#rules/code/compile.ts'
import type { Program } from '#rules/core/core.ts'
import { closuresOf } from '#rules/run/closures.ts'

/** Puts one question to both evaluators, the written code and the closures that referee it. Makes code while it runs: for servers, terminals and tests, never for a browser. */

/** How they differ, in words; null where they agree, or the written code leaves the question to the closures. */
export function evaluatorsDiffer(pack: LoadedPack, question: Question): string | null {
  const prepared = prepareQuestion(pack, question)
  if ('error' in prepared) return null
  const { program, facts, around, knownAsOf } = prepared
  const { plain } = runReadings(program, facts, around, knownAsOf)
  // Asked by name: what a decision runs by may itself be written code.
  const closures = closuresOf(program, plain)
  const ran = closures.run(facts, around)
  const out: unknown[] = []
  const bound = compiledOnce(program).bind(around, plain)
  const path = bound.answerStored(facts, out)
  if (path === -1) return null
  if (ran.status !== 'answered') return `The written code answers ${JSON.stringify(out)}, and the closures say ${ran.status}.`
  if (JSON.stringify(ran.value) !== JSON.stringify(out)) return `The written code answers ${JSON.stringify(out)}, and the closures ${JSON.stringify(ran.value)}.`
  if (JSON.stringify(bound.treeStored(facts)) !== JSON.stringify(closures.working(facts, around))) return 'The written code shows another working than the closures.'
  return JSON.stringify(ran.path) === JSON.stringify(path) ? null : `The written code went ${JSON.stringify(path)}, and the closures ${JSON.stringify(ran.path)}.`
}

function compiledOnce(program: Program): Compiled {
  const known = compiled.get(program) ?? compile(program)
  compiled.set(program, known)
  return known
}

const compiled = new WeakMap<Program, Compiled>()
