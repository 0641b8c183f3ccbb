import { z } from 'zod'
import { done, failed, type Outcome } from '#plain/outcome.ts'
import { problem, type Problem } from '#plain/problem.ts'
import { anchor, type Book, type Clause, type Piece } from '#book/book.ts'

/** Reads a book back from its JSON; whatever is wrong in it is said with the place where it stands. */

const anAnchor = z.string().transform(anchor)
const aLine = z.int().nonnegative()
const aSpan = z.object({ start: z.int().nonnegative(), end: z.int().nonnegative() })
const aClause: z.ZodType<Clause> = z.object({
  number: z.string().nullable(),
  anchor: anAnchor,
  heading: z.string().nullable(),
  line: aLine,
  text: z.string(),
  get clauses() {
    return z.array(aClause)
  },
})
const aChapter = z.object({
  number: z.string(),
  title: z.string(),
  anchor: anAnchor,
  heading: z.string().nullable().default(null),
  line: aLine,
  text: z.string().default(''),
  clauses: z.array(aClause),
})
const roles = ['title', 'contents', 'number', 'heading', 'text', 'table', 'furniture', 'unplaced'] as const
const lintKinds = [
  'duplicate-number', 'missing-number', 'out-of-order', 'dangling-reference', 'suspect-reference',
  'undefined-term', 'competing-definitions', 'table-mismatch', 'contents-mismatch', 'contradiction-candidate',
] as const
const aBook = z.object({
  source: z.object({ name: z.string(), kind: z.enum(['txt', 'md', 'html', 'docx', 'pdf', 'scan']).default('txt'), sha256: z.string(), lines: aLine }),
  title: z.string().nullable(),
  parties: z.array(z.string()),
  term: z.object({ from: z.string().nullable(), through: z.string().nullable() }),
  articles: z.array(aChapter),
  appendices: z.array(aChapter),
  tables: z.array(z.object({ anchor: anAnchor.nullable(), line: aLine, rows: z.array(z.array(z.string())) })),
  contents: z.array(z.object({ number: z.string().nullable(), title: z.string(), page: z.string().nullable(), line: aLine })).default([]),
  definitions: z.array(z.object({ term: z.string(), anchor: anAnchor, uses: z.array(z.object({ from: anAnchor, at: aSpan })).default([]) })),
  references: z.array(
    z.object({
      from: anAnchor,
      text: z.string(),
      to: z.string().nullable(),
      status: z.enum(['ok', 'missing', 'suspect']),
      suggests: anAnchor.exactOptional(),
      kind: z.enum(['clause', 'appendix', 'statute', 'outside']).default('clause'),
      at: aSpan.default({ start: 0, end: 0 }),
      why: z.string().exactOptional(),
    }),
  ),
  unplaced: z.array(z.object({ line: aLine, text: z.string() })),
  lint: z.array(z.object({ kind: z.enum(lintKinds), anchor: anAnchor.nullable(), line: aLine, message: z.string(), also: z.array(anAnchor).default([]) })),
  text: z.string().default(''),
  pieces: z.array(z.object({ start: z.int().nonnegative(), end: z.int().nonnegative(), role: z.enum(roles), anchor: anAnchor.nullable() })).default([]),
})

/** The book in `json`; where the JSON was written without the whole text, a note says what is missing. `name` is the file's, for the messages. */
export function bookFromJson(json: string, name = 'the JSON'): Outcome<Book> {
  const data = parse(json, name)
  if (!data.ok) return data
  const read = tryReading(data.value)
  if (read === null) return failed(problem('book/json-too-deep', 'The clauses are nested deeper than any agreement.', 'Export the book again and read that file.', { file: name }))
  if (!read.success) return failed(firstTrouble(read.error, name))
  const gap = gapIn(read.data.pieces, read.data.text)
  if (gap !== null) return failed(problem('book/json-gap', `The pieces do not cover the text: ${gap}.`, 'Export the book again with the whole text.', { file: name }))
  return done(read.data, read.data.text === '' ? [withoutText(name)] : [])
}

function parse(json: string, name: string): Outcome<unknown> {
  try {
    return done(JSON.parse(json) as unknown)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return failed(problem('book/not-json', `This is not JSON: ${why}.`, 'Choose a file that "steward read --json" or an export to JSON wrote.', { file: name }))
  }
}

/** Null where the nesting is beyond the depth a program can walk. */
function tryReading(data: unknown): ReturnType<typeof aBook.safeParse> | null {
  try {
    return aBook.safeParse(data)
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

function firstTrouble(error: z.ZodError, name: string): Problem {
  const [first] = error.issues
  const place = first === undefined || first.path.length === 0 ? 'At the top' : `At ${first.path.map(String).join('.')}`
  const more = error.issues.length > 1 ? ` There are ${error.issues.length - 1} more such places.` : ''
  return problem('book/json-shape', `${place}: ${first?.message ?? 'not a book'}.${more}`, 'Put that place right, or export the book again.', { file: name })
}

function gapIn(pieces: readonly Piece[], text: string): string | null {
  if (pieces.length === 0) return null
  let at = 0
  for (const piece of pieces) {
    if (piece.start !== at || piece.end < piece.start) return `after character ${at} comes a piece from ${piece.start} to ${piece.end}`
    at = piece.end
  }
  return at === text.length ? null : `they end at character ${at} of ${text.length}`
}

function withoutText(name: string): Problem {
  return problem('book/json-without-text', 'The JSON holds the clauses but not the whole text.', 'For a book that gives back its text to the character, write it with --full.', { file: name })
}
