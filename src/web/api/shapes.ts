import { z } from '@hono/zod-openapi'

/** What the reading room's screens and programs receive: one place for the shapes, their documentation and their types. */

const anchor = z.string().openapi({ example: '6.4.1', description: 'Address of a clause, unique in its book.' })

export const whereShape = z.object({ file: z.string().optional(), line: z.number().optional(), page: z.number().optional(), row: z.number().optional(), clause: z.string().optional() })
export const noteShape = z.object({ code: z.string(), what: z.string(), next: z.string(), where: whereShape }).openapi('Note')

/** Errors on the wire: RFC 9457, with our own `next`: what to do about it. */
export const problemShape = z
  .object({ type: z.string(), title: z.string(), status: z.number(), detail: z.string(), next: z.string(), code: z.string(), where: whereShape })
  .openapi('Problem')

export const bookCardShape = z
  .object({
    id: z.string().openapi({ example: 'sample' }),
    kind: z.enum(['pack', 'import']).openapi({ description: 'pack: our own summaries, there from the start; import: exact words from a file.' }),
    title: z.string(),
    parties: z.array(z.string()),
    from: z.string().nullable(),
    through: z.string().nullable(),
    ended: z.boolean().openapi({ description: 'Its term is over today.' }),
    articles: z.number(),
    clauses: z.number(),
    lint: z.number(),
    unplaced: z.number(),
    fileName: z.string().nullable(),
    addedOn: z.string().nullable(),
    /** The pack that an import is joined with, or the import that holds a pack's exact words. */
    partner: z.object({ id: z.string(), title: z.string() }).nullable(),
  })
  .openapi('Book')

export const leafHeadShape = z
  .object({ anchor, label: z.string(), title: z.string(), clauses: z.number(), marks: z.number(), characters: z.number() })
  .openapi('Leaf', { description: 'An article, an appendix, the pages before them, or what could not be placed.' })

export const bookViewShape = bookCardShape.extend({ leaves: z.array(leafHeadShape) }).openapi('BookView')

export interface ContentsNode {
  readonly anchor: string
  readonly number: string
  readonly title: string
  readonly marks: number
  readonly under: readonly ContentsNode[]
}
export const contentsNodeShape: z.ZodType<ContentsNode> = z
  .object({
    anchor,
    number: z.string(),
    title: z.string(),
    marks: z.number(),
    get under() {
      return z.array(contentsNodeShape)
    },
  })
  .openapi('ContentsNode')

export const lintRowShape = z
  .object({ kind: z.string(), anchor: anchor.nullable(), line: z.number(), message: z.string(), also: z.array(anchor) })
  .openapi('Finding')

const linkShape = z.object({ anchor, text: z.string() })
export const marginShape = z
  .object({
    heading: z.string(),
    lint: z.array(lintRowShape),
    citedFrom: z.array(linkShape),
    laws: z.array(z.string()),
    terms: z.array(z.object({ term: z.string(), anchor })),
    gist: z.string().nullable(),
    doubts: z.array(z.string()),
    differs: z.string().nullable(),
  })
  .openapi('Margin')

export const leafViewShape = leafHeadShape
  .extend({
    html: z.string(),
    margins: z.record(z.string(), marginShape),
    previous: anchor.nullable(),
    next: anchor.nullable(),
  })
  .openapi('LeafView')

export const clauseViewShape = z
  .object({
    anchor,
    leaf: anchor,
    number: z.string().nullable(),
    heading: z.string(),
    text: z.string(),
    chapter: z.string(),
    /** The whole citation, without the address on this machine. */
    citation: z.string(),
  })
  .openapi('Clause')

const questionShape = { decision: z.string(), asks: z.string(), path: z.string() }
const sentenceShape = z.object({ says: z.string(), under: z.array(z.string()) })
const exampleShape = z.object({ given: z.string(), answer: z.string(), because: z.string().nullable(), path: z.string().nullable() })
export const clauseRulesShape = z
  .object({
    anchor,
    pack: z.string(),
    reading: z.boolean().openapi({ description: 'The rules are still being read: ask again in a moment.' }),
    cards: z.array(z.object({ ...questionShape, rule: z.array(sentenceShape), examples: z.array(exampleShape), more: z.number() })),
    also: z.array(z.object(questionShape)),
    duties: z.array(z.object({ says: z.string(), binding: z.boolean() })),
  })
  .openapi('ClauseRules')

