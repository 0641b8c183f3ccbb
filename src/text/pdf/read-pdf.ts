import type { PDFDocumentProxy, PDFPageProxy } from 'unpdf/pdfjs'
import type { FileKind, Line } from '#text/document.ts'
import { containStrays } from '#text/pdf/contain-strays.ts'
import { linesOf } from '#text/pdf/lines-of-pages.ts'
import { openPdf } from '#text/pdf/open-pdf.ts'
import type { Columns } from '#text/pdf/page-columns.ts'
import { pageItems } from '#text/pdf/page-items.ts'
import { pageLines } from '#text/pdf/page-lines.ts'
import { PdfFonts } from '#text/pdf/pdf-fonts.ts'
import type { PrintedPage } from '#text/pdf/printed.ts'
import { layerState, type LayerState } from '#text/pdf/text-layer.ts'
import { usualColumns } from '#text/pdf/usual-columns.ts'
import { Stopped, type Reading } from '#text/reading.ts'

/** A PDF, page by page: its words by their places, and pages that are only pictures read by eye. */
export async function readPdf(bytes: Uint8Array, reading: Reading): Promise<{ lines: Line[]; pages: number; kind: FileKind }> {
  const { pages, doubtful } = await readTextLayer(bytes, reading)
  const eyes = doubtful.size === 0 ? new Map<number, PrintedPage>() : await (await import('#text/scan/read-scanned-pages.ts')).readScannedPages(bytes, doubtful, reading)
  const best = pages.map((page) => eyes.get(page.page) ?? page)
  const lines = linesOf(best, reading)
  if (lines.length === 0) reading.stop('text/empty', 'The PDF has no text and no picture with text in it.', 'Ask for the file again, or choose another one.')
  return { lines, pages: pages.length, kind: eyes.size > pages.length / 2 ? 'scan' : 'pdf' }
}

/** A page whose own words may not be all that it shows. */
export interface DoubtfulPage {
  readonly state: LayerState
  readonly letters: number
}

interface TextLayer {
  readonly pages: PrintedPage[]
  readonly doubtful: Map<number, DoubtfulPage>
}

async function readTextLayer(bytes: Uint8Array, reading: Reading): Promise<TextLayer> {
  const release = containStrays()
  let document: PDFDocumentProxy | null = null
  try {
    document = await openPdf(bytes, reading)
    return await readPages(document, reading)
  } finally {
    release()
    // Not waited for: after a stop in the middle of a page it would never come back.
    void document?.loadingTask.destroy().catch(() => undefined)
  }
}

async function readPages(document: PDFDocumentProxy, reading: Reading): Promise<TextLayer> {
  const pages: PrintedPage[] = []
  const doubtful = new Map<number, DoubtfulPage>()
  const fonts = new PdfFonts()
  const columns: Columns[][] = []
  let failed = 0
  for (let number = 1; number <= document.numPages; number++) {
    reading.check()
    reading.progress('Reading page', number - 1, document.numPages)
    const page = await readPage(document, number, fonts, [], reading)
    if (page === null) failed++
    const { printed, lost, found } = page ?? { printed: { page: number, width: 612, height: 792, lines: [] }, lost: 0, found: [] }
    columns.push(found)
    pages.push(printed)
    const text = printed.lines.map((line) => line.text).join('\n')
    const state = layerState(text, lost)
    if (state !== 'good') doubtful.set(number, { state, letters: text.replace(/\s/g, '').length })
    // The caller's own events (a stop) get a turn.
    if (number % 4 === 0) await new Promise((resolve) => setTimeout(resolve, 0))
  }
  reading.progress('Reading page', document.numPages, document.numPages)
  if (failed === document.numPages) reading.stop('text/broken', 'None of the pages of the PDF can be read.', 'Open it in a PDF viewer and print it to a new PDF, or ask for another copy.')
  await readInUsualColumns(document, pages, usualColumns(columns), fonts, reading)
  return { pages, doubtful }
}

/** In a file that is set in columns each page is read again by them, so that pages of contents and tables keep to them too. */
async function readInUsualColumns(document: PDFDocumentProxy, pages: PrintedPage[], known: readonly Columns[], fonts: PdfFonts, reading: Reading): Promise<void> {
  if (known.length === 0) return
  for (const [at, before] of pages.entries()) {
    reading.check()
    reading.progress('Reading page in columns', at, pages.length)
    const again = before.lines.length === 0 ? null : await readPage(document, at + 1, fonts, known, reading)
    if (again !== null) pages[at] = again.printed
    if (at % 4 === 3) await new Promise((resolve) => setTimeout(resolve, 0))
  }
}

interface ReadPage {
  readonly printed: PrintedPage
  readonly lost: number
  readonly found: Columns[]
}

async function readPage(document: PDFDocumentProxy, number: number, fonts: PdfFonts, known: readonly Columns[], reading: Reading): Promise<ReadPage | null> {
  const started = reading.now()
  let page: PDFPageProxy | null = null
  try {
    page = await document.getPage(number)
    refusePageSize(page, reading)
    const items = await pageItems(page, fonts, reading)
    const found: Columns[] = []
    const lines = pageLines(items.upright, items.turned, known, found)
    if (reading.now() - started > reading.limits.pageMs) reading.stop('text/too-slow', `Page ${number} took longer than ${reading.limits.pageMs / 1000} seconds.`, 'Print the file to a new PDF and read that.', { page: number })
    return { printed: { page: number, width: items.width, height: items.height, lines }, lost: items.lost, found }
  } catch (error) {
    if (error instanceof Stopped) throw error
    reading.note('text/damaged-page', `Page ${number} is damaged and could not be read.`, 'Compare it with the original, or ask for another copy.', { page: number })
    return null
  } finally {
    page?.cleanup()
  }
}

function refusePageSize(page: PDFPageProxy, reading: Reading): void {
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = page.view
  const side = Math.max(Math.abs(x1 - x0), Math.abs(y1 - y0))
  if (!(side <= reading.limits.pageSidePoints)) reading.stop('text/page-too-large', `Page ${page.pageNumber} is ${Math.round(side / 72)} inches long or wide.`, 'Print the file to a new PDF on ordinary paper.', { page: page.pageNumber })
}
