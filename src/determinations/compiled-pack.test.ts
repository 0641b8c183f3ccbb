import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { decide } from '#determinations/decide.ts'
import { loadPackFromFolder } from '#determinations/load-pack-from-folder.ts'
import { addCode, openCompiledPack } from '#determinations/open-compiled-pack.ts'
import { writeCompiledPack } from '#determinations/write-compiled-pack.ts'
import type { PackModule } from '#rules/code/pack-module.ts'

const loaded = await loadPackFromFolder(join(import.meta.dirname, '../../agreements/sample'))
if (!loaded.ok) throw new Error(loaded.problem.what)
const sample = loaded.value

async function moduleOf(text: string): Promise<PackModule> {
  return (await import(`data:text/javascript,${encodeURIComponent(text)}`)) as PackModule
}

describe('a pack written as a module', () => {
  test('makes no code while running: it names neither eval nor Function', () => {
    const withoutTexts = writeCompiledPack(sample).module.replace(/'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"/g, '')
    expect(withoutTexts).not.toMatch(/\beval\b|\bFunction\b|\bimport\b/)
  })

  test('answers every example of the pack as the pack itself does, whole determinations', async () => {
    const compiled = openCompiledPack(await moduleOf(writeCompiledPack(sample).module))
    let asked = 0
    for (const [name, { decision }] of sample.decisions) {
      for (const example of decision.examples) {
        if (example.calendar !== null) continue
        const question = { decision: name, input: example.given, asOf: example.asOf }
        expect(JSON.stringify(decide(compiled, question)), `${name}: ${example.case}`).toBe(JSON.stringify(decide(sample, question)))
        asked += 1
      }
    }
    expect(asked).toBeGreaterThan(100)
  })

  test('is the same with its data apart', async () => {
    const { module, data } = writeCompiledPack(sample, { data: 'apart' })
    const question = { decision: 'hourly_rate', input: { yearly_salary: 64400 } }
    expect(module).not.toContain('export const data')
    expect(decide(openCompiledPack(await moduleOf(module), data), question)).toEqual(decide(sample, question))
  })

  test('answers from its data alone, and by its code once that has come', async () => {
    const { module, data } = writeCompiledPack(sample, { data: 'apart' })
    const compiled = openCompiledPack(null, data)
    const asked = [...sample.decisions].flatMap(([name, { decision }]) => decision.examples.filter((it) => it.calendar === null).map((it) => ({ decision: name, input: it.given, asOf: it.asOf })))
    const alone = asked.map((question) => decide(compiled, question))
    addCode(compiled, await moduleOf(module))
    expect(asked.map((question) => decide(compiled, question))).toEqual(alone)
    expect(alone).toEqual(asked.map((question) => decide(sample, question)))
  })

  test('knows its decisions by name without making them', async () => {
    const compiled = openCompiledPack(await moduleOf(writeCompiledPack(sample).module))
    expect([...compiled.decisions.keys()]).toEqual([...sample.decisions.keys()])
    expect(compiled.decisions.has('no_such_decision')).toBe(false)
    expect(decide(compiled, { decision: 'no_such_decision', input: {} }).status).toBe('error')
  })
})
