import type { Core, Step, StepBody } from '#rules/core/core.ts'
import { Halt, notCovered } from '#rules/core/halt.ts'
import { guessClosure, type Guessing } from '#rules/run/guess-closures.ts'
import type { Closure, RunState } from '#rules/run/known-state.ts'
import { type OpenRow, stretchFinder, type TableNode, tableTree } from '#rules/run/table-tree.ts'
import { eitherValue, tried, triedIn, Unknown, withEither } from '#rules/run/unknown.ts'

type Table = Extract<StepBody, { is: 'table' }>

/** Which branch fired, where that is certain. */
export interface FiredDigit {
  digit: number
}

/** A row that may fire: what is unknown of its tests, undefined where it fires for certain. */
interface MayFire {
  readonly unsure: Unknown | undefined
  readonly branch: number
}

/** What asking a table came to: the branch that fires for certain, or the branches that may, the last of which fires where none before it does. */
type Asked = number | readonly MayFire[]

/** A table where facts may be unknown: its value where all branches that may fire agree, each output by itself. */
export function guessTable(step: Step, body: Table, guessing: Guessing): (run: RunState, fired: FiredDigit) => unknown {
  const branches = [...body.rows.map((row) => row.outputs), ...(body.otherwise === null ? [] : [body.otherwise])]
  const closures = branches.map((outputs) => outputs.map((it) => guessClosure(it, guessing)))
  const asked = branchOf(body, guessing)
  const single = body.outputs.length === 1
  return (run, fired) => {
    const found = asked(run)
    if (typeof found !== 'number') return single ? orStopped(agreedIn(run, found, closures, 0)) : agreed(run, body, found, closures)
    const outputs = closures[found]
    if (outputs === undefined) return notCovered(`No row of the table ${step.name.replaceAll('_', ' ')} fits.`)
    fired.digit = 1 + found
    return single ? outputs[0]?.(run) : outputsOf(body, outputs.map((output) => output(run)))
  }
}

// Each output by itself: one may be certain where another is not.
function agreed(run: RunState, body: Table, may: readonly MayFire[], closures: readonly (readonly Closure[])[]): unknown {
  const columns = body.outputs.map((_, column) => agreedIn(run, may, closures, column))
  const stopped = columns.find((value) => value instanceof Halt)
  if (stopped !== undefined) throw stopped
  return outputsOf(body, columns)
}

// What the branches agree on in one column, from the last to the first.
function agreedIn(run: RunState, may: readonly MayFire[], closures: readonly (readonly Closure[])[], column: number): unknown {
  // Worked out in the order of the rows, which is the order of asking.
  const values: unknown[] = []
  for (let at = 0; at < may.length; at++) values.push(triedIn(run, closures[(may[at] as MayFire).branch]?.[column]))
  let value = values[may.length - 1]
  for (let at = may.length - 2; at >= 0; at--) value = eitherValue((may[at] as MayFire).unsure as Unknown, values[at], value)
  return value
}

function orStopped(value: unknown): unknown {
  if (value instanceof Halt) throw value
  return value
}

function outputsOf(body: Table, values: readonly unknown[]): unknown {
  return body.outputs.length === 1 ? values[0] : Object.fromEntries(body.outputs.map((output, at) => [output.name, values[at]]))
}

function branchOf(body: Table, guessing: Guessing): (run: RunState) => Asked {
  const made = new Map<TableNode, (run: RunState) => Asked>()
  // `otherwise` stands after the rows; where there is none the last place is no branch.
  const none = body.rows.length
  const of = (node: TableNode): ((run: RunState) => Asked) => {
    const asked = made.get(node) ?? askedAt(node)
    made.set(node, asked)
    return asked
  }
  const askedAt = (node: TableNode): ((run: RunState) => Asked) => {
    if (node.is === 'row') return () => (node.row < 0 ? none : node.row)
    if (node.is === 'rows') return oneByOne(body, node.rows, guessing)
    const [subject, next] = [guessClosure(node.subject, guessing), nextNode(node, of)]
    const unknown = whenUnknown(body, node, guessing, of)
    return (run) => {
      const value = subject(run)
      return value instanceof Unknown ? unknown(run, value) : next(value)(run)
    }
  }
  return of(tableTree(body.rows))
}

type Parting = Exclude<TableNode, { is: 'row' | 'rows' }>

