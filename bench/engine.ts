import { buildDayIndex } from '#calendar/build-day-index.ts'
import type { DayIndex } from '#calendar/calendar.ts'
import { dayText } from '#rules/code/code-runtime.ts'
import { compile, type Bound } from '#rules/code/compile.ts'
import { closuresOf, type Closures } from '#rules/run/closures.ts'
import type { Bench, Measure } from './bench.ts'
import { cellFacts, deadlineFacts, stipendFacts } from './engine-facts.ts'
import { cellPath, cellTree, deadlineFloor, deadlineTextFloor, deadlineTree, stipendPath, stipendTree } from './engine-floor.ts'
import { enginePack } from './engine-pack.ts'
import { peers, type Peer } from './engine-peers.ts'
import { alone, median, paired, type Paired } from './paired.ts'

/** One determination, in every way in which the engine gives it, beside the same work by hand and beside three engines from npm. */
export const bench: Bench = {
  name: 'engine',
  says: 'a salary cell, a stipend and a deadline, one at a time: with the path, with the whole cited tree, from closures, with facts missing; beside code by hand and other engines',
  run: async () => {
    const { around, program } = await enginePack()
    const bound = (decision: string): Bound => compile(program(decision)).bind(around)
    const closures = (decision: string): Closures => closuresOf(program(decision))
    const index = around.calendars.kinds.get('work')?.index
    if (index === undefined) throw new Error('The bench pack has no work days.')
    const all: All = { cell: bound('salary_cell'), stipend: bound('load_stipend'), deadline: bound('deadline'), index }
    return [...withPath(all), ...withTree(all), ...later(all), ...byClosures(closures, around), ...missing(closures('salary_cell'), around), ...days(all), ...(await besidePeers(all))]
  },
}

interface All {
  readonly cell: Bound
  readonly stipend: Bound
  readonly deadline: Bound
  readonly index: DayIndex
}

const cells = cellFacts()
const stipends = stipendFacts()
const deadlines = deadlineFacts(dayText)
const numbers = deadlines.facts.map((it, at): [number, number] => [deadlines.days[at] ?? 0, it.n])

/** A figure beside the floor; the target is so many times the floor. */
function beside(what: string, { floor, ratio }: Paired, name: string, times: number): Measure {
  return { what, value: ratio * floor, unit: 'ns', target: times * floor, beside: { name, value: floor } }
}

function withPath({ cell, stipend, deadline, index }: All): Measure[] {
  const out: unknown[] = [0]
  const [a, b, c] = [cell.answer, stipend.answer, deadline.answerStored]
  return [
    beside('salary cell, answer and path', paired({ run: (r: object) => a(r as never, out), inputs: cells }, { run: cellPath, inputs: cells }), 'by hand', 1.3),
    beside('stipend, answer and path', paired({ run: (r: object) => b(r as never, out), inputs: stipends }, { run: stipendPath, inputs: stipends }), 'by hand', 1.3),
    beside('deadline by number, answer and path', paired({ run: (r: readonly number[]) => c(r, out), inputs: numbers }, { run: deadlineFloor(index), inputs: numbers }), 'by hand, unchecked', 1.3),
  ]
}

function withTree({ cell, stipend, deadline, index }: All): Measure[] {
  return [
    beside('salary cell, whole cited tree', paired({ run: cell.tree as never, inputs: cells }, { run: cellTree, inputs: cells }), 'by hand', 1.3),
    beside('stipend, whole cited tree', paired({ run: stipend.tree as never, inputs: stipends }, { run: stipendTree, inputs: stipends }), 'by hand', 1.3),
    beside('deadline in text, whole cited tree', paired({ run: deadline.tree as never, inputs: deadlines.facts }, { run: deadlineTree(index, dayText), inputs: deadlines.facts }), 'by hand, unchecked', 1.3),
  ]
}

/** The tree again from stored facts, as a receipt keeps them, equal to the byte. */
function later({ cell, stipend, deadline }: All): Measure[] {
  return [
    rebuilt('salary cell', cell, cells, cells.map((r) => [r.degree, r.units, r.years])),
    rebuilt('stipend', stipend, stipends, stipends.map((r) => [r.semester, r.pupils])),
    rebuilt('deadline', deadline, deadlines.facts, numbers),
  ]
}

function rebuilt(what: string, bound: Bound, records: readonly object[], stored: readonly (readonly unknown[])[]): Measure {
  for (let at = 0; at < 1000; at++) {
    const [now, again] = [JSON.stringify(bound.tree(records[at] as never)), JSON.stringify(bound.treeStored(stored[at] ?? []))]
    if (now !== again) throw new Error(`${what}: ${now} is not ${again}`)
  }
  return { what: `${what}, tree rebuilt from facts and path`, value: alone(bound.treeStored as never, stored), unit: 'ns', target: 2000 }
}

