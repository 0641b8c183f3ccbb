import { child, childrenNamed, readXml, type XmlElement } from '#text/docx/read-xml.ts'
import { broken } from '#text/docx/list-zip.ts'
import type { ZipFile } from '#text/docx/unpack-zip.ts'
import { Stopped, type Reading } from '#text/reading.ts'

/** The parts of a Word file that hold words, found through its own table of relations. */
export interface WordParts {
  readonly main: Uint8Array
  readonly styles: XmlElement | null
  readonly numbering: XmlElement | null
  readonly footnotes: XmlElement | null
  readonly endnotes: XmlElement | null
  readonly comments: XmlElement | null
  /** A header or footer by the name that sections call it. */
  linked(id: string): XmlElement | null
}

export function wordParts(zip: ZipFile, reading: Reading): WordParts {
  const mainName = mainPart(zip, reading)
  const main = zip.member(mainName) ?? broken(reading, 'its main text is missing')
  const relations = relationsOf(zip, mainName, reading)
  const byType = (type: string): XmlElement | null => {
    const target = relations.find((relation) => relation.type === type)?.target
    return target === undefined ? null : sidePart(zip, target, reading)
  }
  return {
    main,
    styles: byType('styles'),
    numbering: byType('numbering'),
    footnotes: byType('footnotes'),
    endnotes: byType('endnotes'),
    comments: byType('comments'),
    linked(id) {
      const target = relations.find((relation) => relation.id === id)?.target
      return target === undefined ? null : sidePart(zip, target, reading)
    },
  }
}

function mainPart(zip: ZipFile, reading: Reading): string {
  const named = relationsOf(zip, '', reading).find((relation) => relation.type === 'officeDocument')?.target
  return named !== undefined && zip.names.includes(named) ? named : 'word/document.xml'
}

/** A part beside the main text: when it is damaged, the text is still read. */
function sidePart(zip: ZipFile, name: string, reading: Reading): XmlElement | null {
  try {
    const bytes = zip.member(name)
    return bytes === null ? null : readXml(bytes, reading)
  } catch (error) {
    if (!(error instanceof Stopped) || error.problem.code !== 'text/broken') throw error
    reading.note('text/damaged-part', `The part ${name.slice(0, 80)} could not be read: ${error.problem.what}`, 'Numbers, notes or running heads may be missing. Open the file in Word and save it afresh.')
    return null
  }
}

interface Relation {
  readonly id: string
  readonly type: string
  readonly target: string
}

function relationsOf(zip: ZipFile, part: string, reading: Reading): Relation[] {
  const slash = part.lastIndexOf('/') + 1
  const folder = part.slice(0, slash)
  const root = sidePart(zip, `${folder}_rels/${part.slice(slash)}.rels`, reading)
  const relations: Relation[] = []
  for (const each of childrenNamed(root, 'Relationship')) {
    const { Id: id, Type: type, Target: target, TargetMode: mode } = each.attributes
    if (id !== undefined && type !== undefined && target !== undefined && mode !== 'External') relations.push({ id, type: type.slice(type.lastIndexOf('/') + 1), target: place(folder, target) })
  }
  return relations
}

/** A target is a name inside the zip file, never a path on this machine. */
function place(folder: string, target: string): string {
  const parts: string[] = []
  for (const part of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  }
  return parts.join('/')
}

/** The body of a header, footer, note or text box: its own children. */
export function blocksOf(element: XmlElement): XmlElement[] {
  const body = child(element, 'w:body') ?? element
  return body.children.filter((each): each is XmlElement => typeof each !== 'string')
}
