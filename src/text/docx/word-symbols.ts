/** Signs of Word's picture fonts as ordinary letters; only those that agreements use. */
const SYMBOL: Readonly<Record<number, string>> = {
  0x2d: '−', 0xa3: '≤', 0xa7: '♣', 0xb0: '°', 0xb1: '±', 0xb2: '″', 0xb3: '≥', 0xb4: '×', 0xb7: '•', 0xb8: '÷', 0xb9: '≠', 0xbb: '≈', 0xbc: '…',
  0xae: '→', 0xd2: '®', 0xd3: '©', 0xd4: '™', 0xd6: '√', 0xd7: '⋅', 0xe5: '∑', 0x24: '§', 0x61: 'α', 0x62: 'β', 0x44: 'Δ', 0x6d: 'μ', 0x70: 'π', 0x53: 'Σ',
}

const WINGDINGS: Readonly<Record<number, string>> = {
  0x6c: '●', 0x6e: '■', 0x6f: '□', 0x71: '❑', 0x72: '❒', 0x75: '◆', 0x76: '❖', 0x77: '◆', 0x9f: '•', 0xa7: '▪', 0xa8: '◻', 0xd8: '➢', 0xe0: '→', 0xf0: '⇨', 0xfb: '✗', 0xfc: '✓', 0xfd: '☒', 0xfe: '☑',
}

/** The sign, or null where we do not know it. `code` is hexadecimal, with or without the private-use offset F000. */
export function symbolOf(font: string, code: string): string | null {
  const value = Number.parseInt(code, 16)
  if (!Number.isFinite(value)) return null
  const place = value >= 0xf000 && value <= 0xf0ff ? value - 0xf000 : value
  if (/wingdings/i.test(font)) return WINGDINGS[place] ?? null
  if (/symbol/i.test(font)) return SYMBOL[place] ?? null
  return value >= 0x20 && value < 0xe000 ? String.fromCharCode(value) : null
}

const RAISED: Readonly<Record<string, string>> = { 0: '⁰', 1: '¹', 2: '²', 3: '³', 4: '⁴', 5: '⁵', 6: '⁶', 7: '⁷', 8: '⁸', 9: '⁹', i: 'ⁱ', v: 'ᵛ', x: 'ˣ', l: 'ˡ', c: 'ᶜ', m: 'ᵐ' }

/** A note's number, raised as in print. */
export function raised(number: string): string {
  return [...number].map((sign) => RAISED[sign] ?? sign).join('')
}
