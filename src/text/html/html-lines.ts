import { addChange, lineDraft, type LineDraft } from '#text/line-drafts.ts'
import { HtmlTables } from '#text/html/html-tables.ts'
import { HtmlLists } from '#text/html/html-lists.ts'
import { HEADINGS, IGNORED, styleOf, startsBlock, UNSEEN } from '#text/html/html-elements.ts'
import type { Reading } from '#text/reading.ts'

interface OpenElement {
  readonly name: string
  readonly hidden: boolean
  readonly bold: boolean
  readonly pre: boolean
  readonly contents: boolean
  readonly heading: number | null
  readonly change: { readonly kind: 'inserted' | 'deleted'; readonly date: string | null } | null
}

const ROOT: OpenElement = { name: '', hidden: false, bold: false, pre: false, contents: false, heading: null, change: null }

/** Elements and text of a web page, as they come, become lines. */
export class HtmlLines {
  private readonly reading: Reading
  private readonly stack: OpenElement[] = [ROOT]
  private readonly lists = new HtmlLists()
  private readonly tables = new HtmlTables()
  private line: LineDraft = lineDraft('')
  private readonly left = { scripts: 0, hidden: 0, hiddenCharacters: 0, pictures: 0 }

  constructor(reading: Reading) {
    this.reading = reading
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (this.stack.length > this.reading.limits.depth) this.reading.stop('text/too-deep', `The page has more than ${this.reading.limits.depth} elements inside one another.`, 'Open it in a browser and print it to PDF.')
    const outer = this.top()
    const element = openElement(name, attributes, outer)
    if (name === 'script') this.left.scripts++
    if (element.hidden && !outer.hidden && !UNSEEN.has(name) && !IGNORED.has(name)) this.left.hidden++
    this.stack.push(element)
    if (element.hidden) return
    if (name === 'img') this.left.pictures++
    if (startsBlock(name)) this.endLine()
    if (name === 'br') this.endLine()
    this.openPart(name, attributes)
  }

  private openPart(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'ol' || name === 'ul' || name === 'menu') this.lists.openList(name, attributes)
    else if (name === 'li') {
      const bare = this.lists.openItem(attributes)
      if (bare !== null) this.tables.add(bare)
    } else this.tables.open(name, attributes)
  }

  close(name: string): void {
    const element = this.stack.length > 1 ? this.stack.pop() : undefined
    if (element === undefined || element.hidden) return
    if (startsBlock(name)) this.endLine()
    if (name === 'li') {
      const bare = this.lists.closeItem()
      if (bare !== null) this.tables.add(bare)
    } else if (name === 'ol' || name === 'ul' || name === 'menu') this.lists.closeList()
    else this.tables.close(name)
  }

  text(text: string): void {
    const element = this.top()
    if (element.hidden) {
      if (!this.stack.some((open) => IGNORED.has(open.name) || UNSEEN.has(open.name))) this.left.hiddenCharacters += text.trim().length
      return
    }
    if (!element.pre) return this.words(text.replace(/[ \t\n\r\f]+/g, ' '), element)
    for (const [index, part] of text.split(/\r\n|\n|\r/).entries()) {
      if (index > 0) this.endLine()
      this.words(part, element)
    }
  }

  private words(text: string, element: OpenElement): void {
    const { line } = this
    const words = !element.pre && (line.text === '' || line.text.endsWith(' ')) ? text.replace(/^ /, '') : text
    if (words === '') return
    if (element.change !== null) addChange(line, { kind: element.change.kind, text: words, author: null, date: element.change.date })
    if (element.change?.kind === 'deleted') return
    const blank = words.trim() === ''
    if (!blank) line.bold = (line.text.trim() === '' || line.bold) && element.bold
    line.text += words
    line.heading ??= element.heading
    line.contents ||= element.contents
  }

  private endLine(): void {
    const { line } = this
    this.line = lineDraft('')
    line.text = line.text.replace(/ +$/, '')
    if (line.text.trim() === '') {
      if (line.changes.length > 0) this.tables.add(lineDraft('', { changes: line.changes }))
      return
    }
    this.lists.label(line)
    this.tables.add(line)
  }

  private top(): OpenElement {
    return this.stack[this.stack.length - 1] ?? ROOT
  }

  finish(): { drafts: LineDraft[]; left: HtmlLines['left'] } {
    this.endLine()
    return { drafts: this.tables.finish(), left: this.left }
  }
}

function openElement(name: string, attributes: Readonly<Record<string, string>>, outer: OpenElement): OpenElement {
  const style = styleOf(attributes['style'])
  const change = name === 'del' ? 'deleted' : name === 'ins' ? 'inserted' : null
  return {
    name,
    hidden: outer.hidden || IGNORED.has(name) || UNSEEN.has(name) || 'hidden' in attributes || style.hidden,
    bold: style.bold ?? (outer.bold || name === 'b' || name === 'strong' || name === 'th' || HEADINGS[name] !== undefined),
    pre: name === 'pre' || style.pre || (outer.pre && name !== 'table'),
    contents: outer.contents || name === 'nav' || /(^|[\s_-])(toc|table-of-contents)($|[\s_-])/i.test(`${attributes['class'] ?? ''} ${attributes['id'] ?? ''}`),
    heading: HEADINGS[name] ?? outer.heading,
    change: change === null ? outer.change : { kind: change, date: attributes['datetime'] ?? null },
  }
}
