import { countAs } from '#text/counting.ts'
import { childrenNamed, type XmlElement } from '#text/docx/read-xml.ts'
import { WordCounters } from '#text/docx/word-counters.ts'
import { WordFields } from '#text/docx/word-fields.ts'
import { wordLists, type WordLists } from '#text/docx/word-lists.ts'
import type { WordParts } from '#text/docx/word-parts.ts'
import { wordStyles, type WordStyles } from '#text/docx/word-styles.ts'
import { raised } from '#text/docx/word-symbols.ts'
import type { Reading } from '#text/reading.ts'

/** What all paragraphs of one Word file share: styles, lists and their running numbers, open fields, notes, and what was left out. */
export class WordContext {
  readonly reading: Reading
  readonly styles: WordStyles
  readonly lists: WordLists
  counters = new WordCounters()
  fields = new WordFields()
  readonly counts = { hidden: 0, struck: 0, pictures: 0, symbols: 0, tables: 0, embedded: 0 }
  /** The number of the note that is being read. */
  noteMark = ''
  private readonly notes: Readonly<Record<'footnotes' | 'endnotes', Map<string, XmlElement>>>
  private readonly marks = new Map<string, string>()
  private readonly noted = { footnotes: 0, endnotes: 0 }

  constructor(parts: WordParts, reading: Reading) {
    this.reading = reading
    this.styles = wordStyles(parts.styles)
    this.lists = wordLists(parts.numbering, this.styles)
    this.notes = { footnotes: byId(parts.footnotes, 'w:footnote'), endnotes: byId(parts.endnotes, 'w:endnote') }
  }

  /** The mark of a note where it is referred to: numbers in the order of reference. */
  markNote(kind: 'footnotes' | 'endnotes', id: string): string {
    const key = `${kind}/${id}`
    const known = this.marks.get(key)
    if (known !== undefined) return known
    const mark = raised(countAs(++this.noted[kind], kind === 'footnotes' ? 'decimal' : 'lowerRoman'))
    this.marks.set(key, mark)
    return mark
  }

  note(kind: 'footnotes' | 'endnotes', id: string): XmlElement | null {
    return this.notes[kind].get(id) ?? null
  }

  /** Endnotes in the order in which they were referred to. */
  endnotesInOrder(): string[] {
    return [...this.marks.keys()].filter((key) => key.startsWith('endnotes/')).map((key) => key.slice('endnotes/'.length))
  }
}

function byId(part: XmlElement | null, name: string): Map<string, XmlElement> {
  const found = new Map<string, XmlElement>()
  for (const each of childrenNamed(part, name)) found.set(each.attributes['w:id'] ?? '', each)
  return found
}