function byClosures(closures: (decision: string) => Closures, around: Parameters<Closures['run']>[1]): Measure[] {
  const [cell, stipend, deadline] = [closures('salary_cell'), closures('load_stipend'), closures('deadline')]
  const cellsStored = cells.map((r) => [r.degree, r.units, r.years])
  const stipendsStored = stipends.map((r) => [r.semester, r.pupils])
  const kinds = around.calendars.kinds.get('work')
  return [
    beside('salary cell by closures', paired({ run: (f: readonly unknown[]) => cell.run(f, around), inputs: cellsStored }, { run: cellPath, inputs: cells }), 'by hand', 8),
    beside('stipend by closures', paired({ run: (f: readonly unknown[]) => stipend.run(f, around), inputs: stipendsStored }, { run: stipendPath, inputs: stipends }), 'by hand', 8),
    ...(kinds === undefined ? [] : [beside('deadline by closures', paired({ run: (f: readonly unknown[]) => deadline.run(f, around), inputs: numbers }, { run: deadlineFloor(kinds.index), inputs: numbers }), 'by hand, unchecked', 8)]),
  ]
}

/** Degree and year known, units missing: what to ask, and never a salary. */
function missing(cell: Closures, around: Parameters<Closures['run']>[1]): Measure[] {
  const facts = cells.map((r) => [r.degree === 'DR' ? 'BA' : r.degree, undefined, r.years])
  const ran = cell.run(facts[0] ?? [], around)
  if (ran.status !== 'needs' || ran.facts.join() !== '1') throw new Error(`units are missing, and the answer is ${JSON.stringify(ran)}`)
  return [{ what: 'ranked list of what is missing', value: alone((f: readonly unknown[]) => cell.run(f, around), facts), unit: 'ns', target: 1000 }]
}

function days({ deadline, index }: All): Measure[] {
  const out: unknown[] = ['']
  const numberOut: unknown[] = [0]
  const [byText, byNumber] = [deadline.answer, deadline.answerStored]
  const text = paired({ run: (r: object) => byText(r as never, out), inputs: deadlines.facts }, { run: deadlineTextFloor(index, dayText), inputs: deadlines.facts })
  const covered = [{ label: 'three years', from: index.from, through: index.through }]
  const days = Array.from(index.days)
  const built = median(Array.from({ length: 400 }, () => {
    const start = performance.now()
    buildDayIndex(covered, days)
    return performance.now() - start
  }))
  return [
    { what: 'deadline by number, 50 million a second', value: alone((r: readonly number[]) => byNumber(r, numberOut), numbers), unit: 'ns', target: 20 },
    { what: 'deadline from ISO text to ISO text, 15 million a second', value: text.ours, unit: 'ns', target: 1000 / 15, beside: { name: 'by hand, unchecked', value: text.floor } },
    { what: 'a calendar of three years indexed', value: built * 1000, unit: 'µs', target: 100 },
  ]
}

/** Their best explanation beside our whole tree. */
async function besidePeers({ cell, stipend }: All): Promise<Measure[]> {
  const [ourCell, ourStipend] = [alone(cell.tree as never, cells), alone(stipend.tree as never, stipends)]
  const out: unknown[] = [0]
  const measures: Measure[] = []
  for (const peer of peers()) {
    await agrees(peer, cell, out)
    const [theirCell, theirStipend] = [await nanoseconds(peer.cell, cells), await nanoseconds(peer.stipend, stipends)]
    measures.push({ what: `salary cell, whole tree; ${peer.times} x ${peer.name}`, value: ourCell, unit: 'ns', target: theirCell / peer.times, beside: { name: peer.name, value: theirCell } })
    measures.push({ what: `stipend, whole tree; ${peer.times} x ${peer.name}`, value: ourStipend, unit: 'ns', target: theirStipend / peer.times, beside: { name: peer.name, value: theirStipend } })
  }
  return measures
}

async function agrees(peer: Peer, cell: Bound, out: unknown[]): Promise<void> {
  for (const r of cells.slice(0, 200)) {
    cell.answer(r as never, out)
    const theirs = await peer.cell(r)
    if (theirs !== out[0]) throw new Error(`${peer.name} gives ${theirs} and we ${String(out[0])} for ${JSON.stringify(r)}`)
  }
}

async function nanoseconds<A>(run: (input: A) => unknown, inputs: readonly A[]): Promise<number> {
  const slices: number[] = []
  let at = 0
  for (let slice = 0; slice < 12; slice++) {
    const start = performance.now()
    let calls = 0
    while (performance.now() - start < 60) {
      for (let k = 0; k < 16; k++, calls++) {
        const made = run(inputs[at] as A)
        if (made instanceof Promise) await made
        at = (at + 1) % inputs.length
      }
    }
    slices.push((performance.now() - start) / calls)
  }
  return median(slices.slice(4)) * 1e6
}