function nextNode(node: Parting, of: (node: TableNode) => (run: RunState) => Asked): (value: unknown) => (run: RunState) => Asked {
  if (node.is === 'words') {
    const [by, others] = [new Map([...node.by].map(([word, next]) => [word, of(next)])), of(node.others)]
    return (value) => by.get(value) ?? others
  }
  const [find, nodes, ofNull] = [stretchFinder(node.starts), node.nodes.map(of), of(node.ofNull)]
  return (value) => (value === null ? ofNull : (nodes[find(value as number)] as (run: RunState) => Asked))
}

type Asks = (run: RunState) => Asked

/** Where the value asked about is unknown: the rows that its values lead to, the last of which fires where none before it does. */
function whenUnknown(body: Table, node: Parting, guessing: Guessing, of: (node: TableNode) => Asks): (run: RunState, unsure: Unknown) => Asked {
  const below = [...new Set(nodesUnder(node))]
  if (!below.every((it) => asksOnlyFacts(it))) return oneByOne(body, node.rows, guessing)
  const rows = below.map((it) => (it.is === 'row' ? it.row : null))
  if (!rows.includes(null)) {
    const fires = branchesThatFire(body, rows.map((row) => (row === null || row < 0 ? body.rows.length : row)))
    return (_, unsure) => fires.map((branch, at) => ({ branch, unsure: at === fires.length - 1 ? undefined : unsure }))
  }
  return askedOfEach(body, below.map(of), oneByOne(body, node.rows, guessing))
}

// What each of the values leads to is looked up, where that is certain; else the rows are asked one by one.
function askedOfEach(body: Table, below: readonly Asks[], otherwise: Asks): (run: RunState, unsure: Unknown) => Asked {
  return (run, unsure) => {
    const found: number[] = []
    for (const asked of below) {
      const branch = asked(run)
      if (typeof branch !== 'number') return otherwise(run)
      if (!found.includes(branch)) found.push(branch)
    }
    const fires = branchesThatFire(body, found)
    const last = fires.length - 1
    return last === 0 ? (fires[0] as number) : fires.map((branch, at) => ({ branch, unsure: at === last ? undefined : unsure }))
  }
}

// `otherwise` stands last; where there is none its place is no branch.
function branchesThatFire(body: Table, branches: readonly number[]): readonly number[] {
  return [...new Set(branches)].filter((branch) => branch < body.rows.length || body.otherwise !== null).sort((a, b) => a - b)
}

function nodesUnder(node: Parting): readonly TableNode[] {
  return node.is === 'words' ? [...node.by.values(), node.others] : [...node.nodes, ...(node.subject.type.orNull ? [node.ofNull] : [])]
}

/** Whether asking from here on reads facts alone, and so cannot stop. */
function asksOnlyFacts(node: TableNode): boolean {
  if (node.is === 'row') return true
  if (node.is === 'rows' || (node.subject.op !== 'need' && node.subject.op !== 'fact')) return false
  return nodesUnder(node).every((it) => asksOnlyFacts(it))
}

/** Row by row, until one fires for certain. */
function oneByOne(body: Table, rows: readonly OpenRow[], guessing: Guessing): (run: RunState) => Asked {
  const tests = rows.map((row) => ({ branch: row.row, test: rowGuess(row, guessing) }))
  const last = body.rows.length
  return (run) => {
    const may: MayFire[] = []
    for (const { branch, test } of tests) {
      const fits = test(run)
      if (fits === false) continue
      const unsure = fits instanceof Unknown ? fits : undefined
      if (unsure === undefined && may.length === 0) return branch
      may.push({ branch, unsure })
      if (unsure === undefined) return may
    }
    if (may.length === 0 || body.otherwise !== null) may.push({ branch: last, unsure: undefined })
    return may.length === 1 ? (may[0] as MayFire).branch : may
  }
}

function rowGuess(row: OpenRow, guessing: Guessing): Closure {
  const tests = row.tests.map((test: Core) => guessClosure(test, guessing))
  return (run) => {
    let unsure: Unknown | undefined
    for (const test of tests) {
      const fits = unsure === undefined ? test(run) : tried(() => test(run))
      if (fits === false) return false
      if (fits instanceof Unknown) unsure = unsure === undefined ? fits : withEither(unsure, fits)
    }
    return unsure ?? true
  }
}
