import { spawnSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'

/** In a program of its own: here the test runner would hear a stray too. */
function run(more: string): { code: number | null; out: string; err: string } {
  const program = `
    import { makePdf } from '#text/fixtures/make-pdf.ts'
    import { readDocument } from '#text/read-document.ts'
    const whole = new TextDecoder('latin1').decode(makePdf([1, 2].map((page) => ({ texts: [{ text: 'Words of page ' + page + ' that stay', x: 72, y: 72 }] }))))
    const second = whole.indexOf('/Type /Page ', whole.indexOf('/Type /Page ') + 1)
    const bytes = Uint8Array.from(whole.slice(0, second) + ')' + whole.slice(second + 1), (letter) => letter.charCodeAt(0))
    ${more}
    const outcome = await readDocument({ name: 'a.pdf', bytes })
    console.log(outcome.ok ? outcome.value.lines.map((line) => line.text).join() : outcome.problem.what)`
  const ran = spawnSync(process.execPath, ['--input-type=module', '--eval', program], { cwd: new URL('../../../', import.meta.url), encoding: 'utf8' })
  return { code: ran.status, out: ran.stdout.trim(), err: ran.stderr }
}

describe('errors that the PDF package forgets to catch', () => {
  test('do not end the program that reads a damaged file without a thread of its own', () => {
    expect(run('')).toEqual({ code: 0, out: 'Words of page 1 that stay', err: '' })
  })

  test('are told from the errors of others, which end the program as ever', () => {
    const ran = run("void Promise.reject(new TypeError('a mistake elsewhere'))")
    expect(ran.code).not.toBe(0)
    expect(ran.err).toContain('a mistake elsewhere')
  })
})
