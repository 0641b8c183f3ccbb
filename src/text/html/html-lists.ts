import { countAs } from '#text/counting.ts'
import { lineDraft, type LineDraft } from '#text/line-drafts.ts'

interface OpenList {
  readonly style: string
  readonly reversed: boolean
  /** Null where a reversed list starts with the number of its items, known only at its end. */
  readonly start: number | null
  next: number
  readonly waiting: { readonly draft: LineDraft; readonly value: number }[]
}

/** The numbers that a browser puts before list items: start, type, reversed and value. */
export class HtmlLists {
  private readonly open: OpenList[] = []
  /** The item whose label no line has taken yet. */
  private item: { readonly list: OpenList; readonly value: number } | null = null

  openList(name: string, attributes: Readonly<Record<string, string>>): void {
    const reversed = 'reversed' in attributes
    const start = wholeNumber(attributes['start']) ?? (reversed ? null : 1)
    this.open.push({ style: name === 'ol' ? orderedStyle(attributes) : bulletStyle(attributes), reversed, start, next: start ?? 0, waiting: [] })
  }

  /** Starts an item. Gives the label of the item before it when that has no words of its own and must stand alone. */
  openItem(attributes: Readonly<Record<string, string>>): LineDraft | null {
    const bare = this.closeItem()
    const list = this.open.at(-1)
    if (list === undefined) return bare
    list.next = wholeNumber(attributes['value']) ?? list.next
    this.item = { list, value: list.next }
    list.next += list.reversed ? -1 : 1
    return bare
  }

  closeItem(): LineDraft | null {
    if (this.item === null) return null
    const draft = lineDraft('')
    this.label(draft)
    return draft.label === BULLET ? null : draft
  }

  /** The first line of an item takes its label. */
  label(line: LineDraft): void {
    if (this.open.length > 0) line.left = this.open.length * INDENT
    if (this.item === null) return
    const { list, value } = this.item
    this.item = null
    if (list.start === null) list.waiting.push({ draft: line, value })
    line.label = labelOf(list.style, value)
  }

  closeList(): void {
    const list = this.open.pop()
    if (list?.start !== null) return
    const start = -list.next
    for (const { draft, value } of list.waiting) draft.label = labelOf(list.style, value > 0 ? value : start + value)
  }
}

/** Browsers set a list 40 pixels in: 30 points. */
const INDENT = 30
const BULLET = '•'

function orderedStyle(attributes: Readonly<Record<string, string>>): string {
  return styleInCss(attributes) ?? { a: 'lower-alpha', A: 'upper-alpha', i: 'lower-roman', I: 'upper-roman' }[attributes['type'] ?? ''] ?? 'decimal'
}

function bulletStyle(attributes: Readonly<Record<string, string>>): string {
  return styleInCss(attributes) ?? 'disc'
}

function styleInCss(attributes: Readonly<Record<string, string>>): string | null {
  return /list-style(?:-type)?\s{0,9}:\s{0,9}([a-z-]{1,30})/.exec((attributes['style'] ?? '').slice(0, 2000).toLowerCase())?.[1] ?? null
}

function labelOf(style: string, value: number): string | null {
  switch (style) {
    case 'none': return null
    case 'lower-alpha': case 'lower-latin': return `${letters(value).toLowerCase()}.`
    case 'upper-alpha': case 'upper-latin': return `${letters(value)}.`
    case 'lower-roman': return `${countAs(value, 'lowerRoman')}.`
    case 'upper-roman': return `${countAs(value, 'upperRoman')}.`
    case 'decimal-leading-zero': return `${countAs(value, 'decimalZero')}.`
    case 'decimal': return `${value}.`
    default: return BULLET
  }
}

/** Browsers count Z, AA, AB …, unlike Word. */
function letters(value: number): string {
  if (value < 1) return String(value)
  let shown = ''
  for (let rest = value; rest > 0; rest = Math.floor((rest - 1) / 26)) shown = String.fromCharCode(65 + ((rest - 1) % 26)) + shown
  return shown
}

function wholeNumber(text: string | undefined): number | null {
  return text !== undefined && /^\s*-?\d{1,9}\s*$/.test(text) ? Number(text) : null
}
