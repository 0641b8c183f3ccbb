import { dateInWords } from '#web/app/civil-date.ts'
import type { Shelved } from '#web/library/bookcase.ts'
import { leafIndexOf } from '#web/library/reading-book.ts'
import { escapeHtml } from '#web/render/escape-html.ts'
import { leafHtml } from '#web/render/leaf-html.ts'

/** A whole agreement, or one article of it, as a page for paper; null where there is no such article. */
export function printPage({ card, reading }: Shelved, anchor: string | null, head: string): string | null {
  const at = anchor === null ? null : leafIndexOf(reading, anchor)
  const leaves = at === null ? reading.leaves : reading.leaves.slice(at, at + 1)
  if (leaves.length === 0 || (at !== null && at < 0)) return null
  const term = card.from !== null && card.through !== null ? `<p>${card.ended ? 'Was in force' : 'In force'} ${escapeHtml(dateInWords(card.from))} to ${escapeHtml(dateInWords(card.through))}</p>` : ''
  const note = card.kind === 'pack' ? '<p>A summary in our own words; the signed agreement alone binds.</p>' : `<p>From ${escapeHtml(card.fileName ?? '')}</p>`
  const contents = at === null ? `<nav aria-label="Contents"><h2>Contents</h2><ol class="paper-contents">${leaves.map((it) => `<li><span>${escapeHtml(it.label)}</span> ${escapeHtml(it.title)}</li>`).join('')}</ol></nav>` : ''
  return (
    `<!doctype html><html lang="en" class="paper"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeHtml(card.title)}</title><link rel="icon" href="data:,">${head}</head>` +
    `<body class="paper"><main><header class="paper-head"><h1>${escapeHtml(card.title)}</h1>${term}${note}</header>${contents}` +
    `${leaves.map((leaf) => `<article class="leaf">${leafHtml(reading, leaf)}</article>`).join('')}</main></body></html>`
  )
}
