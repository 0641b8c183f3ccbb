import type { PrintedPage } from '#text/pdf/printed.ts'
import type { DoubtfulPage } from '#text/pdf/read-pdf.ts'
import { openEyes, type Eyes } from '#text/scan/eyes.ts'
import { eyesThatFit } from '#text/scan/eyes-that-fit.ts'
import type { OcrPage } from '#text/scan/ocr-page.ts'
import { openPagePictures, type PagePictures } from '#text/scan/page-pictures.ts'
import { lettersOf, printedFromOcr } from '#text/scan/printed-from-ocr.ts'
import { Stopped, type Reading } from '#text/reading.ts'

/** Pages of a PDF that are only pictures, read by eye; pages that the caller has already are taken from there. */
export async function readScannedPages(bytes: Uint8Array, doubtful: ReadonlyMap<number, DoubtfulPage>, reading: Reading): Promise<Map<number, PrintedPage>> {
  const pictures = await openPictures(bytes, reading)
  const work: Work = { pictures, wanted: [], next: 0, read: new Map(), failures: 0, over: new AbortController() }
  try {
    work.wanted.push(...[...doubtful].filter(([page, doubt]) => isWorthReading(page, doubt, work, reading)))
    const lanes = Math.min(Math.max(1, reading.limits.eyes), work.wanted.length, eyesThatFit())
    await Promise.all(Array.from({ length: lanes }, () => readLane(work, reading)))
    if (lanes > 0) reading.progress('Reading scanned page', work.wanted.length, work.wanted.length)
    return work.read
  } finally {
    work.over.abort()
    pictures?.close()
  }
}

interface Work {
  readonly pictures: PagePictures | null
  readonly wanted: [number, DoubtfulPage][]
  /** The first page of `wanted` that no lane has taken. */
  next: number
  readonly read: Map<number, PrintedPage>
  failures: number
  /** Ends the other lanes when one is stopped. */
  readonly over: AbortController
}

/** One pair of eyes takes page after page; two pairs read at the same time where the machine allows. */
interface Lane {
  eyes: Eyes | null
}

async function readLane(work: Work, reading: Reading): Promise<void> {
  const lane: Lane = { eyes: null }
  try {
    for (let at = work.next++; at < work.wanted.length && !work.over.signal.aborted; at = work.next++) {
      const [page, doubt] = work.wanted[at] ?? [0, { state: 'thin', letters: 0 }]
      reading.check()
      reading.progress('Reading scanned page', at, work.wanted.length)
      const seen = await seenPage(page, work, lane, reading)
      if (seen !== null && isBetter(seen, doubt)) work.read.set(page, printedFromOcr(seen, page))
    }
  } catch (error) {
    work.over.abort()
    throw error
  } finally {
    await lane.eyes?.close()
  }
}

/** Lost letters give way to any fair reading; a few good words only to a reading that saw clearly more. */
function isBetter(seen: OcrPage, doubt: DoubtfulPage): boolean {
  const letters = lettersOf(seen)
  return doubt.state === 'garbage' ? letters > 20 && seen.confidence >= 50 : letters > doubt.letters * 1.3 + 10
}

/** After so many pages in a row that cannot be read, the rest is not tried. */
const MOST_FAILURES = 5

async function openPictures(bytes: Uint8Array, reading: Reading): Promise<PagePictures | null> {
  try {
    return await openPagePictures(bytes, reading)
  } catch {
    reading.note('text/no-pictures', 'Pages that are pictures could not be looked at: the PDF is damaged.', 'Open it in a PDF viewer and print it to a new PDF.')
    return null
  }
}

function isWorthReading(page: number, doubt: DoubtfulPage, work: Work, reading: Reading): boolean {
  if (reading.options.pagesDone?.has(page) === true) return true
  if (work.pictures === null) return false
  return doubt.state === 'garbage' || work.pictures.holdsPicture(page) === true
}

/** What the eyes see on a page; null where it is blank or cannot be read. */
async function seenPage(page: number, work: Work, lane: Lane, reading: Reading): Promise<OcrPage | null> {
  const done = reading.options.pagesDone?.get(page)
  if (done !== undefined) return done
  if (work.pictures === null || work.failures >= MOST_FAILURES) return null
  try {
    reading.allowMs(reading.limits.ocrTotalMs)
    const picture = await work.pictures.picture(page)
    if (picture.blank) return null
    lane.eyes ??= await openEyes(reading, work.over.signal)
    const seen = await lane.eyes.read(picture, page)
    work.failures = 0
    if (seen.confidence < 60 && seen.lines.length > 3) reading.note('text/hard-to-read', `Scanned page ${page} is hard to read (${seen.confidence} of 100 sure).`, 'Compare it with the original, or scan it again at 300 dots an inch.', { page })
    await keep(page, seen, reading)
    return seen
  } catch (error) {
    return await unread(error, page, work, lane, reading)
  }
}

async function keep(page: number, seen: OcrPage, reading: Reading): Promise<void> {
  try {
    await reading.options.onPage?.(page, seen)
  } catch (error) {
    reading.stop('text/not-kept', `Page ${page} was read, but could not be kept (${error instanceof Error ? error.message : 'unknown'}).`, 'Make room on the disk and read the file again.', { page })
  }
}

/** A page that failed is noted and left; the eyes are opened anew for the next one. */
async function unread(error: unknown, page: number, work: Work, lane: Lane, reading: Reading): Promise<null> {
  const why = error instanceof Stopped ? error.problem : null
  if (why !== null && !(why.code === 'text/too-slow' && why.where.page === page)) throw error
  work.failures++
  await lane.eyes?.close()
  lane.eyes = null
  reading.note('text/unread-page', why?.what ?? `Scanned page ${page} could not be read.`, 'Scan this page again and read the file anew.', { page })
  return null
}
