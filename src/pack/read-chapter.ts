import { anchor } from '#book/book.ts'
import { problem, type Problem } from '#plain/problem.ts'
import type { PackChapter } from '#pack/pack.ts'
import { ClauseTree, type Draft } from '#pack/clause-tree.ts'
import { readBody } from '#pack/read-body.ts'

/** Reads one chapter file: the `#` line, then clauses under their `##` lines. Tells what is wrong and keeps what it can. */
export function readChapter(file: string, text: string, problems: Problem[]): PackChapter | null {
  const lines = text.replace(/\r\n?/g, '\n').split('\n')
  const first = lines.findIndex((line) => line.trim() !== '')
  const opening = first < 0 ? null : chapterLine(lines[first] ?? '')
  if (!opening) {
    problems.push(problem('pack/no-chapter', 'The file does not open with its article or appendix.', 'Make the first line "# Article 6: Its title" or "# Appendix A: Its title".', { file, line: Math.max(first, 0) + 1 }))
    return null
  }
  checkFileName(file, opening, problems)
  const chapterAnchor = opening.kind === 'article' ? opening.number : `App. ${opening.number}`
  const root: Draft = emptyDraft(chapterAnchor, opening.number, opening.title, file, first + 1)
  const tree = new ClauseTree(root, opening, problems)
  for (const part of partsOf(lines, first + 1)) {
    const draft = part.heading === null ? root : headingDraft(part.heading, file, part.line, problems)
    if (draft) readBody(part.lines, part.line + 1, draft, problems)
    if (draft && draft !== root) tree.add(draft)
  }
  tree.checkGists()
  return { ...tree.chapter(), kind: opening.kind, number: opening.number, heading: opening.title }
}

export interface Opening {
  readonly kind: 'article' | 'appendix'
  readonly number: string
  readonly title: string
}

function chapterLine(line: string): Opening | null {
  const found = /^#\s+(Article|Appendix)\s+([^\s:]+)\s*:\s*(\S.*)$/.exec(line)
  if (!found) return null
  return { kind: found[1] === 'Article' ? 'article' : 'appendix', number: found[2] ?? '', title: (found[3] ?? '').trim() }
}

function checkFileName(file: string, opening: Opening, problems: Problem[]): void {
  const name = file.slice(file.lastIndexOf('/') + 1).toLowerCase()
  const wanted = opening.kind === 'article' ? opening.number.toLowerCase().padStart(2, '0') : `app-${opening.number.toLowerCase()}`
  if (name.startsWith(`${wanted}-`)) return
  problems.push(problem('pack/file-name', `The file is named ${name} and holds ${opening.kind} ${opening.number}.`, `Name it ${wanted}-its-title.md, so that the files stand in order.`, { file, line: 1 }))
}

interface Part {
  readonly heading: string | null
  readonly line: number
  readonly lines: readonly string[]
}

/** The file cut at its headings. A `#` inside a fenced block is no heading. */
function partsOf(lines: readonly string[], from: number): Part[] {
  const parts: { heading: string | null; line: number; lines: string[] }[] = [{ heading: null, line: from, lines: [] }]
  let fence: string | null = null
  for (let index = from; index < lines.length; index += 1) {
    const line = lines[index] ?? ''
    const mark = /^(`{3,}|~{3,})/.exec(line)?.[1] ?? null
    if (mark !== null) fence = fence === null ? mark : mark.startsWith(fence) ? null : fence
    const heading = fence === null ? /^#+\s+(.*)$/.exec(line)?.[1] : undefined
    if (heading === undefined) parts.at(-1)?.lines.push(line)
    else parts.push({ heading: heading.trim(), line: index + 1, lines: [] })
  }
  return parts
}

function headingDraft(heading: string, file: string, line: number, problems: Problem[]): Draft | null {
  const found = /^((?:App\.\s+)?\S+)(?:\s+(.*))?$/.exec(heading)
  const address = found?.[1] ?? ''
  if (address === '' || !/[\dA-Za-z]/.test(address)) {
    problems.push(problem('pack/no-number', `"${heading}" has no clause number.`, 'Put the printed number first, then the heading: "## 6.4.1 Filing at level 1".', { file, line }))
    return null
  }
  const title = found?.[2]?.trim()
  return emptyDraft(address, address, title === undefined || title === '' ? null : title, file, line)
}

function emptyDraft(address: string, number: string, heading: string | null, file: string, line: number): Draft {
  return { anchor: anchor(address), number, heading, gist: [], doubts: [], reference: null, tables: [], blocks: [], file, line, clauses: [] }
}
