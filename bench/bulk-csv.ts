import { closeSync, mkdtempSync, openSync, readFileSync, readSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadPackFromFolder } from '#determinations/load-pack-from-folder.ts'
import type { LoadedPack } from '#determinations/loaded-pack.ts'
import { startBulk } from '#determinations/bulk/start-bulk.ts'
import { civilDay, civilText } from '#plain/civil-day.ts'
import { quantile, type Bench, type Measure } from './bench.ts'

/** A state's members by three decisions, from a CSV file into a CSV file, beside the least that a program in strings does: part the lines, part the cells, join them again. */

const members = 310_000
const decisions = ['salary_cell', 'grievance_step_due', 'association_leave_account']

export const bench: Bench = {
  name: 'bulk-csv',
  says: `${members.toLocaleString('en-US')} members by three decisions of the Chaffey agreement, CSV file in, CSV file out`,
  run: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'steward-bulk-'))
    try {
      const loaded = await loadPackFromFolder(join(import.meta.dirname, '../agreements/chaffey-2010'))
      if (!loaded.ok) throw new Error(loaded.problem.what)
      const [people, out] = [join(folder, 'people.csv'), join(folder, 'answered.csv')]
      writeFileSync(people, makePeople())
      const first = processorMs(() => answer(loaded.value, people, out))
      const turns = Array.from({ length: 5 }, () => ({ ours: processorMs(() => answer(loaded.value, people, out)), floor: processorMs(() => inStrings(people, out)) }))
      const beside = { name: 'strings parted and joined, nothing answered', value: quantile(turns.map((it) => it.floor), 0.5) }
      const measures: Measure[] = [
        { what: 'processor time of the first run, code not yet warm', value: first, unit: 'ms', target: 500, beside },
        { what: 'processor time once warm', value: quantile(turns.map((it) => it.ours), 0.5), unit: 'ms', target: 500, beside },
      ]
      return measures
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

function makePeople(): string {
  let seed = 7
  const next = (below: number) => {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff
    return (seed >> 8) % below
  }
  const steps = ['level_1_decision', 'level_2_appeal', 'level_2_decision']
  const rows = Array.from({ length: members }, (_, at) => `M${at},Site ${at % 40},${'ABCDEF'[next(6)]},${1 + next(13)},${steps[next(3)]},${civilText(civilDay(2010, 8, 10) + next(270))},${next(20)}`)
  return `member,site,class,step,grievance_step,trigger_on,days_used\n${rows.join('\n')}\n`
}

function answer(pack: LoadedPack, people: string, out: string): void {
  const [source, sink] = [openSync(people, 'r'), openSync(out, 'w')]
  const piece = new Uint8Array(1 << 20)
  const held = readSync(source, piece, 0, piece.length, null)
  const started = startBulk(pack, piece.subarray(0, held), false, { decisions, asOf: '2010-09-01' })
  if (started === null || !started.ok) throw new Error('The table did not start.')
  const { table, head, rowsFrom } = started.value
  writeSync(sink, head)
  writeSync(sink, table.feed(piece.subarray(rowsFrom, held), false))
  for (;;) {
    const read = readSync(source, piece, 0, piece.length, null)
    writeSync(sink, table.feed(piece.subarray(0, read), read === 0))
    if (read === 0) break
  }
  closeSync(source)
  closeSync(sink)
  const { rows, noted } = table.done()
  if (rows !== members || noted !== 0) throw new Error(`${rows} rows, ${noted} with a note`)
}

function inStrings(people: string, out: string): void {
  const rows = readFileSync(people, 'utf8').split('\n')
  writeFileSync(out, rows.map((row) => [...row.split(','), '', '', '', '', '', '', ''].join(',')).join('\n'))
}

function processorMs(run: () => void): number {
  const before = process.cpuUsage()
  run()
  const used = process.cpuUsage(before)
  return (used.user + used.system) / 1000
}
