import type { DayIndex } from '#calendar/calendar.ts'
import { dayText } from '#rules/code/code-runtime.ts'
import { compile } from '#rules/code/compile.ts'
import type { Bench, Measure } from './bench.ts'
import { cellFacts, deadlineFacts, stipendFacts, type CellFacts } from './engine-facts.ts'
import { cellPath, deadlineFloor, stipendPath } from './engine-floor.ts'
import { enginePack } from './engine-pack.ts'
import { median } from './paired.ts'

/** Many determinations by columns, with the path of every one, and a slider that costs a unit of 3,000 again and again. */
export const bench: Bench = {
  name: 'engine-bulk',
  says: '310,000 members by three decisions with paths, and fifty salary proposals for 3,000 members over five years; beside the same by hand',
  run: async () => [...(await threeDecisions()), await proposals()],
}

const members = 310_000

async function threeDecisions(): Promise<Measure[]> {
  const { around, program } = await enginePack()
  const [cells, stipends, { facts: deadlines, days }] = [cellFacts(members, 11), stipendFacts(members, 12), deadlineFacts(dayText, members, 13)]
  const degree = Uint8Array.from(cells, (r) => ['BA', 'MA', 'DR'].indexOf(r.degree))
  const facts = [
    [degree, Uint8Array.from(cells, (r) => r.units), Uint8Array.from(cells, (r) => r.years)],
    [Uint8Array.from(stipends, (r) => (r.semester === 'first' ? 0 : 1)), Uint16Array.from(stipends, (r) => r.pupils)],
    [Int32Array.from(days), Uint8Array.from(deadlines, (r) => r.n)],
  ]
  const out = [new Float64Array(members), new Int32Array(members), new Int32Array(members)]
  const paths = [new Uint16Array(members), new Uint8Array(members), new Uint8Array(members)]
  const left: number[] = []
  const runs = ['salary_cell', 'load_stipend', 'deadline'].map((it) => compile(program(it)).bind(around).columns)
  const index = around.calendars.kinds.get('work')?.index as DayIndex
  const ours = (): void => runs.forEach((run, at) => run(0, members, facts[at] ?? [], [out[at]], paths[at] as Uint16Array, left))
  const floor = byHand(facts as never, index, members)
  const { mine, hand } = turns(ours, floor, 31)
  check(out, cells, stipends, days.map((day, at) => [day, deadlines[at]?.n ?? 0]), index)
  if (left.length > 0) throw new Error(`${left.length} rows left the code.`)
  return [{ what: '310,000 x 3 by columns, a path for each', value: mine, unit: 'ms', target: 15, beside: { name: 'by hand, look-ups, unchecked', value: hand } }]
}

/** Answers that are right: every one is compared with the floor's. */
function check(out: readonly ArrayLike<number>[], cells: readonly CellFacts[], stipends: readonly { readonly semester: 'first' | 'second'; readonly pupils: number }[], deadlines: readonly (readonly [number, number])[], index: DayIndex): void {
  const due = deadlineFloor(index)
  for (let at = 0; at < members; at++) {
    const [a, b, c] = [Math.floor(cellPath(cells[at] as CellFacts) / 64) * 100, Math.floor(stipendPath(stipends[at] as never) / 8) * 100, due(deadlines[at] ?? [0, 0])]
    if (out[0]?.[at] !== a || out[1]?.[at] !== b || out[2]?.[at] !== c) throw new Error(`row ${at}: ${out.map((it) => it[at]).join()} and by hand ${a}, ${b}, ${c}`)
  }
}

/** The same columns by hand: look-ups made beforehand, no checks, one path of two bytes for all three. */
function byHand([[degree, units, years], [semester, pupils], [start, n]]: [Uint8Array[], [Uint8Array, Uint16Array], [Int32Array, Uint8Array]], { ordinal, days, from }: DayIndex, count: number): () => void {
  const [classRows, stepRows, steps, money] = [new Uint8Array(3 * 128), new Uint8Array(64), new Uint8Array(64), new Int32Array(8 * 32)]
  const ofRow = Uint8Array.from([0, 1, 2, 3, 3, 4, 5, 5])
  for (let u = 0; u < 128; u++) for (let d = 0; d < 3; d++) classRows[d * 128 + u] = Math.floor((cellPath({ degree: (['BA', 'MA', 'DR'] as const)[d] ?? 'BA', units: u, years: 1 }) % 64) / 8)
  for (let y = 1; y < 64; y++) {
    stepRows[y] = cellPath({ degree: 'DR', units: 0, years: y }) % 8
    steps[y] = stepRows[y] === 0 ? y - 1 : [0, 12, 13, 14, 15, 16, 17][stepRows[y] ?? 0] ?? 0
  }
  for (let c = 0; c < 6; c++) for (let s = 0; s < 18; s++) money[c * 32 + s] = ((39_966 * (100 + 7 * c + 6 * s) + 50) / 100) | 0
  const [salary, stipend, due, path] = [new Int32Array(count), new Int32Array(count), new Int32Array(count), new Uint16Array(count)]
  return () => {
    for (let i = 0; i < count; i++) {
      const a = classRows[(degree as Uint8Array)[i]! * 128 + units![i]!]!
      const y = years![i]!
      const p = pupils[i]!
      const k = semester[i] === 0 ? 4 : p > 181 ? 3 : p >= 179 ? 2 : p >= 175 ? 1 : 0
      salary[i] = money[ofRow[a]! * 32 + steps[y]!]!
      stipend[i] = k === 3 ? 2500 : k === 2 ? 2000 : k === 1 ? 1000 : 0
      due[i] = days[ordinal[start[i]! - from]! + n[i]! - 1]!
      path[i] = (a << 6) | (stepRows[y]! << 3) | k
    }
  }
}

/** Both in turns; the medians in milliseconds. */
function turns(ours: () => void, floor: () => void, count: number): { mine: number; hand: number } {
  const taken = { mine: [] as number[], hand: [] as number[] }
  for (let turn = 0; turn < count; turn++) {
    for (const [name, run] of [['mine', ours], ['hand', floor]] as const) {
      const start = performance.now()
      run()
      if (turn > 5) taken[name].push(performance.now() - start)
    }
  }
  return { mine: median(taken.mine), hand: median(taken.hand) }
}

/** A slider: the base moves, every member's salary of each of five years is costed again; nothing is compiled anew. */
async function proposals(): Promise<Measure> {
  const { around, program } = await enginePack()
  const cells = cellFacts(3000, 21)
  const compiled = compile(program('salary_cell'))
  const degree = Uint8Array.from(cells, (r) => ['BA', 'MA', 'DR'].indexOf(r.degree))
  const units = Uint8Array.from(cells, (r) => r.units)
  const years = [0, 1, 2, 3, 4].map((on) => Uint8Array.from(cells, (r) => r.years + on))
  const [salary, path, left] = [new Float64Array(3000), new Uint16Array(3000), [] as number[]]
  let total = 0
  const fifty = (): void => {
    total = 0
    for (let proposal = 0; proposal < 50; proposal++) {
      const { columns } = compiled.bind({ ...around, parameters: new Map([['salary_base', 3_996_600 + proposal * 10_000]]) })
      for (const year of years) {
        columns(0, 3000, [degree, units, year], [salary], path, left)
        for (let at = 0; at < 3000; at++) total += salary[at] ?? 0
      }
    }
  }
  const { mine } = turns(fifty, () => {}, 25)
  if (total < 1e12 || left.length > 0) throw new Error(`The proposals cost ${total}.`)
  return { what: '50 proposals x 3,000 members x 5 years, costed and added up', value: mine, unit: 'ms', target: 30 }
}
