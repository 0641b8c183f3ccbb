/** Marks searched words in a clause without touching its text, where the browser can. */
export function markWords(clause: HTMLElement, words: string): void {
  if (!('highlights' in CSS)) return
  CSS.highlights.delete('found')
  const wanted = words.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? []
  if (wanted.length === 0) return
  const ranges: Range[] = []
  const walker = document.createTreeWalker(clause, NodeFilter.SHOW_TEXT)
  const starts = new RegExp(`(?<![\\p{L}\\p{N}])(?:${wanted.map(stemOf).join('|')})[\\p{L}\\p{N}]*`, 'giu')
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (const match of (node.nodeValue ?? '').matchAll(starts)) {
      const range = new Range()
      range.setStart(node, match.index)
      range.setEnd(node, match.index + match[0].length)
      ranges.push(range)
    }
  }
  CSS.highlights.set('found', new Highlight(...ranges))
}

/** Enough of a word to find its other forms. */
function stemOf(word: string): string {
  return word.length > 5 ? word.replace(/(ing|ies|ed|es|s|y)$/, '') : word
}
