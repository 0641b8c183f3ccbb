import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { readPackFiles } from '#pack/load-pack-folder.ts'
import { runByWrittenCode } from '#rules/code/compile.ts'
import { evaluatorsDiffer } from './compare-evaluators.ts'
import { decide, type Question } from './decide.ts'
import { loadPack } from './load-pack.ts'
import type { LoadedPack } from './loaded-pack.ts'

const files = await readPackFiles(resolve(import.meta.dirname, '../../agreements/sample'))
const [byClosures, byCode] = [load(), load()]
runByWrittenCode([...byCode.decisions.values()].flatMap(({ program }) => program ?? []))
const questions: readonly Question[] = [...byClosures.decisions.values()].flatMap(({ decision }) => decision.examples.filter((it) => it.calendar === null).map((it) => ({ decision: it.decision, input: it.given, asOf: it.asOf })))

test('answers, readings, working and accounts are the same by written code as by closures', () => {
  expect(questions.length).toBeGreaterThan(100)
  for (const question of questions) expect(JSON.stringify(decide(byCode, question))).toBe(JSON.stringify(decide(byClosures, question)))
})

test('the closures stay the referee where the pack itself runs by written code', () => {
  expect(questions.map((question) => evaluatorsDiffer(byCode, question)).filter((it) => it !== null)).toEqual([])
})

function load(): LoadedPack {
  if (!files.ok) throw new Error(files.problem.what)
  const loaded = loadPack(files.value)
  if (!loaded.ok) throw new Error(loaded.problem.what)
  return loaded.value
}
