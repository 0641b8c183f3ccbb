import type { PDFPageProxy } from 'unpdf/pdfjs'
import type { PrintedItem } from '#text/pdf/printed.ts'
import type { PdfFonts } from '#text/pdf/pdf-fonts.ts'
import type { Reading } from '#text/reading.ts'

/** The words of one PDF page with their places, the page held so that most of its text is upright. */
export interface PageItems {
  readonly width: number
  readonly height: number
  readonly upright: readonly PrintedItem[]
  /** Text in another direction: stamps, watermarks, words up the side. */
  readonly turned: readonly PrintedItem[]
  /** Letters whose meaning the file does not tell. */
  readonly lost: number
}

interface RawItem {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly angle: number
  readonly along: number
  readonly size: number
  readonly font: string
  readonly artifact: boolean
  readonly lost: number
}

export async function pageItems(page: PDFPageProxy, fonts: PdfFonts, reading: Reading): Promise<PageItems> {
  const view = page.getViewport({ scale: 1 })
  const raw = await rawItems(page, view.transform as number[], reading)
  await fonts.learn(page, raw.map((item) => item.font))
  const trimming = raw.filter((item) => item.artifact).length
  // A file that calls most of its text trimming is mistaken.
  const believed = trimming < raw.length * 0.4
  const turns = [0, 0, 0, 0]
  for (const item of raw) if (isSquare(item.angle)) turns[quarter(item.angle)] = (turns[quarter(item.angle)] ?? 0) + item.text.trim().length
  const turn = turns.indexOf(Math.max(...turns))
  const width = turn % 2 === 0 ? view.width : view.height
  const height = turn % 2 === 0 ? view.height : view.width
  const upright: PrintedItem[] = []
  const turned: PrintedItem[] = []
  for (const item of raw) {
    if (item.text.trim() === '') continue
    const straight = isSquare(item.angle) && quarter(item.angle) === turn
    const placed = place(believed ? item : { ...item, artifact: false }, turn, view.width, view.height, fonts)
    if (straight) upright.push(placed)
    else turned.push(placed)
  }
  return { width, height, upright: upright.filter((item) => onPage(item, width, height)), turned, lost: raw.reduce((sum, item) => sum + item.lost, 0) }
}

/** Reads piece by piece, so that a page with endless text can be stopped. */
async function rawItems(page: PDFPageProxy, view: number[], reading: Reading): Promise<RawItem[]> {
  const raw: RawItem[] = []
  const marks: boolean[] = []
  const reader = page.streamTextContent({ includeMarkedContent: true }).getReader()
  for (;;) {
    const { done, value } = (await reader.read()) as { done: boolean; value?: { items: readonly TextItem[] } }
    if (done || value === undefined) break
    reading.check()
    for (const item of value.items) {
      if (item.str === undefined) mark(item, marks)
      else if (item.str !== '') raw.push(rawItem(item, view, marks.includes(true)))
    }
    if (raw.length > reading.limits.pageItems) reading.stop('text/page-too-full', `Page ${page.pageNumber} has more than ${reading.limits.pageItems} pieces of text.`, 'Print the file to a new PDF and read that.', { page: page.pageNumber })
  }
  return raw
}

interface TextItem {
  readonly str?: string
  readonly type?: string
  readonly tag?: string
  readonly transform?: readonly number[]
  readonly width?: number
  readonly fontName?: string
}

/** Follows the file's own marks of what is trimming (`Artifact`). */
function mark(item: TextItem, marks: boolean[]): void {
  if (item.type === 'endMarkedContent') marks.pop()
  else if (marks.length < 1000) marks.push(item.tag === 'Artifact')
}

function rawItem(item: TextItem, view: number[], artifact: boolean): RawItem {
  const [a, b, c, d, e, f] = times(view, item.transform ?? [1, 0, 0, 1, 0, 0])
  // Control characters come from broken letter tables and show nothing.
  const all = (item.str ?? '').replace(/[\n\t]/g, ' ')
  const text = all.replace(/\p{Cc}/gu, '')
  return { text, x: e, y: f, angle: (Math.atan2(b, a) * 180) / Math.PI, along: item.width ?? 0, size: Math.min(Math.hypot(c, d), 500) || 1, font: item.fontName ?? '', artifact, lost: all.length - text.length }
}

function times(one: readonly number[], two: readonly number[]): [number, number, number, number, number, number] {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = one
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = two
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f]
}

function isSquare(angle: number): boolean {
  const off = Math.abs(angle) % 90
  return off < 3 || off > 87
}

function quarter(angle: number): number {
  return (Math.round(angle / 90) + 4) % 4
}

/** Turns the page so that its main text runs from left to right. */
function place(item: RawItem, turn: number, width: number, height: number, fonts: PdfFonts): PrintedItem {
  const [x, y] = turn === 0 ? [item.x, item.y] : turn === 1 ? [item.y, width - item.x] : turn === 2 ? [width - item.x, height - item.y] : [height - item.y, item.x]
  return { text: item.text, x0: x, x1: x + item.along, y, size: item.size, bold: fonts.bold(item.font), artifact: item.artifact }
}

function onPage(item: PrintedItem, width: number, height: number): boolean {
  return item.x1 > -20 && item.x0 < width + 20 && item.y > -20 && item.y < height + 40
}
