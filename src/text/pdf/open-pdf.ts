import { getDocument, type PDFDocumentProxy } from 'unpdf/pdfjs'
import type { Reading } from '#text/reading.ts'

/** Opens a PDF with everything off that is not needed for its words: no scripts, no fonts of this machine, no pictures, no network. */
export async function openPdf(bytes: Uint8Array, reading: Reading): Promise<PDFDocumentProxy> {
  try {
    // The reader takes the bytes away from us, so it gets its own copy; a Buffer is made a plain array, for it takes no other.
    const task = getDocument({ data: new Uint8Array(bytes), isEvalSupported: false, disableFontFace: true, useSystemFonts: false, useWorkerFetch: false, useWasm: false, enableXfa: false, maxImageSize: 1, stopAtErrors: false, verbosity: 0 } as Parameters<typeof getDocument>[0])
    const document = await task.promise
    refuseOddities(document, reading)
    return document
  } catch (error) {
    const name = error instanceof Error ? error.name : ''
    if (name === 'PasswordException') reading.stop('text/encrypted', 'The PDF is protected with a password.', 'Ask for a copy without a password, or open it with the password and print it to a new PDF.')
    if (name === 'InvalidPDFException' || name === 'FormatError' || name === 'MissingPDFException') reading.stop('text/broken', 'The PDF is damaged and cannot be opened.', 'Download or copy it again, or ask for another copy.')
    throw error
  }
}

function refuseOddities(document: PDFDocumentProxy, reading: Reading): void {
  const pages = document.numPages
  if (!(pages >= 1)) reading.stop('text/empty', 'The PDF has no pages.', 'Ask for the file again.')
  if (pages > reading.limits.pages) reading.stop('text/too-many-pages', `The PDF has ${pages} pages; ${reading.limits.pages} are read at most.`, 'Split it into smaller files.')
}
