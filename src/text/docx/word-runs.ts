import type { TrackedChange } from '#text/document.ts'
import { addChange, lineDraft, type LineDraft } from '#text/line-drafts.ts'
import { child, type XmlElement } from '#text/docx/read-xml.ts'
import { joinLetters, lettersIn, type LetterLook, type ParagraphLook } from '#text/docx/word-styles.ts'
import { symbolOf } from '#text/docx/word-symbols.ts'
import type { WordContext } from '#text/docx/word-context.ts'

/** A change that the text stands in. */
export interface OpenChange {
  readonly kind: TrackedChange['kind']
  readonly author: string | null
  readonly date: string | null
}

const CHANGES: Readonly<Record<string, TrackedChange['kind']>> = { 'w:ins': 'inserted', 'w:del': 'deleted', 'w:moveFrom': 'moved-from', 'w:moveTo': 'moved-to' }

/** The change that an element opens inside another; what is taken out stays out. */
export function openChange(element: XmlElement, outer: OpenChange | null): OpenChange | null {
  const kind = CHANGES[element.name]
  if (kind === undefined || isGone(outer)) return outer
  return { kind, author: element.attributes['w:author'] ?? null, date: element.attributes['w:date'] ?? null }
}

/** True where the text was taken out of the document. */
export function isGone(change: OpenChange | null): boolean {
  return change?.kind === 'deleted' || change?.kind === 'moved-from'
}

/** The words of one paragraph, run by run; a line break inside it starts another line. */
export class WordRuns {
  readonly lines: LineDraft[] = [lineDraft('')]
  /** Text boxes and pictures' texts that hang on this paragraph, as blocks to be read after it. */
  readonly boxes: { readonly element: XmlElement; readonly change: OpenChange | null }[] = []
  readonly footnotes: string[] = []
  private readonly context: WordContext
  private look: ParagraphLook
  private readonly sizes = new Map<number, number>()

  constructor(context: WordContext, look: ParagraphLook) {
    this.context = context
    this.look = look
  }

  /** Reads on in the look of the next paragraph (the mark between them was deleted). */
  goOn(look: ParagraphLook): void {
    this.look = look
  }

  /** The size that most of the letters have. */
  get size(): number | null {
    let best: number | null = null
    for (const [size, letters] of this.sizes) if (best === null || letters > (this.sizes.get(best) ?? 0)) best = size
    return best
  }

  read(elements: readonly (XmlElement | string)[], change: OpenChange | null): void {
    for (const element of elements) {
      if (typeof element === 'string') continue
      if (element.name === 'w:r') this.run(element, change)
      else if (CHANGES[element.name] !== undefined) this.read(element.children, openChange(element, change))
      else if (element.name === 'mc:AlternateContent') this.read((child(element, 'mc:Choice') ?? child(element, 'mc:Fallback'))?.children ?? [], change)
      else if (element.name === 'm:oMath' || element.name === 'm:oMathPara') this.add(lettersOf(element, 'm:t'), this.look, change)
      else if (!UNREAD.has(element.name)) this.read(element.children, change)
    }
  }

  private run(run: XmlElement, change: OpenChange | null): void {
    const properties = child(run, 'w:rPr')
    const style = child(properties, 'w:rStyle')?.attributes['w:val'] ?? null
    const look = properties === null ? this.look : joinLetters(joinLetters(this.look, this.context.styles.letters(style)), lettersIn(properties))
    for (const part of run.children) if (typeof part !== 'string' && part !== properties) this.part(part, look, change)
  }

  private part(part: XmlElement, look: LetterLook, change: OpenChange | null): void {
    const { fields } = this.context
    switch (part.name) {
      case 'w:t': case 'w:delText': return this.add(ownText(part), look, change)
      case 'w:tab': case 'w:ptab': return this.add('\t', look, change)
      case 'w:noBreakHyphen': return this.add('-', look, change)
      case 'w:sym': return this.symbol(part, look, change)
      case 'w:br': case 'w:cr': return this.breakLine(change)
      case 'w:instrText': return fields.code(ownText(part))
      case 'w:fldChar': return this.field(part.attributes['w:fldCharType'])
      case 'w:footnoteReference': case 'w:endnoteReference': return this.note(part, look, change)
      case 'w:footnoteRef': case 'w:endnoteRef': return this.add(this.context.noteMark, look, change)
      case 'w:drawing': case 'w:pict': case 'w:object': return this.box(part, change)
      case 'mc:AlternateContent': return this.box(child(part, 'mc:Choice') ?? child(part, 'mc:Fallback') ?? part, change)
      case 'w:ruby': return this.read(child(part, 'w:rubyBase')?.children ?? [], change)
      default:
    }
  }

