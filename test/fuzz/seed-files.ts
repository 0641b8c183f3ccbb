import { readFileSync } from 'node:fs'
import { definition, inList, level, list, makeDocx, paragraph, run } from '#text/fixtures/make-docx.ts'
import { makePdf, type PdfText } from '#text/fixtures/make-pdf.ts'

/** Whole files of every kind, of our own invention, from which the broken ones are made. */
export type SeedKind = 'txt' | 'md' | 'html' | 'docx' | 'pdf' | 'scan' | 'picture' | 'other'

export interface SeedFile {
  readonly kind: SeedKind
  readonly name: string
  readonly bytes: Uint8Array
}

export function seedFiles(): SeedFile[] {
  const picture = new Uint8Array(readFileSync(new URL('../../src/text/fixtures/quiet-rooms.jpg', import.meta.url)))
  return [
    { kind: 'txt', name: 'a.txt', bytes: latin(TEXT) },
    { kind: 'txt', name: 'b.txt', bytes: wide(TEXT) },
    { kind: 'md', name: 'a.md', bytes: latin(`# Agreement\n\n${TEXT}\n\n| Step | Pay |\n|---|---|\n| 1 | $10 |\n`) },
    { kind: 'html', name: 'a.html', bytes: latin(HTML) },
    { kind: 'docx', name: 'a.docx', bytes: wordFile() },
    { kind: 'pdf', name: 'a.pdf', bytes: pdfFile(false) },
    { kind: 'pdf', name: 'b.pdf', bytes: pdfFile(true) },
    { kind: 'scan', name: 'scan.pdf', bytes: makePdf([{ texts: [], width: 306, height: 144, jpeg: { bytes: picture, width: 850, height: 400 } }]) },
    { kind: 'picture', name: 'a.jpg', bytes: picture },
    { kind: 'other', name: 'a.rtf', bytes: latin('{\\rtf1\\ansi ARTICLE 1}') },
    { kind: 'other', name: 'a.doc', bytes: Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...latin('W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0'.repeat(20))]) },
  ]
}

const TEXT = `AGREEMENT between the Willow Valley School District and the Willow Valley Educators

ARTICLE I. RECOGNITION
1.1 The District recognizes the Association as the representative of all teachers.
1.2 "Teacher" means a person in a position listed in Appendix A.

ARTICLE II. HOURS
2.1 The workday is seven hours, of which thirty minutes are a lunch free of duty.
    (a) The principal asks for volunteers first.
    (b) As said in Section 1.2 and in Education Code Section 44955, the rest is by lot.
2.2 A teacher who covers a class is paid $38.50 for each period (see 2.1 (a) above).
\f
APPENDIX A. SALARIES
Step   Class A   Class B
1      45,100    46,900
2      46,300    48,100
`

const HTML = `<!DOCTYPE html><html><head><meta charset="utf-8"><title>x</title><style>p{color:red}</style></head><body><h1>Agreement</h1>
<h2>Article 1</h2><ol type="A" start="3"><li>First<ol><li value="4">Inner &amp; more</li><li>Next</li></ol></li><li>Second</li></ol><ol reversed><li>x<li>y</ol>
<table><tr><th rowspan="2">Step</th><th colspan="2">Class</th></tr><tr><td>A</td><td>B</td></tr><tr><td>1</td><td>$10</td><td>$11</td></tr></table>
<p>Pay is <del>ten</del><ins datetime="2024-01-02">eleven</ins> dollars.<br>Next&nbsp;line <b>bold</b></p><pre>  kept
  as is</pre><div hidden>unseen</div><script>alert(1)</script><ul><li>dot</ul></body></html>`

function wordFile(): Uint8Array {
  const who = 'w:id="1" w:author="R. Ortega" w:date="2024-05-01T10:00:00Z"'
  const numbering = definition(1, level(0, 'upperRoman', 'ARTICLE %1.') + level(1, 'decimal', '%1.%2', '<w:isLgl/>') + level(2, 'lowerLetter', '(%3)')) + list(1, 1) + list(2, 1, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>')
  const styles = '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:basedOn w:val="N"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="N" w:default="1"><w:name w:val="Normal"/></w:style>'
  const table = `<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>${paragraph('Step')}</w:tc></w:tr><w:tr><w:tc>${paragraph('1')}</w:tc><w:tc><w:tcPr><w:vMerge/></w:tcPr>${paragraph('$10')}</w:tc></w:tr></w:tbl>`
  const field = '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>Hours 3</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
  const changes = `<w:p><w:pPr>${inList(1, 1)}<w:rPr><w:del ${who}/></w:rPr></w:pPr><w:del ${who}><w:r><w:delText>old</w:delText></w:r></w:del><w:ins ${who}>${run('new')}</w:ins><w:r><w:footnoteReference w:id="1"/></w:r></w:p>`
  const body = field + paragraph('Recognition', '<w:pStyle w:val="H1"/>') + paragraph('All teachers.', inList(1, 1)) + changes + paragraph('Some pay.', inList(2, 2)) + table + '<w:sectPr><w:footerReference r:id="footer"/></w:sectPr>'
  return makeDocx({ body, numbering, styles, footnotes: `<w:footnote w:id="1">${paragraph('A note.')}</w:footnote>`, footer: paragraph('Page 1') })
}

function pdfFile(packed: boolean): Uint8Array {
  const lines = TEXT.split('\n').filter((line) => line !== '')
  const page = (number: number): PdfText[] => [{ text: `Page ${number}`, x: 500, y: 770, size: 9 }, ...lines.map((text, at) => ({ text: text.trim(), x: 72, y: 60 + at * 15, bold: at % 5 === 2 }))]
  return makePdf([{ texts: page(1) }, { texts: page(2), rotate: 90 }, { texts: page(3) }], { packed })
}

function latin(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

function wide(text: string): Uint8Array {
  return Uint8Array.from([0xff, 0xfe, ...[...text].flatMap((letter) => [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8])])
}
