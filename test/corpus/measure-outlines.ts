/**
 * Prints how well the reader does on the lent agreements: `bin/node test/corpus/measure-outlines.ts [name…] [--json] [--misses]`.
 * A name is any part of an agreement's file name. `--misses` lists each thing missed or found too much; `--json` prints it all as data.
 * What is missed in an agreement that is held out is listed only where it is asked for by name: whoever works on the reader should not see it.
 */
import { isHoldOut, presentAgreements, type AgreementName } from './corpus.ts'
import { measureAgreement, type AgreementMeasure as Measure } from './measure-agreement.ts'
import { scores } from './measure-outline.ts'

interface Row {
  readonly name: AgreementName
  readonly holdOut: boolean
  readonly measure: Measure
}

const options = process.argv.slice(2).filter((word) => word.startsWith('--'))
const wanted = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const names = presentAgreements().filter((name) => wanted.length === 0 || wanted.some((part) => name.includes(part)))
const rows: Row[] = []
for (const name of names) {
  const measure = await measureAgreement(name)
  if (measure !== null) rows.push({ name, holdOut: isHoldOut(name), measure })
}
if (options.includes('--json')) console.log(JSON.stringify(rows.map(forData), null, 1))
else printRows()

function forData(row: Row): Row {
  return row.holdOut && wanted.length === 0 ? { ...row, measure: { ...row.measure, misses: [] } } : row
}

function printRows(): void {
  if (rows.length === 0) console.log('Nothing to measure: no agreement of that name with an outline is on this machine.')
  else console.log(line('agreement', 'articles', 'extra', 'sections', 'P', 'R', 'F1', 'lines', 'deeper', 'wraps', 'spots', 'front', 'cover', 'unplaced'))
  for (const row of rows) {
    printMeasure(`${row.holdOut ? '* ' : '  '}${row.name}`, row.measure)
    if (options.includes('--misses') && (!row.holdOut || wanted.length > 0)) printMisses(row.measure)
  }
  if (rows.length > 1) {
    printSummary('  tuned on', rows.filter((row) => !row.holdOut))
    printSummary('* held out', rows.filter((row) => row.holdOut))
  }
}

function printMeasure(name: string, it: Measure): void {
  const { precision, recall, f1 } = scores(it.sections)
  console.log(
    line(
      name, `${it.articles.right}/${it.articles.expected}`, String(it.articles.found - it.articles.numbers), `${it.sections.right}/${it.sections.expected}`,
      precision.toFixed(3), recall.toFixed(3), f1.toFixed(3), part(it.lines), part(it.provisions), part(it.falseStarts), part(it.spots), part(it.front),
      it.cover.exact ? 'exact' : `gap@${it.cover.failsAt}`, `${((100 * it.cover.unplaced) / Math.max(1, it.cover.all)).toFixed(2)} %`,
    ),
  )
}

function printMisses(it: Measure): void {
  for (const miss of it.misses) console.log(`      ${miss.kind.padEnd(18)} ${miss.id.padEnd(10)} line ${String(miss.line).padEnd(6)} ${miss.note}`)
}

function printSummary(name: string, some: readonly Row[]): void {
  if (some.length === 0) return
  printMeasure(name, {
    articles: { ...addTallies(some.map((row) => row.measure.articles)), numbers: add(some.map((row) => row.measure.articles.numbers)) },
    sections: addTallies(some.map((row) => row.measure.sections)),
    lines: addParts(some.map((row) => row.measure.lines)),
    provisions: addParts(some.map((row) => row.measure.provisions)),
    spots: addParts(some.map((row) => row.measure.spots)),
    falseStarts: addParts(some.map((row) => row.measure.falseStarts)),
    front: addParts(some.map((row) => row.measure.front)),
    cover: {
      exact: some.every((row) => row.measure.cover.exact),
      failsAt: some.find((row) => !row.measure.cover.exact)?.measure.cover.failsAt ?? null,
      unplaced: add(some.map((row) => row.measure.cover.unplaced)),
      furniture: add(some.map((row) => row.measure.cover.furniture)),
      all: add(some.map((row) => row.measure.cover.all)),
    },
    misses: [],
  })
}

function addTallies(some: readonly Measure['sections'][]): Measure['sections'] {
  return { right: add(some.map((it) => it.right)), expected: add(some.map((it) => it.expected)), found: add(some.map((it) => it.found)) }
}

function addParts(some: readonly Measure['spots'][]): Measure['spots'] {
  return { right: add(some.map((it) => it.right)), of: add(some.map((it) => it.of)) }
}

function add(figures: readonly number[]): number {
  return figures.reduce((total, it) => total + it, 0)
}

function part(it: { right: number; of: number }): string {
  return it.of === 0 ? '-' : `${it.right}/${it.of}`
}

function line(name: string, ...cells: string[]): string {
  return name.padEnd(46) + cells.map((cell) => cell.padStart(10)).join('')
}
