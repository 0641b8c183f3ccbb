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
  let open: string[] = []
  const close = (): void => {
    if (open.length > 0) paragraphs.push(open.join(''))
    open = []
  }
  for (const line of lines) {
    const text = cleanText(line.text)
    if (text === '') continue
    const last = open.at(-1) ?? ''
    const parted = line.gap && !(line.pageTurn && goesOn(last, text)) && !isTorn(last, text)
    if (parted || bullet.test(line.text.trim())) close()
    else if (open.length > 0) open.push(...join(open.pop() ?? '', text))
    if (open.length === 0) open.push(text)
  }
  close()
  return paragraphs.join('\n\n')
}

/** Markdown's stroke before a sign that would else be a mark: `\$41,101`. */
const escaped = /\\(?=[$*_#&%~])/gu

/** What there is to clean; most lines have none of it, and one look is cheaper than three rewritings. */
const unclean = /[<*\\\u200b\u00ad\ufeff\u00a0\u2000-\u200a\u202f]| {2}|[^\S ]/u

/** Without marks of Markdown and HTML, and with single blanks. */
export function cleanText(text: string): string {
  if (!unclean.test(text)) return text.trim()
  return text.replace(marksOnly, '').replace(escaped, '').replace(/[\s\u00a0\u2000-\u200a\u202f]+/gu, ' ').trim()
}

/** A full line that ends in the middle of a sentence, and the next that goes on small: a page end whose mark was lost tore them. */
function isTorn(last: string, next: string): boolean {
  return last.length >= 60 && /[A-Za-z,]$/u.test(last) && /^[a-z]{2}/u.test(next)
}

function goesOn(open: string, next: string): boolean {
  return !/[.:!?]["”’')\]]*$/u.test(open) || /^[a-z]/u.test(next)
}

/** A word broken at the line end is made whole; a hyphen that belongs to it (before a capital or a figure, or in `part-` lists) stays. */
function join(last: string, next: string): [string, string] {
  if (!last.endsWith('-') || /[\s-]-$/u.test(last)) return [last, ` ${next}`]
  const head = /[A-Za-z]+(?=-$)/u.exec(last.slice(-30))?.[0]
  if (head === undefined || !/^[a-z]/u.test(next)) return [last, next]
  if (/^(?:and|or|to)\b/u.test(next)) return [last, ` ${next}`]
  return [keepsHyphen(head) ? last : last.slice(0, -1), next]
}

const hyphenated = new Set('self non pre post full part half well on off long short high low first second third one two three four five six seven eight nine ten re co inter extra multi mid under year week day hour step mother father sister brother son daughter school job in up cross all anti ex much semi'.split(' '))

function keepsHyphen(head: string): boolean {
  return hyphenated.has(head.toLowerCase())
}
