import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import Tesseract from 'tesseract.js'
import type { OcrPage } from '#text/scan/ocr-page.ts'
import { pageFromSeen } from '#text/scan/page-from-seen.ts'
import type { Reading } from '#text/reading.ts'

/** Reads pictures of pages by eye (optical character recognition), here on this machine: the language data comes from a package, nothing is fetched. */
export interface Eyes {
  read(picture: Picture, page: number): Promise<OcrPage>
  close(): Promise<void>
}

export interface Picture {
  /** Encoded: PGM, PNG, JPEG, TIFF. */
  readonly bytes: Uint8Array
  readonly pixels: number
  /** Size in points, and dots a point. */
  readonly width: number
  readonly height: number
  readonly scale: number
  readonly blank: boolean
}

/** `over` ends a page in the middle, as a stop by the caller does. */
export async function openEyes(reading: Reading, over?: AbortSignal): Promise<Eyes> {
  const data = join(dirname(createRequire(import.meta.url).resolve('@tesseract.js-data/eng/package.json')), '4.0.0_best_int')
  // Without a handler of ours the package throws out of an event, which nobody could catch.
  const worker = await Tesseract.createWorker('eng', Tesseract.OEM.LSTM_ONLY, { langPath: data, cacheMethod: 'none', gzip: true, errorHandler: () => undefined })
  await worker.setParameters({ tessedit_pageseg_mode: Tesseract.PSM.AUTO })
  return {
    async read(picture, page) {
      const seen = await within(worker.recognize(Buffer.from(picture.bytes), { rotateAuto: true, user_defined_dpi: String(Math.round(picture.scale * 72)) } as Partial<Tesseract.RecognizeOptions>, { blocks: true, text: false }), page, reading, over)
      return pageFromSeen(seen.data, picture)
    },
    async close() {
      await worker.terminate()
    },
  }
}

/** Gives up when the page takes too long or the reading is stopped; the caller then closes the eyes, which ends the work. */
async function within<T>(work: Promise<T>, page: number, reading: Reading, over?: AbortSignal): Promise<T> {
  const signals = [reading.options.signal, over].filter((signal) => signal !== undefined)
  let timer: ReturnType<typeof setTimeout> | undefined
  let onStop: (() => void) | undefined
  const givenUp = new Promise<'slow' | 'stopped'>((resolve) => {
    timer = setTimeout(() => resolve('slow'), reading.limits.ocrPageMs)
    onStop = () => resolve('stopped')
    for (const signal of signals) {
      signal.addEventListener('abort', onStop)
      if (signal.aborted) onStop()
    }
  })
  try {
    const first = await Promise.race([work.then((value) => ({ value })), givenUp])
    if (first === 'slow') return reading.stop('text/too-slow', `Scanned page ${page} took longer than ${reading.limits.ocrPageMs / 1000} seconds.`, 'Scan the page again at 300 dots an inch, or read the file without it.', { page })
    reading.check()
    if (first === 'stopped') return reading.stop('text/stopped', 'The reading was stopped.', 'Read the file again to go on.')
    return first.value
  } finally {
    clearTimeout(timer)
    for (const signal of signals) if (onStop !== undefined) signal.removeEventListener('abort', onStop)
    work.catch(() => undefined)
  }
}
