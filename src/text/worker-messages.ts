import type { Outcome } from '#plain/outcome.ts'
import type { TextDocument } from '#text/document.ts'
import type { ReadLimits } from '#text/limits.ts'
import type { Progress } from '#text/read-options.ts'
import type { OcrPage } from '#text/scan/ocr-page.ts'

/** What the reading thread and its watcher say to one another. */

export interface WorkerTask {
  readonly name: string
  readonly bytes: Uint8Array
  readonly limits: Partial<ReadLimits>
  readonly pagesDone: ReadonlyMap<number, OcrPage>
}

export type FromWorker =
  | { readonly kind: 'progress'; readonly progress: Progress; readonly byEye: boolean }
  | { readonly kind: 'page'; readonly page: number; readonly result: OcrPage }
  | { readonly kind: 'done'; readonly outcome: Outcome<TextDocument> }

export type ToWorker = { readonly kind: 'stop' } | { readonly kind: 'kept'; readonly page: number; readonly trouble: string | null }
