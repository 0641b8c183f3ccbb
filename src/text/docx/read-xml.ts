import { SaxesParser } from 'saxes'
import { broken } from '#text/docx/list-zip.ts'
import { Stopped, type Reading } from '#text/reading.ts'
import { decodeText } from '#text/txt/decode-text.ts'

/** XML parts of a Word file as small trees. Document types and entities are refused, and so is endless nesting. */
export interface XmlElement {
  /** With the usual prefix, whatever prefix the file chose: `w:p`. */
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: (XmlElement | string)[]
}

/** The whole part as one tree. */
export function readXml(bytes: Uint8Array, reading: Reading): XmlElement {
  return parse(bytes, reading, null)
}

/** Gives each child of the element `parent` as soon as it is complete and forgets it, so that a long text never stands in memory as a tree. */
export function readXmlBlocks(bytes: Uint8Array, parent: string, reading: Reading, onBlock: (block: XmlElement) => void): void {
  parse(bytes, reading, { parent, onBlock })
}

interface Blocks {
  readonly parent: string
  readonly onBlock: (block: XmlElement) => void
}

function parse(bytes: Uint8Array, reading: Reading, blocks: Blocks | null): XmlElement {
  const text = decodeText(bytes)?.text ?? broken(reading, 'one of its parts is no XML')
  const root: XmlElement = { name: '', attributes: {}, children: [] }
  const stack: XmlElement[] = [root]
  const prefixes = new Map<string, string>()
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false })
  parser.on('doctype', () => reading.stop('text/unsafe-xml', 'The file defines its own XML entities, which no Word file does.', 'Do not open it. Ask the sender for the agreement as PDF.'))
  parser.on('error', (error) => broken(reading, `one of its parts is no well-formed XML (${error.message.replace(/^undefined:|^\d+:\d+: /g, '').slice(0, 100)})`))
  parser.on('opentag', (tag) => {
    if (stack.length > reading.limits.depth) reading.stop('text/too-deep', `The file has more than ${reading.limits.depth} elements inside one another.`, 'Open it in Word and save it afresh, or save it as PDF.')
    learnPrefixes(tag.attributes, prefixes)
    const element: XmlElement = { name: usual(tag.name, prefixes), attributes: prefixes.size === 0 ? tag.attributes : usualAttributes(tag.attributes, prefixes), children: [] }
    stack.push(element)
  })
  parser.on('closetag', () => {
    const element = stack.pop()
    const outer = stack.at(-1)
    if (element === undefined || outer === undefined) return
    if (blocks !== null && outer.name === blocks.parent) blocks.onBlock(element)
    else outer.children.push(element)
  })
  const take = (words: string): void => {
    if (words !== '') stack.at(-1)?.children.push(words)
  }
  parser.on('text', take)
  parser.on('cdata', take)
  feed(parser, text, reading)
  return root.children.find((child) => typeof child !== 'string') ?? broken(reading, 'one of its parts is empty')
}

function feed(parser: SaxesParser, text: string, reading: Reading): void {
  try {
    for (let at = 0; at < text.length; at += PIECE) {
      reading.check()
      reading.progress('Reading', at, text.length)
      parser.write(text.slice(at, at + PIECE))
    }
    parser.close()
  } catch (error) {
    if (error instanceof Stopped) throw error
    broken(reading, 'one of its parts is no well-formed XML')
  }
}

/** Characters between two looks at the clock. */
const PIECE = 65_536

/** Prefixes as Word writes them, by what they stand for; the strict form of the format has other addresses for the same. */
const USUAL: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://schemas.openxmlformats.org/package/2006/relationships': '',
}

/** Remembers only prefixes that differ from the usual ones: in nearly every file none does. */
function learnPrefixes(attributes: Record<string, string>, prefixes: Map<string, string>): void {
  for (const name in attributes) {
    if (!name.startsWith('xmlns')) continue
    const wanted = USUAL[attributes[name] ?? '']
    const prefix = name === 'xmlns' ? '' : name.slice(6)
    if (wanted !== undefined && wanted !== prefix) prefixes.set(prefix, wanted)
  }
}

function usual(name: string, prefixes: ReadonlyMap<string, string>): string {
  if (prefixes.size === 0) return name
  const colon = name.indexOf(':')
  const wanted = prefixes.get(colon < 0 ? '' : name.slice(0, colon))
  if (wanted === undefined) return name
  const local = name.slice(colon + 1)
  return wanted === '' ? local : `${wanted}:${local}`
}

function usualAttributes(attributes: Record<string, string>, prefixes: ReadonlyMap<string, string>): Record<string, string> {
  const named: Record<string, string> = {}
  for (const name in attributes) named[name.includes(':') ? usual(name, prefixes) : name] = attributes[name] ?? ''
  return named
}

/** The first child of that name. */
export function child(element: XmlElement | null | undefined, name: string): XmlElement | null {
  for (const each of element?.children ?? []) if (typeof each !== 'string' && each.name === name) return each
  return null
}

export function* childrenNamed(element: XmlElement | null | undefined, name: string): Generator<XmlElement> {
  for (const each of element?.children ?? []) if (typeof each !== 'string' && each.name === name) yield each
}

/** The `w:val` of the first child of that name, or null. */
export function valueOf(element: XmlElement | null | undefined, name: string): string | null {
  return child(element, name)?.attributes['w:val'] ?? null
}

/** A whole number in `w:val`, or null. */
export function numberOf(element: XmlElement | null | undefined, name: string): number | null {
  return wholeNumber(valueOf(element, name))
}

export function wholeNumber(text: string | null | undefined): number | null {
  return text !== null && text !== undefined && /^[+-]?\d{1,9}(\.\d{0,9})?$/.test(text.trim()) ? Math.trunc(Number(text)) : null
}

/** Word's switches: absent is null, present is true unless it says otherwise. */
export function switchOf(element: XmlElement | null | undefined, name: string): boolean | null {
  const found = child(element, name)
  if (found === null) return null
  return !/^(0|false|off|none)$/.test(found.attributes['w:val'] ?? 'true')
}
