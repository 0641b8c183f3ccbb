import { addChange, tableDrafts, type CellDrafts, type LineDraft } from '#text/line-drafts.ts'
import { child, childrenNamed, numberOf, valueOf, type XmlElement } from '#text/docx/read-xml.ts'
import type { WordContext } from '#text/docx/word-context.ts'
import { dressLines, paragraphFrame, type ParagraphFrame } from '#text/docx/word-paragraph.ts'
import { blocksOf } from '#text/docx/word-parts.ts'
import { openChange, WordRuns, type OpenChange } from '#text/docx/word-runs.ts'

/** Blocks of a Word text (paragraphs, tables and what wraps them) become lines, in the order of reading. */
export class WordBody {
  readonly drafts: LineDraft[] = []
  /** Names of the headers and footers that the sections call. */
  readonly linked: Set<string>
  private readonly context: WordContext
  private readonly contents: boolean
  /** Words of a paragraph whose end was deleted: they run into the next one. */
  private carried: WordRuns | null = null

  constructor(context: WordContext, linked = new Set<string>(), contents = false) {
    this.context = context
    this.linked = linked
    this.contents = contents
  }

  block(element: XmlElement, change: OpenChange | null = null): void {
    this.context.reading.check()
    switch (element.name) {
      case 'w:p': return this.paragraph(element, change)
      case 'w:tbl': return this.table(element, change)
      case 'w:sectPr': return this.section(element)
      case 'w:sdt': return this.control(element, change)
      case 'mc:AlternateContent': return this.blocks((child(element, 'mc:Choice') ?? child(element, 'mc:Fallback'))?.children ?? [], change)
      case 'w:altChunk': return void this.context.counts.embedded++
      case 'w:ins': case 'w:del': case 'w:moveFrom': case 'w:moveTo': return this.blocks(element.children, openChange(element, change))
      case 'w:sdtContent': case 'w:customXml': case 'w:smartTag': return this.blocks(element.children, change)
      default:
    }
  }

  blocks(elements: readonly (XmlElement | string)[], change: OpenChange | null): void {
    for (const element of elements) if (typeof element !== 'string') this.block(element, change)
  }

  /** All lines; what was carried to the end stands there. */
  finish(): LineDraft[] {
    const runs = this.carried
    this.carried = null
    if (runs !== null) {
      this.drafts.push(...runs.lines)
      this.after(runs)
    }
    return this.drafts
  }

  private paragraph(paragraph: XmlElement, change: OpenChange | null): void {
    const { context } = this
    const frame = paragraphFrame(paragraph, context)
    const runs = this.carried ?? new WordRuns(context, frame.look)
    this.carried = null
    runs.goOn(frame.look)
    const contentsBefore = context.fields.contents
    runs.read(paragraph.children, change)
    context.fields.endParagraph()
    markChange(runs, frame)
    const section = child(frame.properties, 'w:sectPr')
    if (section !== null) this.section(section)
    if (frame.markGone) this.carried = runs
    else this.drafts.push(...dressLines(runs, frame, this.contents || contentsBefore || context.fields.contents, context))
    if (!frame.markGone) this.after(runs)
  }

  /** What hangs on a paragraph: its text boxes and footnotes. */
  private after(runs: WordRuns): void {
    for (const box of runs.boxes) this.inner(box.element, box.change)
    for (const id of runs.footnotes) this.note('footnotes', id)
  }

  note(kind: 'footnotes' | 'endnotes', id: string): void {
    const { context } = this
    const note = context.note(kind, id)
    if (note === null) return
    const outer = context.noteMark
    context.noteMark = context.markNote(kind, id)
    this.inner(note, null)
    context.noteMark = outer
  }

  private inner(element: XmlElement, change: OpenChange | null): void {
    const inside = new WordBody(this.context, this.linked)
    inside.blocks(blocksOf(element), change)
    this.drafts.push(...inside.finish())
  }

  private control(element: XmlElement, change: OpenChange | null): void {
    const gallery = valueOf(child(child(element, 'w:sdtPr'), 'w:docPartObj'), 'w:docPartGallery') ?? ''
    const content = child(element, 'w:sdtContent')?.children ?? []
    if (!/table of contents/i.test(gallery)) return this.blocks(content, change)
    this.finish()
    const inside = new WordBody(this.context, this.linked, true)
    inside.blocks(content, change)
    this.drafts.push(...inside.finish())
  }

  private section(element: XmlElement): void {
    for (const name of ['w:headerReference', 'w:footerReference']) {
      for (const each of childrenNamed(element, name)) this.linked.add(each.attributes['r:id'] ?? '')
    }
  }

  private table(table: XmlElement, change: OpenChange | null): void {
    this.finish()
    const number = ++this.context.counts.tables
    const rows: CellDrafts[][] = []
    for (const { element: row, change: inRow } of unwrapped(table, 'w:tr', change)) rows.push(this.row(row, inRow))
    this.drafts.push(...tableDrafts(rows, number))
  }

  private row(row: XmlElement, outer: OpenChange | null): CellDrafts[] {
    const properties = child(row, 'w:trPr')
    const change = rowChange(properties, outer)
    const cells: CellDrafts[] = emptyCells(numberOf(properties, 'w:gridBefore'))
    for (const { element: cell, change: inCell } of unwrapped(row, 'w:tc', change)) {
      const look = child(cell, 'w:tcPr')
      const merge = child(look, 'w:vMerge')
      const covered = merge !== null && merge.attributes['w:val'] !== 'restart'
      const inside = new WordBody(this.context, this.linked, this.contents)
      inside.blocks(cell.children, inCell)
      const drafts = inside.finish()
      cells.push(covered && drafts.every((draft) => draft.text === '' && draft.changes.length === 0) ? null : drafts)
      cells.push(...emptyCells((numberOf(look, 'w:gridSpan') ?? 1) - 1))
    }
    return cells
  }
}

/** Rows of a table or cells of a row, through whatever wraps them. */
function* unwrapped(element: XmlElement, name: string, change: OpenChange | null): Generator<{ element: XmlElement; change: OpenChange | null }> {
  for (const each of element.children) {
    if (typeof each === 'string') continue
    if (each.name === name) yield { element: each, change }
    else if (WRAPPERS.has(each.name)) yield* unwrapped(each, name, openChange(each, change))
  }
}

const WRAPPERS: ReadonlySet<string> = new Set(['w:sdt', 'w:sdtContent', 'w:customXml', 'w:ins', 'w:del', 'w:moveFrom', 'w:moveTo'])

function rowChange(properties: XmlElement | null, outer: OpenChange | null): OpenChange | null {
  const mark = child(properties, 'w:del') ?? child(properties, 'w:ins')
  return mark === null ? outer : openChange(mark, outer)
}

function emptyCells(count: number | null): null[] {
  return Array.from({ length: Math.min(Math.max(count ?? 0, 0), 63) }, () => null)
}

/** The end of a paragraph that was put in or taken out is a change of its own: a line end. */
function markChange(runs: WordRuns, frame: ParagraphFrame): void {
  const line = runs.lines.at(-1)
  for (const name of ['w:ins', 'w:del', 'w:moveFrom', 'w:moveTo']) {
    const mark = child(frame.mark, name)
    const change = mark === null ? null : openChange(mark, null)
    if (line !== undefined && change !== null) addChange(line, { ...change, text: '\n' })
  }
}
