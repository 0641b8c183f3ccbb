/** Which HTML elements start a new line, which are never shown, and what an inline style says of that. */
export const HEADINGS: Readonly<Record<string, number>> = { h1: 1, h2: 2, h3: 3, h4: 4, h5: 5, h6: 6 }

/** Programs and style sheets. */
export const IGNORED: ReadonlySet<string> = new Set(['script', 'style', 'template'])

/** Parts of a page that hold no words of the document. */
export const UNSEEN: ReadonlySet<string> = new Set(['head', 'title', 'option', 'datalist', 'object', 'iframe', 'audio', 'video', 'canvas'])

const BLOCKS = new Set(
  ('address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul').split(' '),
)

export function startsBlock(name: string): boolean {
  return BLOCKS.has(name)
}

/** What an inline style says; `bold` is null where it says nothing of weight. */
export function styleOf(style: string | undefined): { hidden: boolean; bold: boolean | null; pre: boolean } {
  if (style === undefined) return { hidden: false, bold: null, pre: false }
  const short = style.slice(0, 2000).toLowerCase()
  const weight = /font-weight\s{0,9}:\s{0,9}(\w{1,9})/.exec(short)?.[1]
  return {
    hidden: /display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden/.test(short),
    bold: weight === undefined ? null : /^(bold|bolder|[6-9]00)$/.test(weight),
    pre: /white-space\s{0,9}:\s{0,9}(pre|break-spaces)(?!-line)/.test(short),
  }
}
