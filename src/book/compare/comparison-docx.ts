import { DeletedTextRun, Document, HeadingLevel, InsertedTextRun, Packer, Paragraph, TextRun } from 'docx'
import type { ClausePair, Comparison, ComparisonRow, Redline } from '#book/compare/comparison.ts'
import { editionNames } from '#book/compare/comparison-words.ts'
import { redlineParagraphs, type MarkedParagraph } from '#book/compare/redline-paragraphs.ts'
import { redlineSide } from '#book/compare/redline-texts.ts'

/** Writes a comparison as a Word file with real tracked changes: accept all and it is the edition after, reject all and it is the edition before. */

export interface DocxOptions {
  /** Who is named as making the changes. */
  readonly author: string
  /** When, as an ISO date and time. */
  readonly date: string
}

/** The bytes of the .docx file. What moved is taken out at its old place and put in at its new one. */
export async function comparisonDocx(comparison: Comparison, options: DocxOptions): Promise<Uint8Array> {
  const stamp = changeStamp(options)
  const paragraphs = comparison.rows.flatMap((row) => rowParagraphs(row, comparison.pairs[row.pair]!).map((paragraph) => wordParagraph(paragraph, stamp)))
  const names = editionNames(comparison)
  const document = new Document({
    title: plainXml(`${names.before} and ${names.after} compared`),
    creator: plainXml(options.author),
    sections: [{ children: paragraphs.length === 0 ? [new Paragraph({})] : paragraphs }],
  })
  return new Uint8Array(await Packer.toArrayBuffer(document))
}

interface RowParagraph extends MarkedParagraph {
  /** Heading level of a clause's title, null for its text. */
  readonly level: number | null
}

function rowParagraphs({ show }: ComparisonRow, pair: ClausePair): RowParagraph[] {
  const depth = (pair.after ?? pair.before)!.depth
  const title = redlineParagraphs(shown(pair.title, show)).map((paragraph) => ({ ...paragraph, level: Math.min(6, depth + 1) }))
  const text = redlineParagraphs(shown(pair.text, show)).map((paragraph) => ({ ...paragraph, level: null }))
  return [...title, ...text]
}

/** A row that stands for one edition only is wholly put in or wholly taken out. */
function shown(redline: Redline, show: ComparisonRow['show']): Redline {
  if (show === 'both') return redline
  const text = redlineSide(redline, show)
  return text === '' ? [] : [{ kind: show === 'before' ? 'deleted' : 'inserted', text }]
}

const headings = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3, HeadingLevel.HEADING_4, HeadingLevel.HEADING_5, HeadingLevel.HEADING_6]

type Stamp = () => { id: number; author: string; date: string }

/** Each change in the file has a number of its own. */
function changeStamp({ author, date }: DocxOptions): Stamp {
  let id = 0
  return () => {
    id += 1
    return { id, author: plainXml(author), date }
  }
}

function wordParagraph({ stretches, mark, level }: RowParagraph, stamp: Stamp): Paragraph {
  const heading = level === null ? {} : { heading: headings[level - 1]! }
  // A paragraph that is put in or taken out whole must say so of its own mark, or an empty line would stay behind.
  const run = mark === 'inserted' ? { run: { insertion: stamp() } } : mark === 'deleted' ? { run: { deletion: stamp() } } : {}
  const children = stretches.map(({ kind, text }) => {
    const safe = plainXml(text)
    if (kind === 'inserted') return new InsertedTextRun({ text: safe, ...stamp() })
    return kind === 'deleted' ? new DeletedTextRun({ text: safe, ...stamp() }) : new TextRun(safe)
  })
  return new Paragraph({ ...heading, ...run, children })
}

/** Leaves out the marks that XML cannot hold; the library escapes the rest. */
function plainXml(text: string): string {
  return text.replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]|\p{Cs}/gu, '')
}
