import { createRequire } from 'node:module'
import { Engine as JsonRules } from 'json-rules-engine'
import Publicodes from 'publicodes'
import type { CellFacts, StipendFacts } from './engine-facts.ts'

/** The salary cell and the stipend in the languages of three other engines, each with its best explanation on, as its manual would write them. */

export interface Peer {
  readonly name: string
  /** How many times slower than our whole cited tree it is expected to be at least. */
  readonly times: number
  /** The salary in dollars, with the engine's own explanation made. */
  readonly cell: (r: CellFacts) => number | Promise<number>
  readonly stipend: (r: StipendFacts) => number | Promise<number>
}

/** Those that are installed; Zen is a native package, taken where it is there. */
export function peers(): Peer[] {
  const zen = zenPeer()
  return [...(zen === null ? [] : [zen]), publicodesPeer(), jsonRulesPeer()]
}

interface ZenModule {
  readonly ZenEngine: new () => { createDecision: (graph: object) => { evaluate: (facts: object, options: object) => Promise<{ result: Record<string, number>; trace: unknown }> } }
}

function zenPeer(): Peer | null {
  try {
    const { ZenEngine } = createRequire(import.meta.url)('@gorules/zen-engine-linux-x64-gnu') as ZenModule
    const engine = new ZenEngine()
    const cell = engine.createDecision(zenGraph([
      zenTable('class', ['degree', 'units'], [['"BA"', '< 15', '0'], ['"BA"', '[15..30)', '1'], ['"BA"', '[30..45)', '2'], ['"BA"', '', '3'], ['"MA"', '< 15', '3'], ['"MA"', '[15..45)', '4'], ['', '', '5']]),
      zenTable('step', ['years'], [['<= 13', 'years - 1'], ['[14..16]', '12'], ['[17..20]', '13'], ['[21..24]', '14'], ['[25..28]', '15'], ['[29..32]', '16'], ['', '17']]),
      { id: 'salary', name: 'salary', type: 'expressionNode', position: { x: 0, y: 0 }, content: { ...zenShape, passThrough: false, expressions: [{ id: 'x', key: 'salary', value: 'round(39966 * (1 + 0.07 * class + 0.06 * step))' }] } },
    ]))
    const stipend = engine.createDecision(zenGraph([zenTable('stipend', ['semester', 'pupils'], [['"second"', '> 181', '2500'], ['"second"', '[179..181]', '2000'], ['"second"', '[175..178]', '1000'], ['', '', '0']])]))
    return { name: 'Zen 2', times: 750, cell: async (r) => (await cell.evaluate(r, { trace: true })).result['salary'] ?? 0, stipend: async (r) => (await stipend.evaluate(r, { trace: true })).result['stipend'] ?? 0 }
  } catch {
    return null
  }
}

const zenShape = { passThrough: true, inputField: null, outputPath: null, executionMode: 'single' }

function zenTable(id: string, inputs: readonly string[], rows: readonly (readonly string[])[]): object {
  const rules = rows.map((row, at) => ({ _id: `${id}${at}`, ...Object.fromEntries(inputs.map((name, column) => [`i-${name}`, row[column]])), o: row.at(-1) }))
  return { id, name: id, type: 'decisionTableNode', position: { x: 0, y: 0 }, content: { ...zenShape, hitPolicy: 'first', inputs: inputs.map((field) => ({ id: `i-${field}`, name: field, field })), outputs: [{ id: 'o', name: id, field: id }], rules } }
}

const end = (id: string, type: string): object => ({ id, name: id, type, position: { x: 0, y: 0 }, content: { schema: '' } })

function zenGraph(inside: readonly object[]): object {
  const nodes = [end('in', 'inputNode'), ...inside, end('out', 'outputNode')] as { id: string }[]
  return { contentType: 'application/vnd.gorules.decision', nodes, edges: nodes.slice(1).map((node, at) => ({ id: `e${at}`, type: 'edge', sourceId: nodes[at]?.id, targetId: node.id })) }
}

const both = (a: string, b: string): object => ({ 'toutes ces conditions': [a, b] })

