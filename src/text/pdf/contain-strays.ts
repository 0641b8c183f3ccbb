/**
 * The PDF package forgets to catch some of its own errors on damaged files. What it could read is still good, so while a PDF is read
 * such strays are let be; an error of anybody else goes on as if nobody had listened. In a browser they are only lines in its log.
 */
export function containStrays(): () => void {
  if (typeof process === 'undefined' || typeof process.on !== 'function') return () => undefined
  if (readings++ === 0) process.on('unhandledRejection', hear)
  let over = false
  return () => {
    if (over) return
    over = true
    // A stray may still be on its way when the reading ends.
    setTimeout(() => {
      if (--readings === 0) process.off('unhandledRejection', hear)
    }, LATE_MS).unref()
  }
}

let readings = 0
const LATE_MS = 500

function hear(reason: unknown): void {
  if (isStray(reason)) return
  // Somebody else listens too and has heard it already.
  if (process.listenerCount('unhandledRejection') > 1) return
  throw reason
}

/** Known by where it was thrown, or by the names that the package gives to its own errors. */
function isStray(reason: unknown): boolean {
  if (!(reason instanceof Error)) return false
  return /[\\/](unpdf|pdfjs)[\\/]/.test(reason.stack ?? '') || STRAYS.test(reason.name)
}

const STRAYS = /^(FormatError|InvalidPDFException|UnknownErrorException|MissingDataException|XRefEntryException|XRefParseException|ParserEOFException|AbortException|ResponseException|PasswordException)$/
