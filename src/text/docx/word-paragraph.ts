import type { LineDraft } from '#text/line-drafts.ts'
import { child, numberOf, switchOf, valueOf, type XmlElement } from '#text/docx/read-xml.ts'
import type { WordContext } from '#text/docx/word-context.ts'
import { levelOfStyle, type WordLevel, type WordList } from '#text/docx/word-lists.ts'
import type { WordRuns } from '#text/docx/word-runs.ts'
import { headingOf, indentOf, joinIndents, type ParagraphLook } from '#text/docx/word-styles.ts'

/** What stands before and around a paragraph's words: its automatic number, heading level, indent, and whether its mark is still there. */
export interface ParagraphFrame {
  readonly properties: XmlElement | null
  readonly look: ParagraphLook
  readonly mark: XmlElement | null
  /** True where the end of the paragraph was taken out, so that it runs into the next one. */
  readonly markGone: boolean
}

export function paragraphFrame(paragraph: XmlElement, context: WordContext): ParagraphFrame {
  const properties = child(paragraph, 'w:pPr')
  const mark = child(properties, 'w:rPr')
  return {
    properties,
    look: context.styles.paragraph(valueOf(properties, 'w:pStyle')),
    mark,
    markGone: child(mark, 'w:del') !== null || child(mark, 'w:moveFrom') !== null,
  }
}

/** Gives the paragraph's lines their number, heading, indent and style. The running numbers count on here. */
export function dressLines(runs: WordRuns, frame: ParagraphFrame, contents: boolean, context: WordContext): LineDraft[] {
  const place = listPlace(frame, context)
  const label = place === null ? null : context.counters.next(place.list, place.level)
  const { look, properties } = frame
  const left = leftEdge(frame, place?.own ?? null, place?.direct ?? false)
  const heading = headingOf(properties) ?? (numberOf(properties, 'w:outlineLvl') === 9 ? null : look.heading)
  const inContents = contents || /^(toc( heading| \d)?|table of (figures|authorities))$/.test(look.name)
  for (const [index, line] of runs.lines.entries()) {
    line.text = line.text.trimEnd()
    if (index === 0 && label !== null && !allHidden(runs, frame)) {
      line.label = label
      line.text = line.text.replace(/^[\t ]+/, '')
      if (place?.own.gap === false && /^[.,:;)]/.test(line.text)) line.gap = ''
    }
    line.heading = inContents ? null : heading
    line.contents = inContents
    line.left = left
    line.size = runs.size
  }
  return runs.lines
}

interface ListPlace {
  readonly list: WordList
  readonly level: number
  readonly own: WordLevel
  /** The paragraph itself names the list, not its style. */
  readonly direct: boolean
}

/** The list and level of a paragraph: what it says itself goes before what its style says; list 0 is none. */
function listPlace(frame: ParagraphFrame, context: WordContext): ListPlace | null {
  const numbering = child(frame.properties, 'w:numPr')
  const direct = valueOf(numbering, 'w:numId')
  const id = direct ?? frame.look.numId
  const list = id === null || id === '0' ? undefined : context.lists.get(id)
  if (list === undefined) return null
  const said = numberOf(numbering, 'w:ilvl')
  const ofStyle = direct === null ? (levelOfStyle(list, frame.look.id) ?? frame.look.level) : null
  const level = said ?? ofStyle ?? 0
  const own = list.levels[level]
  return own === undefined ? null : { list, level, own, direct: direct !== null }
}

/** Left edge of the first line in points. A list named by the paragraph itself goes before the style's indent. */
function leftEdge(frame: ParagraphFrame, level: WordLevel | null, direct: boolean): number {
  const { look } = frame
  const inherited = level === null ? look.indent : direct ? joinIndents(look.indent, level.indent) : joinIndents(level.indent, look.indent)
  const { left, first } = joinIndents(inherited, indentOf(frame.properties))
  return ((left ?? 0) + (first ?? 0)) / 20
}

/** A paragraph whose words and mark are all hidden shows no number either. */
function allHidden(runs: WordRuns, frame: ParagraphFrame): boolean {
  return runs.lines.every((line) => line.text === '') && switchOf(frame.mark, 'w:vanish') === true
}
