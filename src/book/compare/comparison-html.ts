import type { ClausePair, Comparison, ComparisonRow, Redline } from '#book/compare/comparison.ts'
import { comparisonStyle } from '#book/compare/comparison-style.ts'
import { countsInWords, editionNames, nameOf, pairInWords } from '#book/compare/comparison-words.ts'
import { escapeHtml } from '#book/compare/escape-html.ts'

/** Writes a comparison as one page that stands alone: no script, nothing fetched, readable by eye, by ear, on paper and in the dark. */

/** The page. Everything from the books is escaped. */
export function comparisonHtml(comparison: Comparison): string {
  const names = editionNames(comparison)
  const title = escapeHtml(`${names.before} and ${names.after} compared`)
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title>
<style>${comparisonStyle}</style>
</head>
<body>
<header>
<h1>${title}</h1>
<p>${escapeHtml(countsInWords(comparison))}.</p>
<p class="key">Text <ins>put in</ins> is underlined, text <del>taken out</del> is struck through.</p>
</header>
<main>
${figureTable(comparison)}${groupRows(comparison).map((group) => groupHtml(group, comparison.pairs)).join('\n')}
</main>
</body>
</html>
`
}

function figureTable({ summary: { figures } }: Comparison): string {
  if (figures.length === 0) return ''
  const rows = figures.map(
    ({ anchor, before, after }) => `<tr><th scope="row">${escapeHtml(anchor ?? '–')}</th><td>${escapeHtml(before ?? '–')}</td><td>${escapeHtml(after ?? '–')}</td></tr>`,
  )
  return `<section aria-labelledby="figures"><h2 id="figures">Figures that changed</h2>
<table><thead><tr><th scope="col">Clause</th><th scope="col">Before</th><th scope="col">After</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody></table></section>
`
}

interface Group {
  readonly quiet: boolean
  readonly rows: readonly ComparisonRow[]
}

/** Runs of clauses with nothing to see in them are folded away together. */
function groupRows({ rows, pairs }: Comparison): Group[] {
  const groups: { quiet: boolean; rows: ComparisonRow[] }[] = []
  for (const row of rows) {
    const quiet = isQuiet(pairs[row.pair]!)
    const last = groups.at(-1)
    if (last?.quiet === quiet) last.rows.push(row)
    else groups.push({ quiet, rows: [row] })
  }
  return groups
}

function isQuiet({ kind, withParent, changed }: ClausePair): boolean {
  return kind === 'same' || (withParent && !changed)
}

function groupHtml({ quiet, rows }: Group, pairs: readonly ClausePair[]): string {
  const inside = rows.map((row) => rowHtml(row, pairs)).join('\n')
  if (!quiet) return inside
  const [first, last] = [pairs[rows[0]!.pair]!, pairs[rows.at(-1)!.pair]!].map((pair) => nameOf(pair.after ?? pair.before))
  const many = rows.length === 1 ? `1 clause with the same words: ${first}` : `${rows.length} clauses with the same words: ${first} to ${last}`
  return `<details><summary>${escapeHtml(many)}</summary>\n${inside}\n</details>`
}

function rowHtml({ pair: at, show }: ComparisonRow, pairs: readonly ClausePair[]): string {
  const pair = pairs[at]!
  if (show === 'before' && pair.after !== null) {
    return `<p class="away" id="from-${at}">${escapeHtml(nameOf(pair.before))} moved to <a href="#pair-${at}">${escapeHtml(nameOf(pair.after))}</a>.</p>`
  }
  const note = pairInWords(pair, pairs)
  const back = pair.kind === 'moved' && show === 'after' ? ` <a href="#from-${at}">(see its old place)</a>` : ''
  const level = Math.min(6, 2 + (pair.after ?? pair.before)!.depth)
  return `<section class="${pair.kind}" id="pair-${at}">
<h${level}>${titleHtml(pair)}${note === '' ? '' : ` <small>${escapeHtml(note)}${back}</small>`}</h${level}>
${paragraphs(pair.text)}</section>`
}

function titleHtml(pair: ClausePair): string {
  return pair.title.length === 0 ? escapeHtml(nameOf(pair.after ?? pair.before)) : redlineHtml(pair.title)
}

function paragraphs(redline: Redline): string {
  return redline.length === 0 ? '' : `<p>${redlineHtml(redline)}</p>\n`
}

/** What a change is, said for those who hear the page; the marks are out of sight. */
function redlineHtml(redline: Redline): string {
  return redline
    .map(({ kind, text }) => {
      const safe = escapeHtml(text)
      if (kind === 'same') return safe
      return kind === 'inserted' ? `<ins>${said('put in: ')}${safe}${said(' end.')}</ins>` : `<del>${said('taken out: ')}${safe}${said(' end.')}</del>`
    })
    .join('')
}

function said(words: string): string {
  return `<span class="said">${words}</span>`
}
