import type { OcrPage } from '#text/scan/ocr-page.ts'
import type { ReadLimits } from '#text/limits.ts'

/** What a caller may ask of a reading: progress, stopping, its own limits, and the scanned pages that it has already. */

export interface Progress {
  /** What is being done, in words: `Reading page`. */
  readonly doing: string
  readonly done: number
  readonly of: number
}

export interface ReadOptions {
  readonly onProgress?: (progress: Progress) => void
  /** Aborting ends the reading with the problem `text/stopped`; finished pages have gone to `onPage`. */
  readonly signal?: AbortSignal
  /** Other limits than those of `limits.ts`, one by one. */
  readonly limits?: Partial<ReadLimits>
  /** Milliseconds from any start, for the time limits; the machine's own counter when absent. */
  readonly now?: () => number
  /** Scanned pages that an earlier reading of the same file finished, by page number from 1: they are not read again. */
  readonly pagesDone?: ReadonlyMap<number, OcrPage>
  /** Called once for each scanned page as it is finished, so that the caller can keep it; awaited. Pages may come out of order. */
  readonly onPage?: (page: number, result: OcrPage) => void | Promise<void>
}
