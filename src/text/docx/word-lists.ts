import { child, childrenNamed, numberOf, switchOf, valueOf, wholeNumber, type XmlElement } from '#text/docx/read-xml.ts'
import { indentOf, type Indent, type WordStyles } from '#text/docx/word-styles.ts'

/** The lists that a Word file defines: what stands in its `numbering.xml`, with overrides and list styles resolved. */
export interface WordLevel {
  readonly start: number
  readonly format: string
  /** `%1.%2`: each `%n` is the number of level n. */
  readonly text: string
  /** After which level (from 1) or a higher one it starts anew; 0 is never; null is after any higher one. */
  readonly restart: number | null
  /** All numbers in figures, whatever their own levels show. */
  readonly legal: boolean
  /** The paragraph style that stands for the level. */
  readonly style: string | null
  /** False where Word puts nothing between number and text. */
  readonly gap: boolean
  readonly indent: Indent
}

export interface WordList {
  readonly id: string
  /** Lists with the same definition count on together. */
  readonly counter: string
  readonly levels: readonly WordLevel[]
  /** Level numbers (from 0) at which the list starts anew when it is first used. */
  readonly starts: ReadonlyMap<number, number>
}

export type WordLists = ReadonlyMap<string, WordList>

export const LEVELS = 9

export function wordLists(part: XmlElement | null, styles: WordStyles): WordLists {
  const definitions = new Map<string, XmlElement>()
  for (const each of childrenNamed(part, 'w:abstractNum')) definitions.set(each.attributes['w:abstractNumId'] ?? '', each)
  const uses = new Map<string, XmlElement>()
  for (const each of childrenNamed(part, 'w:num')) uses.set(each.attributes['w:numId'] ?? '', each)
  const lists = new Map<string, WordList>()
  for (const [id, use] of uses) {
    const definition = definitionOf(use, definitions, uses, styles)
    if (definition !== null) lists.set(id, makeList(id, use, definition))
  }
  return lists
}

/** A definition may only point at a numbering style, which points at a list, which has a definition. */
function definitionOf(use: XmlElement, definitions: ReadonlyMap<string, XmlElement>, uses: ReadonlyMap<string, XmlElement>, styles: WordStyles): XmlElement | null {
  let at: XmlElement | undefined = use
  for (let hops = 0; hops < 10 && at !== undefined; hops++) {
    const definition = definitions.get(valueOf(at, 'w:abstractNumId') ?? '')
    const linked = valueOf(definition, 'w:numStyleLink')
    if (definition === undefined || linked === null) return definition ?? null
    at = uses.get(styles.listOf(linked) ?? '')
  }
  return null
}

function makeList(id: string, use: XmlElement, definition: XmlElement): WordList {
  const levels = Array.from({ length: LEVELS }, () => PLAIN_LEVEL)
  for (const each of childrenNamed(definition, 'w:lvl')) setLevel(levels, wholeNumber(each.attributes['w:ilvl']), each)
  const starts = new Map<number, number>()
  for (const over of childrenNamed(use, 'w:lvlOverride')) {
    const at = wholeNumber(over.attributes['w:ilvl'])
    const own = child(over, 'w:lvl')
    const start = numberOf(over, 'w:startOverride')
    if (at === null) continue
    if (own !== null) setLevel(levels, at, own)
    if (start !== null) starts.set(at, start)
  }
  return { id, counter: definition.attributes['w:abstractNumId'] ?? id, levels, starts }
}

const PLAIN_LEVEL: WordLevel = { start: 1, format: 'none', text: '', restart: null, legal: false, style: null, gap: true, indent: { left: null, first: null } }

function setLevel(levels: WordLevel[], at: number | null, element: XmlElement): void {
  if (at === null || at < 0 || at >= LEVELS) return
  levels[at] = {
    start: numberOf(element, 'w:start') ?? 1,
    format: formatOf(element),
    text: valueOf(element, 'w:lvlText') ?? '',
    restart: numberOf(element, 'w:lvlRestart'),
    legal: switchOf(element, 'w:isLgl') ?? false,
    style: valueOf(element, 'w:pStyle'),
    gap: valueOf(element, 'w:suff') !== 'nothing',
    indent: indentOf(child(element, 'w:pPr')),
  }
}

/** Newer counting styles come as an alternative beside the old one. */
function formatOf(element: XmlElement): string {
  const alternative = child(element, 'mc:AlternateContent')
  const chosen = child(child(alternative, 'mc:Choice'), 'w:numFmt')
  if (chosen !== null && /^0+\d, /.test(chosen.attributes['w:format'] ?? '')) return 'decimalZero'
  return valueOf(element, 'w:numFmt') ?? valueOf(child(alternative, 'mc:Fallback'), 'w:numFmt') ?? 'decimal'
}

/** The level whose own style a paragraph has, or null. */
export function levelOfStyle(list: WordList, style: string | null): number | null {
  const at = list.levels.findIndex((level) => level.style !== null && level.style === style)
  return at < 0 ? null : at
}
