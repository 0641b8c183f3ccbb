import { problem, type Problem } from '#plain/problem.ts'
import type { Draft } from '#pack/clause-tree.ts'

/** Reads what stands under a clause's heading into its draft: paragraphs, doubts, why no rule is needed, tables, and fenced blocks kept as they are. */
export function readBody(lines: readonly string[], firstLine: number, into: Draft, problems: Problem[]): void {
  let index = 0
  while (index < lines.length) {
    const line = lines[index] ?? ''
    if (line.trim() === '') index += 1
    else if (fenceOf(line)) index = readFence(lines, index, firstLine, into, problems)
    else if (line.startsWith('|')) index = readTable(lines, index, into)
    else if (line.startsWith('>')) index = readNote(lines, index, firstLine, into, problems)
    else index = readParagraph(lines, index, into)
  }
}

function fenceOf(line: string): { mark: string; kind: string } | null {
  const found = /^(`{3,}|~{3,})\s*([\w-]*)/.exec(line)
  return found ? { mark: found[1] ?? '```', kind: found[2] ?? '' } : null
}

function readFence(lines: readonly string[], at: number, firstLine: number, into: Draft, problems: Problem[]): number {
  const fence = fenceOf(lines[at] ?? '') ?? { mark: '```', kind: '' }
  let end = at + 1
  while (end < lines.length && !(lines[end] ?? '').startsWith(fence.mark)) end += 1
  if (end === lines.length) {
    problems.push(problem('pack/open-block', `The block that opens here is never closed.`, `Put ${fence.mark} on a line of its own after it.`, { file: into.file, line: firstLine + at, clause: into.anchor }))
  }
  into.blocks.push({ kind: fence.kind, text: lines.slice(at + 1, end).join('\n'), file: into.file, line: firstLine + at + 1 })
  return end + 1
}

function readTable(lines: readonly string[], at: number, into: Draft): number {
  const rows: string[][] = []
  let end = at
  for (; end < lines.length && (lines[end] ?? '').startsWith('|'); end += 1) {
    const cells = (lines[end] ?? '').trim().replace(/^\||\|$/g, '').split('|').map((cell) => cell.trim())
    if (!cells.every((cell) => /^:?-+:?$/.test(cell))) rows.push(cells)
  }
  into.tables.push(rows)
  return end
}

function readNote(lines: readonly string[], at: number, firstLine: number, into: Draft, problems: Problem[]): number {
  let end = at
  while (end < lines.length && (lines[end] ?? '').startsWith('>')) end += 1
  const words = lines.slice(at, end).map((line) => line.replace(/^>\s?/, '').trim()).join(' ').trim()
  const doubt = /^Doubt:\s*(\S.*)$/.exec(words)?.[1]
  const reference = /^Reference:\s*(\S.*)$/.exec(words)?.[1]
  if (doubt !== undefined) into.doubts.push(doubt)
  else if (reference !== undefined) into.reference = reference
  else problems.push(problem('pack/unknown-note', `A line that begins with ">" is no doubt.`, 'Begin it with "> Doubt:" and say what is unclear, with "> Reference:" and say why no rule is needed, or take the ">" away.', { file: into.file, line: firstLine + at, clause: into.anchor }))
  return end
}

function readParagraph(lines: readonly string[], at: number, into: Draft): number {
  let end = at
  while (end < lines.length && isPlain(lines[end] ?? '')) end += 1
  into.gist.push(lines.slice(at, end).map((line) => line.trim()).join(' '))
  return end
}

function isPlain(line: string): boolean {
  return line.trim() !== '' && !line.startsWith('|') && !line.startsWith('>') && fenceOf(line) === null
}
