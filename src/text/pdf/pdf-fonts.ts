import type { PDFPageProxy } from 'unpdf/pdfjs'

/** Which of a PDF's fonts are bold, by their names; learnt from the first page that uses them. */
export class PdfFonts {
  private readonly known = new Map<string, boolean>()

  bold(font: string): boolean {
    return this.known.get(font) ?? false
  }

  /** Font names come with a page's drawing list, which is only asked for where a new font stands. */
  async learn(page: PDFPageProxy, fonts: readonly string[]): Promise<void> {
    const fresh = new Set(fonts.filter((font) => !this.known.has(font)))
    if (fresh.size === 0) return
    for (const font of fresh) this.known.set(font, false)
    try {
      await page.getOperatorList()
      for (const font of fresh) this.known.set(font, isBold(nameOf(page, font)))
    } catch {
      // The words are there; only their weight stays unknown.
    }
  }
}

function nameOf(page: PDFPageProxy, font: string): string {
  const found: unknown = page.commonObjs.has(font) ? page.commonObjs.get(font) : null
  return typeof found === 'object' && found !== null && 'name' in found && typeof found.name === 'string' ? found.name : ''
}

function isBold(name: string): boolean {
  return /bold|black|heavy|demi/i.test(name)
}
