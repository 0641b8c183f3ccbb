import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { makeDocx, paragraph } from '#text/fixtures/make-docx.ts'
import { readDocument } from '#text/read-document.ts'

async function refusal(bytes: Uint8Array, limits = {}): Promise<string> {
  const outcome = await readDocument({ name: 'agreement.docx', bytes }, { limits })
  return outcome.ok ? 'read' : outcome.problem.code
}

const whole = (xml: string): Uint8Array => zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': strToU8(xml) })

describe('Word files that are refused', () => {
  test('an empty one, and one cut short', async () => {
    expect(await refusal(makeDocx({ body: paragraph('') }))).toBe('text/empty')
    const bytes = makeDocx({ body: paragraph('Hours') })
    for (const part of [0.1, 0.5, 0.9, 0.99]) expect(await refusal(bytes.subarray(0, Math.floor(bytes.length * part)))).toBe('text/broken')
  })

  test('one with its own entities, and one with broken XML', async () => {
    expect(await refusal(whole('<!DOCTYPE d [<!ENTITY a "x"><!ENTITY b "&a;&a;">]><w:document><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>'))).toBe('text/unsafe-xml')
    expect(await refusal(whole('<w:document><w:body><w:p>'))).toBe('text/broken')
  })

  test('one that grows beyond measure when unpacked', async () => {
    const bytes = makeDocx({ body: paragraph(' '.repeat(3_000_000)) })
    expect(await refusal(bytes)).toBe('text/bomb')
    expect(await refusal(makeDocx({ body: paragraph('Hours') }), { unpackedBytes: 100 })).toBe('text/bomb')
  })

  test('one that lies about its unpacked size', async () => {
    const bytes = makeDocx({ body: paragraph(' '.repeat(3_000_000)) })
    const view = new DataView(bytes.buffer, bytes.byteOffset)
    for (let at = 0; at + 46 < bytes.length; at++) if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true)
    expect(await refusal(bytes)).toBe('text/bomb')
  })

  test('one with thousands of members, and one nested beyond measure', async () => {
    const many = Object.fromEntries(Array.from({ length: 5000 }, (_, at) => [`x/${at}`, new Uint8Array()]))
    expect(await refusal(zipSync(many))).toBe('text/bomb')
    expect(await refusal(whole(`<w:document><w:body>${'<w:sdt>'.repeat(5000)}${'</w:sdt>'.repeat(5000)}</w:body></w:document>`))).toBe('text/too-deep')
  })

  test('one with a password: packed members, or wrapped whole', async () => {
    const bytes = makeDocx({ body: paragraph('Hours') })
    const view = new DataView(bytes.buffer, bytes.byteOffset)
    for (let at = 0; at + 46 < bytes.length; at++) if (view.getUint32(at, true) === 0x02014b50) view.setUint16(at + 8, 1, true)
    expect(await refusal(bytes)).toBe('text/encrypted')
    const old = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array.from({ length: 500 }, () => 0)]
    expect(await refusal(new Uint8Array([...old, ...wide('EncryptedPackage')]))).toBe('text/encrypted')
    expect(await refusal(new Uint8Array([...old, ...wide('WordDocument')]))).toBe('text/other-kind')
  })

  test('OpenDocument, Excel, Pages and plain archives, each with what to do', async () => {
    const none = new Uint8Array()
    expect(await next({ mimetype: none, 'content.xml': none })).toContain('.docx')
    expect(await next({ '[Content_Types].xml': none, '_rels/.rels': none, 'xl/workbook.xml': none })).toContain('PDF')
    expect(await next({ 'Index/Document.iwa': none })).toContain('Export to')
    expect(await next({ 'a.txt': none })).toContain('Unpack it')
  })

  test('a reading that was stopped or took too long says so', async () => {
    const bytes = makeDocx({ body: paragraph('Hours') })
    const stopped = await readDocument({ name: 'a.docx', bytes }, { signal: AbortSignal.abort() })
    expect(stopped.ok ? '' : stopped.problem.code).toBe('text/stopped')
    let clock = 0
    const slow = await readDocument({ name: 'a.docx', bytes }, { limits: { totalMs: 60_000 }, now: () => (clock += 50_000) })
    expect(slow.ok ? '' : slow.problem.code).toBe('text/too-slow')
  })
})

/** Letters as the old wrapping writes names: two bytes each. */
function wide(name: string): number[] {
  return [...name].flatMap((letter) => [letter.charCodeAt(0), 0])
}

async function next(files: Record<string, Uint8Array>): Promise<string> {
  const outcome = await readDocument({ name: 'a', bytes: zipSync(files) })
  return outcome.ok ? '' : outcome.problem.next
}
