import { describe, expect, test } from 'vitest'
import type { TextDocument } from '#text/document.ts'
import { readDocument } from '#text/read-document.ts'

async function read(html: string | Uint8Array, name = 'agreement.html'): Promise<TextDocument> {
  const outcome = await readDocument({ name, bytes: typeof html === 'string' ? new TextEncoder().encode(html) : html })
  if (!outcome.ok) throw new Error(outcome.problem.what)
  return outcome.value
}

async function texts(html: string): Promise<string[]> {
  return (await read(`<!doctype html><title>x</title>${html}`)).lines.map((line) => line.text)
}

describe('web pages', () => {
  test('a page without visible words is refused', async () => {
    const outcome = await readDocument({ name: 'a.html', bytes: new TextEncoder().encode('<!doctype html><script>write("Article 1")</script>') })
    expect(outcome.ok ? '' : outcome.problem.code).toBe('text/empty')
  })

  test('a page nested a hundred thousand deep is refused', async () => {
    const outcome = await readDocument({ name: 'a.html', bytes: new TextEncoder().encode(`<!doctype html>${'<div>'.repeat(100_000)}x`) })
    expect(outcome.ok ? '' : outcome.problem.code).toBe('text/too-deep')
  })

  test('paragraphs, headings and breaks are lines; blanks shrink; entities are letters', async () => {
    const document = await read('<!doctype html><h1>Article 1</h1>\n<p>Caf&eacute; &amp;\n   hours&nbsp;of <b>work</b><br>next line</p><pre>a\n  b</pre>')
    expect(document.lines.map((line) => line.text)).toEqual(['Article 1', 'Café & hours\u00a0of work', 'next line', 'a', '  b'])
    expect(document.lines[0]?.hint).toEqual({ heading: 1, bold: true })
    expect(document.lines[1]?.hint).toBeUndefined()
  })

  test('ordered lists carry the numbers that a browser shows', async () => {
    expect(await texts('<ol start=3><li>three<li>four<ol type=a><li>sub<li value=4>jump</ol><li>five</ol>')).toEqual(['3. three', '4. four', 'a. sub', 'd. jump', '5. five'])
    expect(await texts('<ol reversed><li>x<li>y<li>z</ol><ol type=I><li>x<li>y<li>z<li>u</ol>')).toEqual(['3. x', '2. y', '1. z', 'I. x', 'II. y', 'III. z', 'IV. u'])
    expect(await texts('<ol><li><p>first</p><p>second</p></li><li><ol type=A><li>deep</ol></ol>')).toEqual(['1. first', 'second', '2.', 'A. deep'])
    expect(await texts('<ul><li>dot</ul><ol style="list-style-type: none"><li>bare</ol>')).toEqual(['• dot', 'bare'])
  })

  test('the label is named apart in the hint', async () => {
    const document = await read('<!doctype html><ol type="i"><li>late<li>later</ol>')
    expect(document.lines[1]?.hint?.label).toBe('ii.')
    expect(document.lines[1]?.text).toBe('ii. later')
  })

  test('table rows are cells, with merged cells empty', async () => {
    const document = await read('<!doctype html><table><tr><th rowspan=2>Step<th colspan=2>Class<tr><td>A<td>B<tr><td>1<td>$10<td>$11</table><p>after</p>')
    expect(document.lines.map((line) => line.hint?.cells)).toEqual([['Step', 'Class', ''], ['', 'A', 'B'], ['1', '$10', '$11'], undefined])
    expect(document.lines[2]?.text).toBe('1 | $10 | $11')
    expect(document.lines.map((line) => line.hint?.table)).toEqual([1, 1, 1, undefined])
  })

  test('a table that is only a frame leaves its lines alone', async () => {
    expect(await texts('<table><tr><td><h2>Article 2</h2><p>Pay</p></td></tr></table>')).toEqual(['Article 2', 'Pay'])
  })

  test('scripts, styles and hidden parts are left out and noted', async () => {
    const document = await read('<!doctype html><style>p{}</style><p>seen</p><script>alert(1)</script><p hidden>unseen</p><div style="display: none">nor this</div>')
    expect(document.lines.map((line) => line.text)).toEqual(['seen'])
    expect(document.notes.map((note) => note.code)).toEqual(['text/scripts-left-out', 'text/hidden-left-out'])
    expect(document.notes[1]?.what).toContain('2 hidden parts with 14 characters')
  })

  test('struck and new text marked as such are changes', async () => {
    const document = await read('<!doctype html><p>Pay is <del datetime="2024-01-02">ten</del><ins>eleven</ins> dollars.</p><p><del>Gone.</del></p>')
    expect(document.lines.map((line) => line.text)).toEqual(['Pay is eleven dollars.'])
    expect(document.changes).toEqual([
      { kind: 'deleted', line: 1, text: 'ten', author: null, date: '2024-01-02' },
      { kind: 'inserted', line: 1, text: 'eleven', author: null, date: null },
      { kind: 'deleted', line: 1, text: 'Gone.', author: null, date: null },
    ])
  })

  test('the letters that the page declares are believed', async () => {
    const head = new TextEncoder().encode('<!doctype html><meta charset="iso-8859-2"><p>')
    expect((await read(new Uint8Array([...head, 0xb1]))).lines[0]?.text).toBe('ą')
  })

  test('a page that is named .txt is read as a page, with a note', async () => {
    const document = await read('<!DOCTYPE html><p>Hours</p>', 'agreement.txt')
    expect(document.kind).toBe('html')
    expect(document.notes.map((note) => note.code)).toEqual(['text/extension'])
  })
})
