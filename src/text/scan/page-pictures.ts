import { PDFiumLibrary, type PDFiumDocument } from '@hyzyla/pdfium'
import type { Picture } from '#text/scan/eyes.ts'
import type { Reading } from '#text/reading.ts'

/** Pages of a PDF as grey pictures, large enough to be read by eye. */
export interface PagePictures {
  /** True where a picture stands on the page; null where the page cannot be looked at. */
  holdsPicture(page: number): boolean | null
  picture(page: number): Promise<Picture>
  close(): void
}

export async function openPagePictures(bytes: Uint8Array, reading: Reading): Promise<PagePictures> {
  const library = await PDFiumLibrary.init()
  const document = await library.loadDocument(bytes)
  return {
    holdsPicture: (page) => holdsPicture(document, page),
    picture: (page) => picture(document, page, reading.limits.ocrPixels),
    close() {
      document.destroy()
      library.destroy()
    },
  }
}

/** A page without any object is blank; vector drawings may be letters drawn as shapes, so many of them count as a picture. */
const MANY_SHAPES = 200

function holdsPicture(document: PDFiumDocument, number: number): boolean | null {
  try {
    const page = document.getPage(number - 1)
    const count = page.getObjectCount()
    if (count > MANY_SHAPES) return true
    for (let at = 0; at < count; at++) if (page.getObject(at).type !== 'text' && page.getObject(at).type !== 'path') return true
    return false
  } catch {
    return null
  }
}

/** 300 dots an inch, or fewer where the page is large. */
const SCALE = 300 / 72

async function picture(document: PDFiumDocument, number: number, mostPixels: number): Promise<Picture> {
  const page = document.getPage(number - 1)
  const { originalWidth, originalHeight } = page.getOriginalSize()
  const scale = Math.min(SCALE, Math.sqrt(mostPixels / Math.max(1, originalWidth * originalHeight)))
  const drawn = await page.render({ scale, render: 'bitmap', colorSpace: 'Gray', renderFormFields: false })
  return { bytes: greyMap(drawn.data, drawn.width, drawn.height), pixels: drawn.data.length, width: originalWidth, height: originalHeight, scale, blank: isBlank(drawn.data) }
}

/** The simplest picture format: a line of figures, then one byte a dot. */
export function greyMap(dots: Uint8Array, width: number, height: number): Uint8Array {
  const head = new TextEncoder().encode(`P5\n${width} ${height}\n255\n`)
  const whole = new Uint8Array(head.length + width * height)
  whole.set(head)
  whole.set(dots.subarray(0, width * height), head.length)
  return whole
}

/** All dots nearly as light as one another: paper without print. */
function isBlank(dots: Uint8Array): boolean {
  let dark = 0
  for (let at = 0; at < dots.length; at += 7) if ((dots[at] ?? 255) < 140) dark++
  return dark < 20
}
