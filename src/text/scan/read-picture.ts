import type { FileKind, Line } from '#text/document.ts'
import { linesOf } from '#text/pdf/lines-of-pages.ts'
import { openEyes } from '#text/scan/eyes.ts'
import { pictureSize } from '#text/scan/picture-size.ts'
import { printedFromOcr } from '#text/scan/printed-from-ocr.ts'
import type { OcrPage } from '#text/scan/ocr-page.ts'
import { Stopped, type Reading } from '#text/reading.ts'

/** A picture file (PNG, JPEG, TIFF) as a scan of one page. */
export async function readPicture(bytes: Uint8Array, reading: Reading): Promise<{ lines: Line[]; pages: number; kind: FileKind }> {
  const size = pictureSize(bytes) ?? reading.stop('text/broken', 'The picture is damaged and cannot be opened.', 'Scan or photograph the page again.')
  const pixels = size.width * size.height
  if (!(pixels <= reading.limits.picturePixels)) reading.stop('text/too-large', `The picture has ${Math.round(pixels / 1_000_000)} million dots; ${reading.limits.picturePixels / 1_000_000} million are read at most.`, 'Save it smaller: 300 dots an inch are enough.')
  if (size.more === true) reading.note('text/more-pages', 'The picture file holds several pages; only the first was read.', 'Save the scan as PDF and read that.')
  reading.allowMs(reading.limits.ocrTotalMs)
  reading.progress('Reading scanned page', 0, 1)
  const seen = reading.options.pagesDone?.get(1) ?? (await see(bytes, size, reading))
  reading.progress('Reading scanned page', 1, 1)
  const lines = linesOf([printedFromOcr(seen, 1)], reading)
  if (lines.length === 0) reading.stop('text/empty', 'No words were found in the picture.', 'Scan the page again, straight and at 300 dots an inch.')
  return { lines, pages: 1, kind: 'scan' }
}

async function see(bytes: Uint8Array, size: { width: number; height: number }, reading: Reading): Promise<OcrPage> {
  const eyes = await openEyes(reading)
  // A page is taken to be as wide as a letter page: the picture does not reliably say.
  const scale = Math.max(1, size.width / 612)
  try {
    const seen = await eyes.read({ bytes, pixels: size.width * size.height, width: size.width / scale, height: size.height / scale, scale, blank: false }, 1)
    await reading.options.onPage?.(1, seen)
    return seen
  } catch (error) {
    if (!(error instanceof Stopped)) reading.stop('text/broken', 'The picture is damaged and cannot be opened.', 'Scan or photograph the page again.')
    throw error
  } finally {
    await eyes.close()
  }
}
