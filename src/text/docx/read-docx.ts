import type { Line, TrackedChange } from '#text/document.ts'
import { finishLines, type LineDraft } from '#text/line-drafts.ts'
import { readXmlBlocks, childrenNamed } from '#text/docx/read-xml.ts'
import { unpackZip } from '#text/docx/unpack-zip.ts'
import { WordBody } from '#text/docx/word-body.ts'
import { WordContext } from '#text/docx/word-context.ts'
import { WordCounters } from '#text/docx/word-counters.ts'
import { WordFields } from '#text/docx/word-fields.ts'
import { blocksOf, wordParts, type WordParts } from '#text/docx/word-parts.ts'
import type { Reading } from '#text/reading.ts'

/** A Word file: its paragraphs with the numbers that Word counts, tables, notes, and what was changed by whom; running heads at the end, marked as such. */
export function readDocx(bytes: Uint8Array, reading: Reading): { lines: Line[]; changes: TrackedChange[]; pages: null } {
  const parts = wordParts(unpackZip(bytes, reading), reading)
  const context = new WordContext(parts, reading)
  const body = new WordBody(context)
  readXmlBlocks(parts.main, 'w:body', reading, (block) => body.block(block))
  for (const id of context.endnotesInOrder()) body.note('endnotes', id)
  const drafts = [...body.finish(), ...runningHeads(parts, body.linked, context)]
  noteLeftOut(parts, context)
  const finished = finishLines(drafts, reading)
  if (finished.lines.every((line) => line.hint?.furniture === true)) reading.stop('text/empty', 'The Word file has no text in it.', context.counts.pictures > 0 ? 'Its pages are pictures: save it as PDF and read that.' : 'Ask for the file again, or choose another one.')
  return { ...finished, pages: null }
}

/** Headers and footers, each distinct text once. */
function runningHeads(parts: WordParts, linked: ReadonlySet<string>, context: WordContext): LineDraft[] {
  const seen = new Set<string>()
  const drafts: LineDraft[] = []
  for (const id of linked) {
    const part = parts.linked(id)
    if (part === null) continue
    context.counters = new WordCounters()
    context.fields = new WordFields()
    const head = new WordBody(context)
    head.blocks(blocksOf(part), null)
    for (const draft of head.finish()) {
      if (seen.has(draft.text)) continue
      seen.add(draft.text)
      drafts.push({ ...draft, furniture: true })
    }
  }
  return drafts
}

function noteLeftOut(parts: WordParts, context: WordContext): void {
  const { reading, counts, fields } = context
  const comments = [...childrenNamed(parts.comments, 'w:comment')].length
  if (comments > 0) reading.note('text/comments-left-out', `${comments} comments in the margin were left out.`, 'Open the file in Word to read them.')
  if (counts.hidden > 0) reading.note('text/hidden-left-out', `${counts.hidden} characters of hidden text were left out, as Word does.`, 'In Word choose Home, Font, and clear Hidden to show them.')
  if (counts.struck > 0) reading.note('text/struck-out', `${counts.struck} characters are struck out by hand (not as a tracked change); they were kept.`, 'Check whether they still count.')
  if (counts.pictures > 0) reading.note('text/pictures-left-out', `${counts.pictures} pictures were left out.`, 'If a picture shows text, save the file as PDF and read that.')
  if (counts.symbols > 0) reading.note('text/unknown-symbols', `${counts.symbols} signs of a picture font are shown as □.`, 'Look them up in Word.')
  if (counts.embedded > 0) reading.note('text/embedded-left-out', `${counts.embedded} other documents inside this one were left out.`, 'Open the file in Word and save it afresh; they are then taken in.')
  if (fields.unnumbered.size > 0) reading.note('text/numbers-left-out', `Numbers of the fields ${[...fields.unnumbered].join(', ')} are not in the file and were left out.`, 'In Word, turn them into text (select all, Ctrl+Shift+F9) and save.')
}
