import type { FileKind } from '#text/document.ts'
import type { Reading } from '#text/reading.ts'
import { decodeText } from '#text/txt/decode-text.ts'
import { listZip } from '#text/docx/list-zip.ts'

/** What a file is, from its bytes; stops with what to do where it is none of ours. The extension only tells .md from .txt. */
export function findKind(bytes: Uint8Array, reading: Reading): FileKind {
  if (bytes.length === 0) reading.stop('text/empty', 'The file is empty.', 'Ask for the file again, or choose another one.')
  if (indexOf(bytes, '%PDF-', 0, 1024) >= 0) return 'pdf'
  if (starts(bytes, 'PK\x03\x04') || starts(bytes, 'PK\x05\x06')) return zipKind(bytes, reading)
  if (starts(bytes, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return oldOffice(bytes, reading)
  if (PICTURES.some((magic) => starts(bytes, magic))) return 'scan'
  for (const [magic, what, next] of OTHERS) if (starts(bytes, magic)) reading.stop('text/other-kind', what, next)
  return textKind(bytes, reading)
}

const AS_DOCX = 'Open it in the program that made it and save it as .docx or PDF.'
const PICTURES = ['\x89PNG\r\n\x1a\n', '\xff\xd8\xff', 'II*\x00', 'MM\x00*']
const OTHERS: readonly (readonly [string, string, string])[] = [
  ['{\\rtf', 'This is a Rich Text file (.rtf), which is not read here.', 'Open it in Word or LibreOffice and save it as .docx.'],
  ['%!PS', 'This is a PostScript file, which is not read here.', 'Print or convert it to PDF.'],
  ['GIF8', 'This is a GIF picture.', 'Save it as PNG, or scan the pages as PDF.'],
  ['7z\xbc\xaf', 'This is a packed archive (.7z).', 'Unpack it and choose the agreement inside.'],
  ['Rar!', 'This is a packed archive (.rar).', 'Unpack it and choose the agreement inside.'],
  ['\x1f\x8b', 'This is a packed file (.gz).', 'Unpack it and choose the agreement inside.'],
  ['BZh', 'This is a packed file (.bz2).', 'Unpack it and choose the agreement inside.'],
  ['\x7fELF', 'This is a program, not a document.', 'Choose the agreement: PDF, .docx, .html, .md or .txt.'],
  ['MZ\x90', 'This is a program, not a document.', 'Choose the agreement: PDF, .docx, .html, .md or .txt.'],
]

function zipKind(bytes: Uint8Array, reading: Reading): FileKind {
  const names = new Set(listZip(bytes, reading).map((entry) => entry.name))
  const has = (start: string): boolean => [...names].some((name) => name.startsWith(start))
  if (names.has('[Content_Types].xml') && (has('word/') || names.has('_rels/.rels'))) {
    if (has('xl/')) reading.stop('text/other-kind', 'This is an Excel workbook.', 'Save the sheet as PDF, or copy it into a Word file.')
    if (has('ppt/')) reading.stop('text/other-kind', 'This is a PowerPoint file.', 'Save it as PDF.')
    return 'docx'
  }
  if (names.has('content.xml') && names.has('mimetype')) reading.stop('text/other-kind', 'This is an OpenDocument file (.odt), which is not read here.', 'Open it in LibreOffice or Word and save it as .docx.')
  if (has('Index/') || names.has('Index.zip') || names.has('index.xml')) reading.stop('text/other-kind', 'This is a Pages file.', 'In Pages choose File, Export to, Word (or PDF).')
  if (names.has('META-INF/container.xml')) reading.stop('text/other-kind', 'This is an e-book (.epub).', 'Save it as PDF or .docx.')
  return reading.stop('text/other-kind', `This is a zip archive with ${names.size} files, not a document.`, 'Unpack it and choose the agreement inside.')
}

/** Old Word files and password-protected new ones come in the same wrapping; the names inside tell them apart. */
function oldOffice(bytes: Uint8Array, reading: Reading): never {
  const holds = (name: string): boolean => indexOf(bytes, [...name].join('\x00'), 0, bytes.length) >= 0
  if (holds('EncryptedPackage')) reading.stop('text/encrypted', 'The file is protected with a password.', 'Open it in Word, remove the password (File, Info, Protect Document) and save it, or ask for a copy without one.')
  if (holds('WordDocument')) reading.stop('text/other-kind', 'This is an old Word file (.doc), which is not read here.', 'Open it in Word and save it as .docx.')
  return reading.stop('text/other-kind', 'This is a file of an old Office program.', AS_DOCX)
}

function textKind(bytes: Uint8Array, reading: Reading): FileKind {
  const head = decodeText(bytes.subarray(0, 65_536), { start: true })
  if (head === null) return reading.stop('text/unknown-kind', 'The file is not a document that can be read here.', 'Choose the agreement as PDF, .docx, .html, .md or .txt.')
  const text = head.text.trimStart()
  if (/^<(!doctype\s+html|html[\s>])/i.test(pastPreamble(text))) return 'html'
  if (/^<\?xml/i.test(text)) return reading.stop('text/other-kind', 'This is an XML file.', AS_DOCX)
  if (/^(MIME-Version:|From: [^\n]*\n)[\s\S]*Content-Type: *multipart/i.test(text)) return reading.stop('text/other-kind', 'This is a saved e-mail or web archive.', 'Save the page as .html, or print it to PDF.')
  const extension = extensionOf(reading.file)
  if (/^html?$|^xhtml$/.test(extension) && /<\/?[a-z][a-z0-9]*[\s/>]/i.test(text)) return 'html'
  if (/^<(head|body|div|p|h[1-6]|table|ol|ul|article|section|main)[\s>]/i.test(text) && /<\/[a-z0-9]+>/i.test(text) && !/^(md|markdown|txt)$/.test(extension)) return 'html'
  return /^(md|markdown)$/.test(extension) ? 'md' : 'txt'
}

/** What follows the XML line and the comments before the first element. */
function pastPreamble(text: string): string {
  let at = text.startsWith('<?') ? text.indexOf('?>') + 2 : 0
  for (;;) {
    while (/\s/.test(text.charAt(at))) at++
    if (!text.startsWith('<!--', at)) return text.slice(at, at + 200)
    const end = text.indexOf('-->', at)
    if (end < 0) return ''
    at = end + 3
  }
}

const EXTENSIONS: Readonly<Record<FileKind, readonly string[]>> = {
  txt: ['txt', 'text', 'log', 'asc'],
  md: ['md', 'markdown'],
  html: ['html', 'htm', 'xhtml'],
  docx: ['docx', 'docm', 'dotx', 'dotm'],
  pdf: ['pdf'],
  scan: ['png', 'jpg', 'jpeg', 'jpe', 'tif', 'tiff'],
}

/** Notes a name that says something else than the bytes. */
export function noteMismatch(kind: FileKind, reading: Reading): void {
  const extension = extensionOf(reading.file)
  if (extension === '' || EXTENSIONS[kind].includes(extension)) return
  reading.note('text/extension', `The name ends in .${extension}, but the file is ${KIND_NAMES[kind]}; it was read as that.`, 'Nothing need be done; rename the file to avoid confusion.')
}

const KIND_NAMES: Readonly<Record<FileKind, string>> = { txt: 'plain text', md: 'Markdown', html: 'a web page (HTML)', docx: 'a Word file (.docx)', pdf: 'a PDF', scan: 'a picture' }

function extensionOf(name: string): string {
  return /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? ''
}

function starts(bytes: Uint8Array, magic: string): boolean {
  return bytes.length >= magic.length && [...magic].every((character, index) => bytes[index] === character.charCodeAt(0))
}

function indexOf(bytes: Uint8Array, words: string, from: number, to: number): number {
  const first = words.charCodeAt(0)
  const end = Math.min(to, bytes.length - words.length + 1)
  for (let at = bytes.indexOf(first, from); at >= 0 && at < end; at = bytes.indexOf(first, at + 1)) {
    let same = 1
    while (same < words.length && bytes[at + same] === words.charCodeAt(same)) same++
    if (same === words.length) return at
  }
  return -1
}
