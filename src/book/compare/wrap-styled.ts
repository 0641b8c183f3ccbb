/** Breaks a text with terminal colours into lines; colours take no room. */

/** Lines of at most `width` letters, each begun with `indent` blanks; line ends in the text stay. A word longer than a line stands alone on one. */
export function wrapStyled(text: string, width: number, indent: number): string {
  const room = Math.max(20, width - indent)
  const margin = ' '.repeat(indent)
  const lines = text.split('\n').flatMap((paragraph) => wrapParagraph(paragraph, room))
  return lines.map((line) => (line === '' ? '' : margin + line)).join('\n')
}

function wrapParagraph(paragraph: string, room: number): string[] {
  const lines: string[] = []
  let line = ''
  let used = 0
  for (const word of paragraph.split(' ')) {
    const size = shownLength(word)
    if (line !== '' && used + 1 + size > room) {
      lines.push(line)
      line = ''
      used = 0
    }
    used += (line === '' ? 0 : 1) + size
    line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line]
}

// The escape mark is what this looks for, made here so that no unseen mark stands in the source.
const colourMark = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g')

function shownLength(word: string): number {
  return word.replace(colourMark, '').length
}
