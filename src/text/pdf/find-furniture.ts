import type { PrintedLine, PrintedPage } from '#text/pdf/printed.ts'

/**
 * Running heads, feet and page numbers, known by standing at the same height of several pages with the same words,
 * or with a number that goes up with the pages. Nothing is taken away: the lines are only named.
 */
export function findFurniture(pages: readonly PrintedPage[]): ReadonlySet<PrintedLine> {
  const found = new Set<PrintedLine>()
  const groups = new Map<string, { line: PrintedLine; page: number }[]>()
  for (const page of pages) {
    for (const { line, place } of edgeLines(page)) {
      if (line.furniture) found.add(line)
      for (const key of keysOf(line.text, page.page, pages.length)) {
        // A line may stand a little higher or lower from page to page, so it is looked for in two bands.
        for (const band of [Math.floor(place.distance / BAND), Math.floor(place.distance / BAND + 0.5) + 0.5]) {
          const name = `${place.edge}${band} ${key}`
          const group = groups.get(name)
          if (group === undefined) groups.set(name, [{ line, page: page.page }])
          else group.push({ line, page: page.page })
        }
      }
    }
    for (const line of page.lines) if (line.furniture) found.add(line)
  }
  const needed = pages.length >= 3 ? 3 : 2
  for (const [name, group] of groups) {
    const distinct = new Set(group.map((each) => each.page)).size
    if (distinct >= needed && (pages.length > 2 || /#/.test(name))) for (const each of group) if (!isOpening(each, group)) found.add(each.line)
  }
  return found
}

/** Where an appendix has its title at the head of each of its pages, the first is the title itself. */
function isOpening(each: { line: PrintedLine }, group: readonly { line: PrintedLine }[]): boolean {
  return each === group[0] && NAMED_PART.test(each.line.text)
}

const NAMED_PART = /^(article|section|chapter|part|appendix|addendum|exhibit|schedule|attachment|archive|side letter|memorandum|tentative agreement)\b/i

/** Points within which lines of different pages stand at the same height. */
const BAND = 12
/** Rows from the top or bottom that may be running heads or feet. */
const ROWS = 4

function edgeLines(page: PrintedPage): { line: PrintedLine; place: { edge: string; distance: number } }[] {
  const sorted = [...page.lines].filter((line) => Number.isFinite(line.y)).sort((one, other) => one.y - other.y)
  const top = sorted.slice(0, ROWS).filter((line) => line.y < page.height * 0.25)
  const bottom = sorted.slice(-ROWS).filter((line) => line.y > page.height * 0.75)
  return [...top.map((line) => ({ line, place: { edge: 'top', distance: line.y } })), ...bottom.map((line) => ({ line, place: { edge: 'bottom', distance: page.height - line.y } }))]
}

/** Under what a line may be the same as one on another page: its words, or its words with a number that goes up with the page. */
function keysOf(text: string, page: number, pages: number): string[] {
  const plain = text.replace(/\s+/g, ' ').trim().slice(0, 300)
  const keys = pages > 2 && /[\p{L}\d]/u.test(plain) && !BARE_NUMBER.test(plain) ? [plain] : []
  if (NUMBERED_HEADING.test(plain)) return keys
  for (const match of [...plain.matchAll(/\d{1,4}/g)].slice(-3)) {
    const counted = `${plain.slice(0, match.index)}#${plain.slice(match.index + match[0].length)}`
    keys.push(`${counted} ${Number(match[0]) - page}`)
  }
  const roman = /^[\s–—-]*([ivxl]{1,7})[\s–—-]*$/i.exec(plain)?.[1]
  if (roman !== undefined) keys.push(`roman # ${romanValue(roman.toLowerCase()) - page}`)
  return keys
}

const BARE_NUMBER = /^[\s–—-]*\d+[\s–—-]*$/
/** Articles of a page each would look like page numbers. */
const NUMBERED_HEADING = /^(article|section|chapter|part|appendix|exhibit|schedule)\s+\S{1,8}$|^\d+(\.\d+)+|^\(?\d+[.)]\s/i

const LETTERS: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50 }

function romanValue(text: string): number {
  let value = 0
  for (let at = 0; at < text.length; at++) {
    const now = LETTERS[text[at] ?? ''] ?? 0
    value += now < (LETTERS[text[at + 1] ?? ''] ?? 0) ? -now : now
  }
  return value
}
