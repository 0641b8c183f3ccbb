import { describe, expect, test } from 'vitest'
import { decide } from '#determinations/decide.ts'
import { answerView } from '#web/answers/answer-view.ts'
import { clauseRules } from '#web/answers/clause-rules.ts'
import { exampleView } from '#web/answers/example-view.ts'
import { readAnswerQuery } from '#web/answers/read-answer-query.ts'
import { askedPack, packNames } from '#web/answers/sample-pack.test-support.ts'

const around = { origin: 'http://127.0.0.1:8321', today: '2026-11-22' }
/** Every so many-th example is also shown in full. */
const shown = 12

describe.each(packNames)('the worked examples of %s', (id) => {
  test('each has an address that asks exactly the same again', async () => {
    const asked = await askedPack(id)
    const wrong: string[] = []
    for (const loaded of asked.loaded.decisions.values()) {
      for (const example of loaded.decision.examples) {
        const { path } = exampleView(id, loaded, example)
        if (path === null) continue
        const query = readAnswerQuery(loaded.decision, new URL(path, around.origin).search)
        const known = Object.fromEntries(Object.entries(example.given).filter(([, value]) => value !== null))
        if ('refused' in query || canonical(query.input) !== canonical(known) || query.asOf !== example.asOf) wrong.push(`${path}: ${'refused' in query ? query.refused : canonical(query.input)}`)
      }
    }
    expect(wrong).toEqual([])
  })

  test('each page says what the terminal says', async () => {
    const asked = await askedPack(id)
    const all = [...asked.loaded.decisions.values()].flatMap((loaded) => loaded.decision.examples.map((example) => ({ loaded, example })))
    for (const { loaded, example } of all.filter((it, at) => at % shown === 0 && it.example.calendar === null)) {
      const query = readAnswerQuery(loaded.decision, new URL(exampleView(id, loaded, example).path ?? '', around.origin).search)
      if ('refused' in query) throw new Error(query.refused)
      const answer = decide(asked.loaded, { decision: loaded.decision.name, input: example.given, asOf: example.asOf })
      expect([loaded.decision.name, answerView(asked, loaded, query, around).status]).toEqual([loaded.decision.name, answer.status])
    }
  })

  test('no fact is called like one of the address’s own words', async () => {
    const asked = await askedPack(id)
    const names = asked.loaded.rules.decisions.flatMap((it) => it.facts.map((fact) => fact.name))
    expect(names.filter((name) => ['asOf', 'unsure', 'asked'].includes(name) || name.includes('.'))).toEqual([])
  })

  test('every clause has its margin, and every question stands in one', async () => {
    const asked = await askedPack(id)
    const told = new Set([...asked.clauses.keys()].flatMap((anchor) => {
      const rules = clauseRules(asked, anchor)
      return [...rules.cards, ...rules.also].map((it) => it.decision)
    }))
    expect([...asked.loaded.decisions.keys()].filter((name) => !told.has(name))).toEqual([])
  })
})

/** Records with their parts in one order; a list keeps its own. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => (typeof part === 'object' && part !== null && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).filter(([, it]) => it !== null).sort(([a], [b]) => (a < b ? -1 : 1))) : part))
}