export const hitShape = z
  .object({
    book: z.string(),
    bookTitle: z.string(),
    anchor,
    number: z.string(),
    heading: z.string(),
    chapter: z.string(),
    snippet: z.string(),
    marks: z.array(z.object({ start: z.number(), end: z.number() })),
  })
  .openapi('Hit')
export const hitsShape = z.object({ query: z.string(), total: z.number(), corrected: z.string().nullable(), partial: z.boolean(), hits: z.array(hitShape) }).openapi('Hits')

export const importViewShape = z
  .object({
    id: z.string(),
    name: z.string(),
    bytes: z.number(),
    state: z.enum(['waiting', 'reading', 'stopped', 'done', 'failed']),
    doing: z.string(),
    done: z.number(),
    of: z.number(),
    pagesKept: z.number(),
    book: z.string().nullable(),
    /** The same file was on the shelf already. */
    known: z.boolean(),
    problem: noteShape.nullable(),
  })
  .openapi('Import')

export const reportShape = z
  .object({
    book: bookCardShape,
    lines: z.number(),
    pages: z.number().nullable(),
    placed: z.object({ characters: z.number(), of: z.number() }),
    tables: z.number(),
    definitions: z.number(),
    references: z.object({ ok: z.number(), suspect: z.number(), missing: z.number(), statutes: z.number() }),
    furniture: z.object({ pieces: z.number(), examples: z.array(z.string()) }),
    unplaced: z.array(z.object({ line: z.number(), text: z.string() })),
    lintByKind: z.array(z.object({ kind: z.string(), count: z.number() })),
    changes: z.array(z.object({ kind: z.string(), line: z.number(), text: z.string(), author: z.string().nullable(), date: z.string().nullable() })),
    changesTotal: z.number(),
    notes: z.array(noteShape),
  })
  .openapi('Report')

const compareKinds = ['same', 'changed', 'moved', 'renumbered', 'split', 'merged', 'added', 'removed'] as const
const compareSideShape = z.object({ anchor: anchor.nullable(), heading: z.string() }).nullable()
const figureShape = z.object({ before: z.string().nullable(), after: z.string().nullable() })
export const compareRowShape = z
  .object({
    kind: z.enum([...compareKinds, 'beside']),
    reworded: z.boolean(),
    left: compareSideShape,
    right: compareSideShape,
    words: z.array(z.object({ in: z.enum(['both', 'left', 'right']), text: z.string() })).openapi({ description: 'The words in order: in both, only in the first, only in the second.' }),
    figures: z.array(figureShape),
    note: z.string(),
  })
  .openapi('CompareRow')
export const compareShape = z
  .object({
    left: bookCardShape,
    right: bookCardShape,
    subject: z.string().nullable(),
    counts: z.object(Object.fromEntries(compareKinds.map((kind) => [kind, z.number()])) as Record<(typeof compareKinds)[number], z.ZodNumber>),
    reworded: z.number().openapi({ description: 'Clauses in both whose words differ; on a subject, pairs that answer one another.' }),
    rows: z.array(compareRowShape).openapi({ description: 'A part of the rows, from the one asked for.' }),
    total: z.number().openapi({ description: 'All the rows of the kind asked for.' }),
    figures: z.array(figureShape.extend({ anchor: anchor.nullable() })),
  })
  .openapi('Comparison')

export type Note = z.infer<typeof noteShape>
export type ProblemBody = z.infer<typeof problemShape>
export type BookCard = z.infer<typeof bookCardShape>
export type LeafHead = z.infer<typeof leafHeadShape>
export type BookView = z.infer<typeof bookViewShape>
export type LintRow = z.infer<typeof lintRowShape>
export type Margin = z.infer<typeof marginShape>
export type LeafView = z.infer<typeof leafViewShape>
export type ClauseView = z.infer<typeof clauseViewShape>
export type Hit = z.infer<typeof hitShape>
export type Hits = z.infer<typeof hitsShape>
export type ImportView = z.infer<typeof importViewShape>
export type Report = z.infer<typeof reportShape>
export type CompareRow = z.infer<typeof compareRowShape>
export type Comparison = z.infer<typeof compareShape>
