import { unzlibSync, zlibSync } from 'fflate'
import { together } from './mutate-bytes.ts'
import type { Random } from './random.ts'

/** Damage to a PDF that knows its words: odd numbers, names and references, lying lengths, streams that loop, swell or are packed again. */
export function mutatePdf(bytes: Uint8Array, random: Random): Uint8Array {
  let text = new TextDecoder('latin1').decode(bytes)
  if (random.chance(2)) text = repackStream(text, random)
  for (let times = 1 + random.below(4); times > 0; times--) text = random.pick(DAMAGES)(text, random)
  return letters(text.slice(0, 4_000_000))
}

type Damage = (text: string, random: Random) => string

const NUMBERS = ['0', '-1', '1', '99999999', '2147483648', '1e30', '0.0000001', '-99999', '65536', '3']
const NAMES = ['/Type', '/Page', '/Pages', '/Catalog', '/Kids', '/Contents', '/Font', '/Length', '/Filter', '/FlateDecode', '/DCTDecode', '/ASCIIHexDecode', '/LZWDecode', '/Encrypt', '/XObject', '/Form', '/Image', '/Parent', '/ObjStm', '/MediaBox', '/Rotate', '/Type0', '/ToUnicode', '/Encoding', '/Resources']
const OPERATORS = ['q ', 'Q ', 'BT ', 'ET ', '/Im Do ', '/F1 1e9 Tf ', '/F9 11 Tf ', '1 0 0 1 1e9 1e9 cm ', '0 0 0 0 0 0 Tm ', '(x) Tj ', '[(a) -9e9 (b)] TJ ', '1000000 Tw ', 'BI /W 9 ID ', '/Artifact BMC ', '[[[[[[', '<<<<', '((((', '<41']

const DAMAGES: readonly Damage[] = [
  function oddNumber(text, random) {
    return onMatch(text, /\d+/g, random, () => random.pick(NUMBERS))
  },
  function oddName(text, random) {
    return onMatch(text, /\/[A-Z]\w+/g, random, () => random.pick(NAMES))
  },
  function oddReference(text, random) {
    return onMatch(text, /\d+ 0 R/g, random, () => `${random.below(12)} 0 R`)
  },
  function operators(text, random) {
    return onMatch(text, /\b(Tj|ET|Tf)\b/g, random, (found) => `${found} ${random.pick(OPERATORS).repeat(random.pick([1, 50, 5000]))}`)
  },
  function loseObject(text, random) {
    return onMatch(text, /\d+ 0 obj[\s\S]*?endobj/g, random, () => '')
  },
  function doubleObject(text, random) {
    return onMatch(text, /\d+ 0 obj[\s\S]*?endobj/g, random, (found) => `${found}\n`.repeat(2 + random.below(100)))
  },
  function loseTable(text) {
    return text.replace(/xref[\s\S]*/, '')
  },
  function nestArrays(text, random) {
    return onMatch(text, /\[/g, random, () => '['.repeat(random.pick([50, 5000])))
  },
  function ownForm(text, random) {
    const at = text.indexOf('xref')
    return `${text.slice(0, at)}50 0 obj\n<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /Im 50 0 R >> >> /Length 8 >>\nstream\n/Im Do  \nendstream endobj\n${text.slice(at).replace(/\/Font/, random.pick(['/XObject << /Im 50 0 R >> /Font', '/Font']))}`
  },
]

function onMatch(text: string, pattern: RegExp, random: Random, change: (found: string) => string): string {
  const found = [...text.matchAll(pattern)]
  if (found.length === 0) return text
  const one = random.pick(found)
  return text.slice(0, one.index) + change(one[0]) + text.slice(one.index + one[0].length)
}

/** Opens a packed stream, damages what is in it, or puts a swelling one in its place. */
function repackStream(text: string, random: Random): string {
  const found = [...text.matchAll(/\/FlateDecode[^\n]*>>\nstream\n([\s\S]*?)\nendstream/g)]
  if (found.length === 0) return text
  const one = random.pick(found)
  const inside = one[1] ?? ''
  const start = one.index + one[0].length - '\nendstream'.length - inside.length
  return text.slice(0, start) + latin(zlibSync(swollen(inside, random))) + text.slice(start + inside.length)
}

function swollen(inside: string, random: Random): Uint8Array {
  if (random.chance(6)) return new Uint8Array(random.pick([2_000_000, 20_000_000])).fill(random.pick([32, 113, 40, 91]))
  try {
    const drawn = new TextDecoder('latin1').decode(unzlibSync(letters(inside)))
    return letters(random.pick(DAMAGES)(drawn, random))
  } catch {
    return together(letters(inside), letters(inside))
  }
}

function letters(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0) & 255)
}

function latin(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes)
}
