import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { bulk } from '#determinations/bulk/bulk.ts'
import { decide } from '#determinations/decide.ts'
import { loadPackFromFolder } from '#determinations/load-pack-from-folder.ts'

const loaded = await loadPackFromFolder(join(import.meta.dirname, '../../../agreements/sample'))
if (!loaded.ok) throw new Error(loaded.problem.what)
const sample = loaded.value

describe('many at once', () => {
  test('a row with something wrong or missing gets its own determination, and the others their answers', () => {
    const answers = bulk(sample, { decision: 'hourly_rate' }, [{ yearly_salary: 64400 }, {}, { yearly_salary: 'much' }, { yearly_salary: 52000, hat: 1 }, { yearly_salary: 52000 }])
    expect(answers.map((it) => it.status)).toEqual(['determined', 'needs_input', 'error', 'error', 'determined'])
    // 64,400 by 184 by 7 is 50; 52,000 by 1,288 is 40.3726.
    expect(answers.map((it) => it.value)).toEqual([{ hourly: 50 }, null, null, null, { hourly: 40.37 }])
    expect(answers[1]?.determination?.needs.map((it) => it.input)).toEqual(['yearly_salary'])
  })

  test('an unknown decision is an error in every row', () => {
    expect(bulk(sample, { decision: 'hourly_wage' }, [{}, {}]).map((it) => it.status)).toEqual(['error', 'error'])
  })

  test('every example of the pack has the status and the value that it has alone', () => {
    let asked = 0
    for (const [decision, { decision: rule }] of sample.decisions) {
      for (const example of rule.examples) {
        if (example.calendar !== null) continue
        const alone = decide(sample, { decision, input: example.given, asOf: example.asOf })
        const [many] = bulk(sample, { decision, asOf: example.asOf }, [example.given])
        expect({ status: many?.status, value: many?.value }, `${decision}: ${example.case}`).toEqual({ status: alone.status, value: alone.value })
        asked += 1
      }
    }
    expect(asked).toBeGreaterThan(100)
  })
})
