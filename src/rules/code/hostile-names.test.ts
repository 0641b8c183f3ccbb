import { describe, expect, test } from 'vitest'
import { typeOfFact } from '#rules/core/core-types.ts'
import type { Core, Program } from '#rules/core/core.ts'
import { compared, constantNumber, ifElse, same } from '#rules/core/make-core.ts'
import { compile } from './compile.ts'
import { choice, fact, formula, program, row, step, table, use, word } from './invented-programs.test-support.ts'
import { openModule, type PackModule } from './pack-module.ts'
import { leanProgram, writeModule } from './write-module.ts'

/** Names and texts of a pack that try to become code. None of them may: they are literals, and identifiers are made by us. */
const hostile = [
  '"; globalThis.caught = true; //', "'; globalThis.caught = true; //", '`${globalThis.caught = true}`', '*/ globalThis.caught = true /*', '\u2028globalThis.caught = true\u2029', '\\"; globalThis.caught = true //',
  '</script><script>globalThis.caught = true</script>', '\n globalThis.caught = true \n', '__proto__', 'constructor', '{"$":0}', '$', '${caught}', '\u0000', '\ud800',
]

const around = { asOf: null, calendars: { name: 'none', kinds: new Map(), named: new Map() } }

/** A program in which the name stands wherever a pack can put one. */
function named(name: string): Program {
  const type = choice(name, `${name}!`)
  const facts = [fact(name, type), fact(`${name}?`, typeOfFact({ is: 'integer' }, 0, null))]
  const asked: Core = same({ op: 'fact', at: 0, type }, word(type, name))
  const rows = table(type, [
    row(name, [word(type, name)], [asked, compared('>', use(facts, 1), constantNumber(3, 1))], name),
    row(name, [word(type, `${name}!`)], [asked], name),
  ], [word(type, name)])
  const record: Core = { op: 'record', fields: [{ name, value: { op: 'step', at: 0, type } }], type: { is: 'record', fields: [{ name, type }], orNull: false } }
  const steps = [step(name, type, rows, [{ is: 'fact', at: 0 }, { is: 'fact', at: 1 }, { is: 'figure', name, value: name }], { clauses: [name], says: name }), step(`${name} 2`, record.type, formula(ifElse(asked, record, record, record.type)), [{ is: 'fact', at: 0 }, { is: 'step', at: 0 }])]
  return program(name, facts, steps, [{ name, value: { op: 'step', at: 1, type: record.type }, type: record.type, mentions: [{ is: 'step', at: 1 }], as: 'record' }])
}

describe('what a pack says never becomes code', () => {
  test.each(hostile)('%j as the name of everything', (name) => {
    const hostileProgram = named(name)
    const bound = compile(hostileProgram).bind(around)
    const out: unknown[] = []
    const stored = [name, 5]
    const path = bound.answerStored(stored, out)
    // Row 1 of 2 and `otherwise`: digit 1 of 5; the formula: digit 1.
    expect(path).toBe(1 + 5)
    expect(JSON.stringify(out)).toBe(JSON.stringify([Object.fromEntries([[name, name]])]))
    expect(bound.treeStored(stored)?.[0]?.from[0]).toMatchObject({ rule: name, clause: name, why: name, value: name })
    bound.answer(Object.fromEntries([[name, name], [`${name}?`, 5]]), out)
    bound.columns(0, 1, [Uint8Array.of(0), Uint8Array.of(5)], [[]], new Uint16Array(1), [])
    expect(globalThis).not.toHaveProperty('caught')
  })

  test('nor in a module', async () => {
    const programs = hostile.map(named)
    const { module: text } = writeModule(programs.map((it) => ({ name: it.decision, program: it, more: { [it.decision]: it.decision } })), [hostile])
    const module = (await import(`data:text/javascript;base64,${Buffer.from(text).toString('base64')}`)) as PackModule
    const open = openModule(module)
    expect(globalThis).not.toHaveProperty('caught')
    expect(open.names).toEqual(hostile)
    expect(JSON.stringify(open.rest(0))).toBe(JSON.stringify(hostile))
    hostile.forEach((name, at) => {
      expect(JSON.stringify(open.program(at))).toBe(JSON.stringify(leanProgram(programs[at] as Program)))
      expect(JSON.stringify(open.more(at))).toBe(JSON.stringify(Object.fromEntries([[name, name]])))
    })
    expect(text).not.toContain('</script')
  })
})
