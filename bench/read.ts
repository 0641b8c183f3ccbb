import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { linkOutline } from '#book/links/link-outline.ts'
import { lintBook } from '#book/lint/lint-book.ts'
import { readOutline } from '#book/outline/read-outline.ts'
import { readBook } from '#book/read-book.ts'
import { readDocument } from '#text/read-document.ts'
import { medians, quantile, times, type Bench, type Measure } from './bench.ts'
import { allTexts, oneText, type BenchText } from './bench-texts.ts'
import { tokens } from './tokens.ts'

/** How long an agreement takes from bytes to a linked and linted book, and what a process needs that reads them all. */
export const bench: Bench = {
  name: 'read',
  says: 'text to a linked and linted book; the floor splits the same text into lines and words',
  run: async () => [...(await oneAgreement()), ...wholeCorpus()],
}

async function oneAgreement(): Promise<Measure[]> {
  const { name, bytes } = oneText()
  const size = `${name}, ${Math.round(bytes.length / 1000)} KB, warm median`
  const read = async (): Promise<void> => {
    const document = await readDocument({ name, bytes })
    if (!document.ok) throw new Error(document.problem.what)
    readBook(document.value)
  }
  const taken = await medians(read, () => tokens(bytes), { warm: 8, runs: 25 })
  const whole: Measure = { what: size, value: taken.ours, unit: 'ms', target: 150, beside: { name: 'lines and words', value: taken.beside } }
  return [whole, ...(await passes({ name, bytes }))]
}

/** Where the time goes: each pass alone, on what the pass before it made. */
async function passes(text: BenchText): Promise<Measure[]> {
  const document = await readDocument(text)
  if (!document.ok) throw new Error(document.problem.what)
  const outline = readOutline(document.value)
  const linked = { ...outline, ...linkOutline(outline) }
  const work: Readonly<Record<string, () => unknown>> = {
    'into lines': () => readDocument(text),
    'into clauses': () => readOutline(document.value),
    'references and terms': () => linkOutline(outline),
    lint: () => lintBook(linked),
  }
  const measures: Measure[] = []
  for (const [name, run] of Object.entries(work)) measures.push({ what: `  of that, ${name}`, value: quantile(await times(run, { warm: 2, runs: 9 }), 0.5), unit: 'ms' })
  return measures
}

/** A process of its own for each side, three times in turns, the middle one counting: time from loading the program to the last book, and the most memory it ever held. */
function wholeCorpus(): Measure[] {
  const turns = [1, 2, 3].map(() => ({ ours: child('books'), floor: child('words') }))
  const ours = middle(turns.map((turn) => turn.ours))
  const floor = middle(turns.map((turn) => turn.floor))
  const texts = allTexts()
  const size = `${texts.length} agreements, ${(texts.reduce((sum, it) => sum + it.bytes.length, 0) / 1e6).toFixed(1)} MB, cold`
  return [
    { what: `${size}: time`, value: ours.ms, unit: 'ms', target: 3000, beside: { name: 'lines and words', value: floor.ms } },
    { what: `${size}: memory`, value: ours.mb, unit: 'MB', target: 500, beside: { name: 'lines and words', value: floor.mb } },
  ]
}

function middle(runs: readonly { readonly ms: number; readonly mb: number }[]): { ms: number; mb: number } {
  return { ms: quantile(runs.map((it) => it.ms), 0.5), mb: quantile(runs.map((it) => it.mb), 0.5) }
}

function child(work: 'books' | 'words'): { ms: number; mb: number } {
  // With the compile cache, as `bin/steward` starts.
  const env = { ...process.env, NODE_COMPILE_CACHE: join(import.meta.dirname, '../.cache/compiled') }
  const out = execFileSync(process.execPath, [join(import.meta.dirname, 'read-all-child.ts'), work], { encoding: 'utf8', env })
  return JSON.parse(out.trimEnd().split('\n').at(-1) ?? '') as { ms: number; mb: number }
}
