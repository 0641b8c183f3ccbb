/** A scanned page as the eyes read it: plain data, so that a caller can store it and go on from there after a stop. */
export interface OcrPage {
  readonly lines: readonly OcrLine[]
  /** How sure the reading is, 0 to 100, over the page. */
  readonly confidence: number
  /** Size of the page in points. */
  readonly width: number
  readonly height: number
}

/** Points from the page's upper left corner. */
export interface OcrLine {
  readonly words: readonly { readonly text: string; readonly left: number; readonly right: number }[]
  readonly baseline: number
  /** Height of the letters. */
  readonly height: number
  readonly confidence: number
}
