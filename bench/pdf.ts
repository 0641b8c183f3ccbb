import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readBook } from '#book/read-book.ts'
import { readDocument } from '#text/read-document.ts'
import { times, type Bench, type Measure } from './bench.ts'
import { makeAgreement } from './make-agreement.ts'
import { makePdf } from './make-pdf.ts'

const pages = 200

/** How long a PDF with a text layer takes from bytes to a book, the first time in a process. */
export const bench: Bench = {
  name: 'pdf',
  says: `a PDF of ${pages} pages with a text layer, to a linked and linted book; beside it pdftotext -layout, where it is installed`,
  run: async () => {
    const bytes = makePdf(makeAgreement({ articles: 60, sections: 12, paragraphs: 3, seed: 7 }), pages)
    const [ours = Number.NaN] = await times(() => read(bytes), { warm: 0, runs: 1 })
    return [{ what: `${pages} pages, ${Math.round(bytes.length / 1000)} KB`, value: ours, unit: 'ms', target: 10_000, ...(await besidePdftotext(bytes)) }]
  },
}

async function read(bytes: Uint8Array): Promise<void> {
  const document = await readDocument({ name: 'invented.pdf', bytes })
  if (!document.ok) throw new Error(document.problem.what)
  if (document.value.pages !== pages) throw new Error(`the PDF was read as ${document.value.pages} pages`)
  readBook(document.value)
}

async function besidePdftotext(bytes: Uint8Array): Promise<Pick<Measure, 'beside'>> {
  const folder = mkdtempSync(join(tmpdir(), 'steward-bench-'))
  try {
    const file = join(folder, 'invented.pdf')
    writeFileSync(file, bytes)
    const [value = Number.NaN] = await times(() => execFileSync('pdftotext', ['-layout', file, join(folder, 'out.txt')]), { warm: 1, runs: 1 })
    return { beside: { name: 'pdftotext -layout (text only)', value } }
  } catch {
    return {}
  } finally {
    rmSync(folder, { recursive: true })
  }
}
