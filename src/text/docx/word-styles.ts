import { child, childrenNamed, numberOf, switchOf, valueOf, wholeNumber, type XmlElement } from '#text/docx/read-xml.ts'

/** What a Word file's styles say of its paragraphs and letters, each style joined with those it is based on. */
export interface LetterLook {
  readonly bold: boolean | null
  readonly hidden: boolean | null
  readonly struck: boolean | null
  /** Points. */
  readonly size: number | null
}

export interface ParagraphLook extends LetterLook {
  readonly id: string | null
  /** In small letters: `heading 1`. */
  readonly name: string
  readonly numId: string | null
  readonly level: number | null
  /** 1 to 6, from the style's name or its outline level. */
  readonly heading: number | null
  readonly indent: Indent
}

/** Twentieths of a point; null where nothing is said. */
export interface Indent {
  readonly left: number | null
  readonly first: number | null
}

export interface WordStyles {
  paragraph(id: string | null): ParagraphLook
  letters(id: string | null): LetterLook | null
  /** The list that a numbering style stands for. */
  listOf(id: string): string | null
}

export const NO_INDENT: Indent = { left: null, first: null }
const PLAIN: ParagraphLook = { id: null, name: '', numId: null, level: null, heading: null, indent: NO_INDENT, bold: null, hidden: null, struck: null, size: null }

export function wordStyles(part: XmlElement | null): WordStyles {
  const styles = new Map<string, XmlElement>()
  let usual: string | null = null
  for (const style of childrenNamed(part, 'w:style')) {
    const id = style.attributes['w:styleId']
    if (id === undefined) continue
    styles.set(id, style)
    if (style.attributes['w:type'] === 'paragraph' && /^(1|true|on)$/.test(style.attributes['w:default'] ?? '')) usual = id
  }
  const defaults = child(child(child(part, 'w:docDefaults'), 'w:rPrDefault'), 'w:rPr')
  const base: ParagraphLook = { ...PLAIN, ...lettersIn(defaults) }
  const known = new Map<string, ParagraphLook>()
  const look = (id: string, depth: number): ParagraphLook => {
    const ready = known.get(id)
    if (ready !== undefined) return ready
    const style = styles.get(id)
    if (style === undefined || depth > MOST_BASES) return base
    const basedOn = valueOf(style, 'w:basedOn')
    const made = styleLook(style, id, basedOn === null ? base : look(basedOn, depth + 1))
    known.set(id, made)
    return made
  }
  return {
    paragraph: (id) => look(id !== null && styles.has(id) ? id : (usual ?? ''), 0),
    letters: (id) => (id !== null && styles.has(id) ? ownLetters(id, styles) : null),
    listOf: (id) => valueOf(child(child(styles.get(id), 'w:pPr'), 'w:numPr'), 'w:numId'),
  }
}

/** Styles based on one another in a ring, or endlessly, are cut off here. */
const MOST_BASES = 60

function styleLook(style: XmlElement, id: string, base: ParagraphLook): ParagraphLook {
  const paragraph = child(style, 'w:pPr')
  const numbering = child(paragraph, 'w:numPr')
  const name = (valueOf(style, 'w:name') ?? id).toLowerCase()
  const level = numberOf(numbering, 'w:ilvl')
  const named = /^heading ([1-6])$/.exec(name)?.[1]
  return {
    ...joinLetters(base, lettersIn(child(style, 'w:rPr'))),
    id,
    name,
    numId: valueOf(numbering, 'w:numId') ?? base.numId,
    level: level ?? base.level,
    heading: named === undefined ? (headingOf(paragraph) ?? base.heading) : Number(named),
    indent: joinIndents(base.indent, indentOf(paragraph)),
  }
}

/** A character style says only what it says itself; what it leaves open comes from the paragraph. */
function ownLetters(id: string, styles: ReadonlyMap<string, XmlElement>): LetterLook {
  const chain: XmlElement[] = []
  let at: string | null = id
  while (at !== null && chain.length < MOST_BASES) {
    const style = styles.get(at)
    if (style === undefined) break
    chain.unshift(style)
    at = valueOf(style, 'w:basedOn')
  }
  return chain.reduce<LetterLook>((look, style) => joinLetters(look, lettersIn(child(style, 'w:rPr'))), PLAIN)
}

/** An outline level in a paragraph's properties, as a heading level; body text has none. */
export function headingOf(properties: XmlElement | null): number | null {
  const level = numberOf(properties, 'w:outlineLvl')
  return level !== null && level >= 0 && level <= 5 ? level + 1 : null
}

export function indentOf(properties: XmlElement | null): Indent {
  const found = child(properties, 'w:ind')
  if (found === null) return NO_INDENT
  const hanging = wholeNumber(found.attributes['w:hanging'])
  return { left: wholeNumber(found.attributes['w:left'] ?? found.attributes['w:start']), first: hanging !== null ? -hanging : wholeNumber(found.attributes['w:firstLine']) }
}

export function joinIndents(base: Indent, over: Indent): Indent {
  return { left: over.left ?? base.left, first: over.first ?? base.first }
}

export function lettersIn(properties: XmlElement | null): LetterLook {
  const half = numberOf(properties, 'w:sz')
  return { bold: switchOf(properties, 'w:b'), hidden: switchOf(properties, 'w:vanish'), struck: switchOf(properties, 'w:strike') ?? switchOf(properties, 'w:dstrike'), size: half === null ? null : half / 2 }
}

export function joinLetters<Look extends LetterLook>(base: Look, over: LetterLook | null): Look {
  if (over === null) return base
  return { ...base, bold: over.bold ?? base.bold, hidden: over.hidden ?? base.hidden, struck: over.struck ?? base.struck, size: over.size ?? base.size }
}
