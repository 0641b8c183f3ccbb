import { spawnSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'

/** Reads a PDF in a program of its own, where an error that nobody catches ends everything; such an error comes up while a page is read. */
function readWhile(error: string): { code: number | null; out: string; err: string } {
  const program = `
    import { makePdf } from '#text/fixtures/make-pdf.ts'
    import { readDocument } from '#text/read-document.ts'
    const bytes = makePdf([{ texts: [{ text: 'Words that stay', x: 72, y: 72 }] }])
    const outcome = await readDocument({ name: 'a.pdf', bytes }, { onProgress: () => void Promise.reject(${error}) })
    console.log(outcome.ok ? outcome.value.lines.map((line) => line.text).join() : outcome.problem.what)`
  const ran = spawnSync(process.execPath, ['--input-type=module', '--eval', program], { cwd: new URL('../../../', import.meta.url), encoding: 'utf8' })
  return { code: ran.status, out: ran.stdout.trim(), err: ran.stderr }
}

describe('errors that nobody catches while a PDF is read', () => {
  test('those of the PDF package do not end the program', () => {
    expect(readWhile("Object.assign(new Error('Bad token'), { name: 'FormatError' })")).toEqual({ code: 0, out: 'Words that stay', err: '' })
  })

  test('those of anybody else end it as ever', () => {
    const ran = readWhile("new TypeError('a mistake elsewhere')")
    expect(ran.code).not.toBe(0)
    expect(ran.err).toContain('a mistake elsewhere')
  })
})
