import { anchor, type Appendix, type Article, type Clause, type ContentsEntry, type Outline, type Table } from '#book/book.ts'

/**
 * Invented agreements for the tests of links and lint, written one clause a line:
 * `ARTICLE 6 Grievances`, `6.4 Formal Level | text`, `6.4.1 | text`, `(a) | text` (under the clause before), `APPENDIX A Forms`.
 */

interface Made {
  number: string | null
  anchor: string
  heading: string | null
  title?: string
  line: number
  text: string
  clauses: Made[]
}

export function inventOutline(lines: string, more: { tables?: readonly Table[]; contents?: readonly ContentsEntry[] } = {}): Outline {
  const printed = lines.split('\n')
  const made = { articles: [] as Made[], appendices: [] as Made[], taken: new Set<string>() }
  printed.forEach((line, index) => plant(line.trim(), index + 1, made))
  const text = printed.join('\n')
  return {
    source: { name: 'invented.txt', kind: 'txt', sha256: '0'.repeat(64), lines: printed.length },
    title: null,
    parties: [],
    term: { from: null, through: null },
    articles: made.articles.map((one) => finish(one) as Article),
    appendices: made.appendices.map((one) => finish(one) as Appendix),
    tables: more.tables ?? [],
    contents: more.contents ?? [],
    unplaced: [],
    text,
    pieces: [{ start: 0, end: text.length, role: 'text', anchor: null }],
  }
}

function plant(line: string, at: number, made: { articles: Made[]; appendices: Made[]; taken: Set<string> }): void {
  const chapter = /^(ARTICLE|APPENDIX) (\S+) ([^|]*)(?:\|(.*))?$/.exec(line)
  if (chapter !== null) {
    const number = chapter[2] ?? ''
    const isArticle = chapter[1] === 'ARTICLE'
    const one: Made = { number, anchor: isArticle ? number : `App. ${number}`, heading: null, title: (chapter[3] ?? '').trim(), line: at, text: (chapter[4] ?? '').trim(), clauses: [] }
    if (isArticle) made.articles.push(one)
    else made.appendices.push(one)
    return
  }
  const clause = /^(\S+)\s?([^|]*)\|(.*)$/.exec(line)
  const open = made.appendices.at(-1) ?? made.articles.at(-1)
  if (clause === null || open === undefined) return
  const printed = clause[1] ?? ''
  const number = printed.replace(/[()]/g, '')
  const parent = parentOf(open, printed)
  const full = /^\d+\.\d/.test(number) && number.split('.')[0] === open.number ? number : `${parent.anchor}.${number}`
  const heading = (clause[2] ?? '').trim()
  parent.clauses.push({ number, anchor: unique(full, made.taken), heading: heading === '' ? null : heading, line: at, text: (clause[3] ?? '').trim(), clauses: [] })
}

// `6.4.1` stands under the last `6.4`, `(a)` under the last clause that is no item, and all else under the chapter.
function parentOf(chapter: Made, printed: string): Made {
  let at = chapter
  for (;;) {
    const last = at.clauses.at(-1)
    if (last === undefined) return at
    const item = printed.startsWith('(')
    if (item ? /^[a-z]$/.test(last.number ?? '') : !printed.startsWith(`${last.number}.`)) return at
    at = last
  }
}

function unique(wanted: string, taken: Set<string>): string {
  let name = wanted
  for (let stand = 2; taken.has(name); stand++) name = `${wanted}-${stand}`
  taken.add(name)
  return name
}

function finish(made: Made): Clause {
  return { ...made, anchor: anchor(made.anchor), clauses: made.clauses.map(finish) }
}
