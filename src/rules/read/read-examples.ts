import { blockData, type BlockNode } from '#plain/block/block-node.ts'
import type { Sheet } from '#rules/read/block-sheet.ts'
import { didYouMean } from '#rules/read/nearest-word.ts'
import type { Example, Fact, FactType, Give } from '#rules/rule-book.ts'

/** The examples of a block: what is given, what comes out, and why. */

const exampleKeys = ['case', 'given', 'gives', 'status', 'needs', 'as of', 'calendar', 'readings', 'warnings', 'law', 'because']
const statuses = ['determined', 'contested', 'needs_input', 'needs_judgment', 'not_covered', 'error']

export function readExamples(sheet: Sheet, decision: string, facts: readonly Fact[], gives: readonly Give[]): Example[] {
  const given = new Map(facts.map((fact) => [fact.name, fact.type]))
  const answers = new Map(gives.map((give) => [give.name, give.type]))
  return sheet.sheets('examples').map((one, at): Example => {
    one.only(exampleKeys)
    return {
      decision,
      case: one.words('case') ?? `${decision} ${at + 1}`,
      given: namedData(one, 'given', given, 'fact'),
      asOf: one.day('as of'),
      calendar: one.words('calendar'),
      expect: readExpect(one, answers),
      because: one.words('because'),
      at: { file: one.place.file, line: one.line },
    }
  })
}

function readExpect(sheet: Sheet, answers: ReadonlyMap<string, FactType>): Record<string, unknown> {
  const status = sheet.words('status')
  if (status !== null && !statuses.includes(status)) sheet.tell('rules/example', `"${status}" is no status.`, `${didYouMean(status, statuses)}A status is: ${statuses.join(', ')}.`, sheet.lineOf('status'))
  const needs = sheet.list('needs')
  const law = sheet.node('law')
  const readings = sheet.sheets('readings').map((reading) => {
    reading.only(['id', 'says', 'gives'])
    const [id, says] = [reading.words('id'), reading.words('says')]
    return { ...(id === null ? {} : { id }), ...(says === null ? {} : { says }), value: namedData(reading, 'gives', answers, 'answer') }
  })
  const value = sheet.has('gives') ? namedData(sheet, 'gives', answers, 'answer') : null
  if (value === null && status === null && needs.length === 0 && readings.length === 0) sheet.tell('rules/example', 'The example does not say what comes out.', 'Add "gives: {...}", or "status:" with "needs:".')
  return {
    status: status ?? (readings.length > 0 ? 'contested' : value === null ? 'needs_input' : 'determined'),
    ...(value === null ? {} : { value }),
    ...(needs.length === 0 ? {} : { needs: needs.map((input) => ({ input })) }),
    ...(readings.length === 0 ? {} : { readings }),
    ...(sheet.has('warnings') ? { warnings: sheet.list('warnings') } : {}),
    ...(law === null ? {} : { law: blockData(law) }),
  }
}

function namedData(sheet: Sheet, key: string, types: ReadonlyMap<string, FactType>, what: string): Record<string, unknown> {
  const inner = sheet.sheet(key)
  const entries = (inner?.map.entries ?? []).filter(({ key: named, line }) => {
    if (types.has(named)) return true
    sheet.tell('rules/example', `The example names the ${what} "${named}", and the decision has none of that name.`, `${didYouMean(named, types.keys())}Mend the name, or add the ${what}.`, line)
    return false
  })
  return Object.fromEntries(entries.map(({ key: named, value }) => [named, typedData(value, types.get(named))]))
}

/** As JSON: a text that looks like a number (a phone extension, a clause) stays a text, `$1,000` is 1000. */
function typedData(node: BlockNode, type: FactType | undefined): unknown {
  if (node.is === 'list') return node.items.map((item) => typedData(item, type?.is === 'list' ? type.items : undefined))
  if (node.is === 'map') {
    const fields = type?.is === 'record' ? type.fields : []
    return Object.fromEntries(node.entries.map(({ key, value }) => [key, typedData(value, fields.find((one) => one.name === key)?.type)]))
  }
  const textual = type?.is === 'text' || type?.is === 'choice' || type?.is === 'date' || type?.is === 'time'
  if (textual && node.plain && node.text !== 'null' && node.text !== '') return node.text
  const amount = type?.is === 'money' ? /^-?\$[\d,]+(?:\.\d+)?$/.exec(node.text) : null
  return amount === null ? blockData(node) : Number(amount[0].replace(/[$,]/g, ''))
}
