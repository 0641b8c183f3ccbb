/** Writes a plain PDF with a text layer: one column of Helvetica, a page for every so many lines. For benches; it knows nothing else of PDF. */

const linesOnPage = 48

/** The bytes of a PDF of `text`, at most `pages` pages. Letters beyond Latin-1 become question marks. */
export function makePdf(text: string, pages: number): Uint8Array {
  const lines = text.split('\n')
  const count = Math.max(1, Math.min(pages, Math.ceil(lines.length / linesOnPage)))
  const objects = ['<< /Type /Catalog /Pages 2 0 R >>', '', '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>']
  const kids: string[] = []
  for (let page = 0; page < count; page += 1) {
    const stream = pageStream(lines.slice(page * linesOnPage, (page + 1) * linesOnPage))
    objects.push(`<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`)
    objects.push(`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> /Contents ${objects.length} 0 R >>`)
    kids.push(`${objects.length} 0 R`)
  }
  objects[1] = `<< /Type /Pages /Count ${count} /Kids [${kids.join(' ')}] >>`
  return latin1(withOffsets(objects))
}

function pageStream(lines: readonly string[]): string {
  const shown = lines.map((line) => `(${escaped(line)}) Tj T*`)
  return ['BT /F1 10 Tf 14 TL 54 738 Td', ...shown, 'ET'].join('\n')
}

function escaped(line: string): string {
  return line.replace(/[^\u0020-\u00ff]/g, (letter) => (letter === '\u2019' ? "'" : '?')).replace(/[\\()]/g, '\\$&')
}

function withOffsets(objects: readonly string[]): string {
  let file = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const offset = file.length
    file += `${index + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  return `${file}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`
}

function latin1(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0))
}
