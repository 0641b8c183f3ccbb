import type { Book } from '#book/book.ts'
import { buildSearch, type SearchHit } from '#book/search/build-search.ts'
import { optionCount, sayProblem, usageError, type Call, type Command } from '#cli/command.ts'
import { exitCodes, type ExitCode } from '#cli/exit-codes.ts'
import { isFile, openBook } from '#cli/open-book.ts'
import { wrap } from '#cli/terminal.ts'

/** `steward find`: words, phrases, numbers and defined terms, in files or in the packs. */
export const findCommand: Command = {
  name: 'find',
  summary: 'find words, a phrase, a number or a defined term',
  usage: 'steward find WORDS [FILE…] [--limit N] [--from N] [--json]',
  about:
    'Ranks the clauses that answer best and shows the words in their place. Put a phrase in quotes; a number such as 6.4.1 finds the clause itself; small typing errors are forgiven. Without a FILE it searches the agreements that come with Steward.',
  options: { limit: { type: 'string' }, from: { type: 'string' }, json: { type: 'boolean' } },
  optionWords: {
    '--limit N': 'how many hits to show (10)',
    '--from N': 'begin after this many hits, for the next page',
    '--json': 'the hits as data',
  },
  examples: [
    { type: 'steward find "class size"', says: 'in all agreements that come with Steward' },
    { type: 'steward find grievance timeline contract.pdf', says: 'in one file: words that are no file names are what to find' },
    { type: "steward find '\"just cause\"' a.pdf b.docx", says: 'the exact phrase, in two files' },
  ],
  run: async (call) => {
    const { query, files } = await splitWords(call.words)
    if (query === '') return usageError(call, findCommand, 'Say what to find.')
    const limit = optionCount(call, 'limit', 10)
    const from = optionCount(call, 'from', 0)
    if (Number.isNaN(limit) || Number.isNaN(from)) return usageError(call, findCommand, '--limit and --from take a whole number.')
    const books: { id: string; title: string; book: Book }[] = []
    for (const name of files.length > 0 ? files : ['chaffey-2010', 'pleasant-valley-2015', 'sample']) {
      const opened = await openBook(name, call)
      if (opened.ok) books.push({ id: name, title: opened.value.title ?? name, book: opened.value })
      else sayProblem(call, opened.problem)
    }
    if (books.length === 0) return exitCodes.unreadable
    return printHits(books, query, { limit, from }, call)
  },
}

/** Trailing words that are files are files; all before is what to find. */
async function splitWords(words: readonly string[]): Promise<{ query: string; files: string[] }> {
  let end = words.length
  while (end > 1 && (await isFile(words[end - 1] ?? ''))) end -= 1
  return { query: words.slice(0, end).join(' ').trim(), files: words.slice(end) }
}

function printHits(books: { id: string; title: string; book: Book }[], query: string, page: { limit: number; from: number }, call: Call): ExitCode {
  const result = buildSearch(books).find(query, page)
  if (call.options['json'] === true) {
    call.terminal.out(JSON.stringify(result, null, 1))
    return result.total === 0 ? exitCodes.notThere : exitCodes.done
  }
  if (result.total === 0) {
    call.terminal.out(`Nothing found for ${query}.`)
    return exitCodes.notThere
  }
  for (const hit of result.hits) call.terminal.out(hitText(hit, books, call))
  const last = page.from + result.hits.length
  const more = last < result.total ? ` More: --from ${last}` : ''
  call.terminal.out(call.terminal.paint('dim', `${page.from + 1} to ${last} of ${result.total}.${more}`))
  return exitCodes.done
}

function hitText(hit: SearchHit, books: { id: string; title: string }[], call: Call): string {
  const { paint, width } = call.terminal
  const where = books.length > 1 ? paint('dim', `  ${books.find((it) => it.id === hit.bookId)?.title ?? hit.bookId}`) : ''
  const path = hit.path.length > 0 ? ` ${paint('bold', hit.path.join(' › '))}` : ''
  const words = marked(hit, call)
  return `${paint('cyan', hit.anchor)}${path}${where}\n${words === '' ? '' : `${wrap(words, Math.min(width, 100), 2)}\n`}`
}

function marked(hit: SearchHit, call: Call): string {
  let text = ''
  let at = 0
  for (const span of hit.snippet.marks) {
    text += hit.snippet.text.slice(at, span.start) + mark(hit.snippet.text.slice(span.start, span.end), call)
    at = span.end
  }
  return (text + hit.snippet.text.slice(at)).replaceAll('\n', ' ')
}

function mark(text: string, call: Call): string {
  return call.terminal.colour ? call.terminal.paint('yellow', text) : text
}