/** Publicodes speaks French: `si` if, `alors` then, `sinon` else, `arrondi` rounded. It explains always. */
function publicodesPeer(): Peer {
  const rules = {
    degree: { question: 'Degree?' }, units: { question: 'Units?' }, years: { question: 'Year of service?' }, pupils: { question: 'Pupils?' }, semester: { question: 'Semester?' },
    class: { variations: [{ si: both("degree = 'BA'", 'units < 15'), alors: 0 }, { si: both("degree = 'BA'", 'units < 30'), alors: 1 }, { si: both("degree = 'BA'", 'units < 45'), alors: 2 }, { si: "degree = 'BA'", alors: 3 }, { si: both("degree = 'MA'", 'units < 15'), alors: 3 }, { si: both("degree = 'MA'", 'units < 45'), alors: 4 }, { sinon: 5 }] },
    step: { variations: [{ si: 'years <= 13', alors: 'years - 1' }, { si: 'years <= 16', alors: 12 }, { si: 'years <= 20', alors: 13 }, { si: 'years <= 24', alors: 14 }, { si: 'years <= 28', alors: 15 }, { si: 'years <= 32', alors: 16 }, { sinon: 17 }] },
    index: '1 + 0.07 * class + 0.06 * step',
    salary: { valeur: '39966 * index', arrondi: 'oui' },
    stipend: { variations: [{ si: "semester = 'first'", alors: 0 }, { si: 'pupils > 181', alors: 2500 }, { si: 'pupils >= 179', alors: 2000 }, { si: 'pupils >= 175', alors: 1000 }, { sinon: 0 }] },
  }
  const quiet = { log: () => {}, warn: () => {}, error: () => {} }
  const engine = new Publicodes(rules as never, { logger: quiet } as never) as unknown as { setSituation: (facts: object) => { evaluate: (rule: string) => { nodeValue: number } } }
  return {
    name: 'Publicodes', times: 1000,
    cell: (r) => engine.setSituation({ degree: `'${r.degree}'`, units: r.units, years: r.years }).evaluate('salary').nodeValue,
    stipend: (r) => engine.setSituation({ pupils: r.pupils, semester: `'${r.semester}'` }).evaluate('stipend').nodeValue,
  }
}

type Condition = { fact: string; operator: string; value: number | string }

const test = (fact: string, operator: string, value: number | string): Condition => ({ fact, operator, value })
const span = (fact: string, from: number, below: number): Condition[] => [test(fact, 'greaterThanInclusive', from), test(fact, 'lessThan', below)]
const rule = (type: string, value: number, all: Condition[]): { conditions: { all: Condition[] }; event: { type: string; params: { value: number } } } => ({ conditions: { all }, event: { type, params: { value } } })

/** Conditions and events only: the rules choose class and step, the host does the money. It explains always. */
function jsonRulesPeer(): Peer {
  const [cell, stipend] = [new JsonRules(), new JsonRules()]
  const rows: [string, number, number, number][] = [['BA', 0, 15, 0], ['BA', 15, 30, 1], ['BA', 30, 45, 2], ['BA', 45, 999, 3], ['MA', 0, 15, 3], ['MA', 15, 45, 4], ['MA', 45, 999, 5], ['DR', 0, 999, 5]]
  for (const [degree, from, below, value] of rows) cell.addRule(rule('class', value, [test('degree', 'equal', degree), ...span('units', from, below)]))
  for (let year = 1; year <= 13; year++) cell.addRule(rule('step', year - 1, [test('years', 'equal', year)]))
  for (const [from, below, value] of [[14, 17, 12], [17, 21, 13], [21, 25, 14], [25, 29, 15], [29, 33, 16], [33, 99, 17]] as const) cell.addRule(rule('step', value, span('years', from, below)))
  for (const [from, below, value] of [[175, 179, 1000], [179, 182, 2000], [182, 9999, 2500]] as const) stipend.addRule(rule('stipend', value, [test('semester', 'equal', 'second'), ...span('pupils', from, below)]))
  return {
    name: 'json-rules-engine', times: 1200,
    cell: async (r) => {
      const { events } = await cell.run(r as never)
      const of = (type: string): number => Number(events.find((it) => it.type === type)?.params?.['value'] ?? 0)
      return Math.floor((39966 * (100 + 7 * of('class') + 6 * of('step')) + 50) / 100)
    },
    stipend: async (r) => Number((await stipend.run(r as never)).events[0]?.params?.['value'] ?? 0),
  }
}
