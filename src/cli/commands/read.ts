import { clauseAt, walkClauses, type Book, type Clause } from '#book/book.ts'
import { bookJson } from '#book/book-json.ts'
import { optionText, sayNotes, sayProblem, usageError, type Call, type Command } from '#cli/command.ts'
import { exitCodes, type ExitCode } from '#cli/exit-codes.ts'
import { openBook } from '#cli/open-book.ts'
import { wrap, type Terminal } from '#cli/terminal.ts'

/** `steward read`: the clauses of an agreement, as an outline, one clause, or data. */
export const readCommand: Command = {
  name: 'read',
  summary: 'read an agreement into clauses',
  usage: 'steward read FILE [--clause ADDRESS] [--depth N] [--json] [--full]',
  about:
    'Prints the outline: each article and section with its address and heading, then what could not be placed. With --clause it prints that clause, whole, with where it is cited from. With --json it prints the book as data.',
  options: {
    json: { type: 'boolean' },
    full: { type: 'boolean' },
    clause: { type: 'string' },
    depth: { type: 'string' },
  },
  optionWords: {
    '--clause ADDRESS': 'print one clause and all under it: 6.4.1, I.A, "App. A"',
    '--depth N': 'how deep the outline goes: 0 articles only, 1 sections (the default), 2 and more',
    '--json': 'the book as data, for other programs',
    '--full': 'with --json: also the whole text and where each character went',
  },
  examples: [
    { type: 'steward read agreements/sample/agreement.txt', says: 'the outline of the sample agreement' },
    { type: 'steward read contract.pdf --clause 6.4.1', says: 'the words of one clause' },
    { type: 'steward read contract.docx --json > contract.json', says: 'everything as data' },
  ],
  run: async (call) => {
    const [file, ...more] = call.words
    if (file === undefined || more.length > 0) return usageError(call, readCommand, 'Name one file.')
    const opened = await openBook(file, call)
    if (!opened.ok) {
      sayProblem(call, opened.problem)
      return exitCodes.unreadable
    }
    if (call.options['json'] === true) {
      call.terminal.out(JSON.stringify(bookJson(opened.value, { full: call.options['full'] === true }), null, 1))
      return exitCodes.done
    }
    sayNotes(call, opened.notes)
    const wanted = optionText(call, 'clause')
    if (wanted !== null) return printClause(opened.value, wanted, call)
    call.terminal.out(outlineText(opened.value, Number(optionText(call, 'depth') ?? '1'), call.terminal))
    return exitCodes.done
  },
}

function outlineText(book: Book, depth: number, terminal: Terminal): string {
  const counts = countClauses(book)
  const term = book.term.from === null && book.term.through === null ? '' : `, ${book.term.from ?? '?'} through ${book.term.through ?? '?'}`
  const lines = [
    terminal.paint('bold', book.title ?? book.source.name),
    ...(book.parties.length > 0 || term !== '' ? [terminal.paint('dim', `${book.parties.join(' and ')}${term}`)] : []),
    '',
  ]
  for (const { clause, depth: at, chapter } of walkClauses(book)) {
    if (at > depth) continue
    lines.push(outlineLine(clause, at, chapter === clause ? chapter.title : null, terminal))
  }
  lines.push('', counts)
  return lines.join('\n')
}

function outlineLine(clause: Clause, depth: number, title: string | null, terminal: Terminal): string {
  const says = title ?? clause.heading ?? clause.text.replaceAll('\n', ' ')
  const room = Math.max(20, terminal.width - 16 - depth * 2)
  const short = says.length > room ? `${says.slice(0, room - 1)}…` : says
  const address = clause.anchor.padEnd(10)
  return `${'  '.repeat(depth)}${terminal.paint('cyan', address)} ${title === null ? short : terminal.paint('bold', short)}`
}

function countClauses(book: Book): string {
  let clauses = 0
  for (const { depth } of walkClauses(book)) if (depth > 0) clauses += 1
  const unplaced = book.unplaced.length === 0 ? 'every line placed' : `${book.unplaced.length} lines unplaced`
  return `${book.articles.length} articles, ${book.appendices.length} appendices, ${clauses} clauses, ${book.tables.length} tables, ${book.references.length} references, ${book.lint.length} things to look at (steward lint), ${unplaced}.`
}

function printClause(book: Book, wanted: string, call: Call): ExitCode {
  const clause = clauseAt(book, wanted)
  if (clause === null) {
    const near = nearAnchors(book, wanted)
    call.terminal.err(`There is no clause ${wanted}.${near.length > 0 ? ` Near it: ${near.join(', ')}.` : ''}`)
    return exitCodes.notThere
  }
  call.terminal.out(clauseText(clause, call.terminal, 0))
  const citing = [...new Set(book.references.filter((it) => it.to === clause.anchor).map((it) => it.from))]
  if (citing.length > 0) call.terminal.out(`\n${call.terminal.paint('dim', `Cited from ${citing.join(', ')}`)}`)
  return exitCodes.done
}

function clauseText(clause: Clause, terminal: Terminal, depth: number): string {
  const title = 'title' in clause && typeof clause.title === 'string' ? clause.title : clause.heading
  const head = `${terminal.paint('cyan', clause.anchor)}${title === null ? '' : ` ${terminal.paint('bold', title)}`}`
  const body = clause.text === '' ? [] : [wrap(clause.text, Math.min(terminal.width, 90), depth * 2 + 2)]
  return [`${'  '.repeat(depth)}${head}`, ...body, ...clause.clauses.map((child) => clauseText(child, terminal, depth + 1))].join('\n')
}

function nearAnchors(book: Book, wanted: string): string[] {
  const parent = wanted.replace(/[.(][^.(]*$/, '')
  const anchors = [...walkClauses(book)].map(({ clause }) => String(clause.anchor))
  return anchors.filter((it) => it !== parent && it.startsWith(parent)).slice(0, 6)
}