  private field(kind: string | undefined): void {
    const { fields } = this.context
    if (kind === 'begin') fields.begin()
    else if (kind === 'separate') fields.separate()
    else if (kind === 'end') fields.end()
  }

  private add(text: string, look: LetterLook, change: OpenChange | null): void {
    if (text === '' || !this.context.fields.shown) return
    const line = this.lines.at(-1) ?? lineDraft('')
    const { counts } = this.context
    if (look.hidden === true) {
      counts.hidden += text.length
      return
    }
    const words = text.replace(/[\r\n]/g, ' ')
    if (change !== null) addChange(line, { ...change, text: words })
    if (isGone(change)) return
    if (look.struck === true) counts.struck += text.length
    if (words.trim() !== '') {
      line.bold = (line.text.trim() === '' || line.bold) && look.bold === true
      if (look.size !== null) this.sizes.set(look.size, (this.sizes.get(look.size) ?? 0) + words.length)
    }
    line.text += words
  }

  private breakLine(change: OpenChange | null): void {
    if (this.context.fields.shown && !isGone(change)) this.lines.push(lineDraft(''))
  }

  private symbol(part: XmlElement, look: LetterLook, change: OpenChange | null): void {
    const sign = symbolOf(part.attributes['w:font'] ?? '', part.attributes['w:char'] ?? '')
    if (sign === null) this.context.counts.symbols++
    this.add(sign ?? '□', look, change)
  }

  private note(part: XmlElement, look: LetterLook, change: OpenChange | null): void {
    const kind = part.name === 'w:footnoteReference' ? 'footnotes' : 'endnotes'
    const id = part.attributes['w:id'] ?? ''
    if (!this.context.fields.shown || isGone(change)) return
    const mark = this.context.markNote(kind, id)
    if (!('w:customMarkFollows' in part.attributes)) this.add(mark, look, change)
    if (kind === 'footnotes') this.footnotes.push(id)
  }

  private box(part: XmlElement, change: OpenChange | null): void {
    for (const found of boxesIn(part, this.context)) this.boxes.push({ element: found, change })
  }
}

/** Properties and marks that hold no words of the paragraph. */
const UNREAD: ReadonlySet<string> = new Set(['w:pPr', 'w:sdtPr', 'w:sdtEndPr', 'w:smartTagPr', 'w:customXmlPr', 'w:proofErr', 'w:bookmarkStart', 'w:bookmarkEnd', 'w:rt'])

function ownText(element: XmlElement): string {
  const text = element.children.filter((each) => typeof each === 'string').join('')
  return element.attributes['xml:space'] === 'preserve' ? text : text.replace(/^[ \t\r\n]+|(?<![ \t\r\n])[ \t\r\n]+$/g, '')
}

function lettersOf(element: XmlElement, name: string): string {
  return element.children.map((each) => (typeof each === 'string' ? (element.name === name ? each : '') : lettersOf(each, name))).join('')
}

/** Text boxes inside a drawing; pictures are counted. */
function* boxesIn(element: XmlElement, context: WordContext): Generator<XmlElement> {
  if (element.name === 'pic:pic' || element.name === 'v:imagedata') context.counts.pictures++
  if (element.name === 'w:txbxContent') return yield element
  if (element.name === 'mc:AlternateContent') {
    const chosen = child(element, 'mc:Choice') ?? child(element, 'mc:Fallback')
    if (chosen !== null) yield* boxesIn(chosen, context)
    return
  }
  for (const each of element.children) if (typeof each !== 'string') yield* boxesIn(each, context)
}
