/** Joins printed lines into running text again: wrapped lines rejoined, broken words mended, paragraphs parted by an empty line. */

/** `after` says what stood between this line and the one before it in the clause. */
export interface TextLine {
  readonly text: string
  readonly gap: boolean
  readonly pageTurn: boolean
}

const marksOnly = /<\/?[biu]>|\*\*|\u200b|\u00ad|\ufeff/gu
const bullet = /^(?:[-*•·▪●o]|\u2022|\uf0b7)\s+/u

export function reflow(lines: readonly TextLine[]): string {
  const paragraphs: string[] = []
  let open = ''
  let last = ''
  for (const line of lines) {
    const text = cleanText(line.text)
    if (text === '') continue
    const breaks = open !== '' && ((line.gap && !(line.pageTurn && goesOn(open, text)) && !isTorn(last, text)) || bullet.test(line.text.trim()))
    if (breaks) {
      paragraphs.push(open)
      open = text
    } else open = open === '' ? text : join(open, text)
    last = text
  }
  if (open !== '') paragraphs.push(open)
  return paragraphs.join('\n\n')
}

/** Without marks of Markdown and HTML, and with single blanks. */
export function cleanText(text: string): string {
  return text.replace(marksOnly, '').replace(/[\s\u00a0\u2000-\u200a\u202f]+/gu, ' ').trim()
}

/** A full line that ends in the middle of a sentence, and the next that goes on small: a page end whose mark was lost tore them. */
function isTorn(last: string, next: string): boolean {
  return last.length >= 60 && /[A-Za-z,]$/u.test(last) && /^[a-z]{2}/u.test(next)
}

function goesOn(open: string, next: string): boolean {
  return !/[.:;!?]["”’')\]]*$/u.test(open) || /^[a-z]/u.test(next)
}

/** A word broken at the line end is made whole; a hyphen that belongs to it (before a capital or a figure, or in `part-` lists) stays. */
function join(open: string, next: string): string {
  if (!open.endsWith('-') || /[\s-]-$/u.test(open)) return `${open} ${next}`
  const head = /([A-Za-z]+)-$/u.exec(open)?.[1]
  if (head === undefined || !/^[a-z]/u.test(next)) return `${open}${next}`
  if (/^(?:and|or|to)\b/u.test(next)) return `${open} ${next}`
  return keepsHyphen(head) ? `${open}${next}` : `${open.slice(0, -1)}${next}`
}

const hyphenated = new Set('self non pre post full part half well on off long short high low first second third one two three four five six seven eight nine ten re co inter extra multi mid under year week day hour step mother father sister brother son daughter school job in up cross all anti ex much semi'.split(' '))

function keepsHyphen(head: string): boolean {
  return hyphenated.has(head.toLowerCase())
}
