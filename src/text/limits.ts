/** How much a file may ask of us before it is refused. One place for all figures; a caller may override each. */
export interface ReadLimits {
  /** Bytes of a PDF, Word or picture file. */
  readonly fileBytes: number
  /** Bytes of a .txt, .md or .html file. */
  readonly textBytes: number
  readonly pages: number
  readonly lines: number
  readonly lineCharacters: number
  /** Members of a zip file. */
  readonly zipEntries: number
  /** Bytes of everything we take out of a zip file together. */
  readonly unpackedBytes: number
  /** How many times larger a member may become when unpacked, once it is past `ratioFromBytes`. */
  readonly unpackRatio: number
  readonly ratioFromBytes: number
  /** Elements inside one another, in HTML and XML. */
  readonly depth: number
  /** Pieces of text on one PDF page. */
  readonly pageItems: number
  /** Side of a PDF page in points (14,400 is what the format allows: 200 inches). */
  readonly pageSidePoints: number
  /** Pixels of one page picture given to the eyes. */
  readonly ocrPixels: number
  /** Scanned pages that are read at the same time; each takes a processor and some 100 MB. */
  readonly eyes: number
  /** Pixels of a picture file. */
  readonly picturePixels: number
  /** Milliseconds: one page with a text layer, one scanned page, the whole reading without and with scanned pages. */
  readonly pageMs: number
  readonly ocrPageMs: number
  readonly totalMs: number
  readonly ocrTotalMs: number
  /** Milliseconds of processor time without a sign of life after which the worker that reads a file is ended. */
  readonly stallMs: number
  /** Megabytes of memory for the worker that reads a file, beside four times the file itself. */
  readonly workerMegabytes: number
}

export const READ_LIMITS: ReadLimits = {
  fileBytes: 200_000_000,
  textBytes: 32_000_000,
  pages: 2_000,
  lines: 400_000,
  lineCharacters: 4_000_000,
  zipEntries: 4_000,
  unpackedBytes: 160_000_000,
  unpackRatio: 300,
  ratioFromBytes: 1_000_000,
  depth: 1_000,
  pageItems: 60_000,
  pageSidePoints: 14_400,
  ocrPixels: 12_000_000,
  eyes: 2,
  picturePixels: 40_000_000,
  pageMs: 10_000,
  ocrPageMs: 60_000,
  totalMs: 300_000,
  ocrTotalMs: 4 * 3_600_000,
  stallMs: 4_000,
  workerMegabytes: 256,
}
