import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { CalendarSet } from '#calendar/calendar.ts'
import { readCaseCalendar } from '#calendar/read-case-calendar.ts'
import { loadPack } from '#determinations/load-pack.ts'
import type { LoadedPack } from '#determinations/loaded-pack.ts'
import { runExamples } from '#determinations/run-examples.ts'
import { readPackFiles } from '#pack/load-pack-folder.ts'
import { failed, type Outcome } from '#plain/outcome.ts'
import { problem, problemInWords } from '#plain/problem.ts'
import { checkDefinition, lowerDecision } from '#rules/core/lower-decision.ts'
import { prepareBook } from '#rules/core/prepare-book.ts'
import type { Expression } from '#rules/feel/expression.ts'
import { changeExpression } from '#rules/read/change-expression.ts'
import { adviceCodes } from '#rules/read/check-book.ts'
import type { Body, Decision, Definition } from '#rules/rule-book.ts'
import { mutateRules, type Mutation } from './mutate-rules.ts'

/**
 * Do the examples of a pack hold its figures? Each figure is changed by one unit, and some example must then fail (or the pack must refuse to load).
 * `bin/node test/rules/mutate-examples.ts agreements/sample [WORD]` prints those that nobody noticed and the share that was; with a word, only blocks whose name holds it.
 */

const [folder, word] = process.argv.slice(2)
const place = resolve(folder ?? 'agreements/sample')
const files = await readPackFiles(place)
const loaded = files.ok ? loadPack(files.value) : files
if (!loaded.ok) {
  console.log(problemInWords(loaded.problem))
  process.exit(1)
}
const pack = loaded.value
const calendars = await exampleCalendars(files.ok ? [...files.value.keys()] : [])
const users = usersOf(pack)
const sound = new Set([...pack.decisions.keys()].filter((name) => passes(pack, name)))
const counts = { caught: 0, 'refused at load': 0, unnoticed: 0 }
for (const mutation of mutateRules(pack.rules)) {
  if (word !== undefined && !mutation.block.includes(word)) continue
  const found = verdict(mutation)
  counts[found] += 1
  if (found === 'unnoticed') console.log(`${mutation.file}, line ${mutation.line}, ${mutation.block}: ${mutation.says}, and no example fails.`)
}
const all = counts.caught + counts['refused at load'] + counts.unnoticed
const unsound = [...pack.decisions.keys()].filter((name) => !sound.has(name))
if (unsound.length > 0) console.log(`Examples fail without any change, so that they can show nothing: ${unsound.join(', ')}.`)
console.log(`${all} changes: ${counts.caught} caught by examples, ${counts['refused at load']} refused at load, ${counts.unnoticed} unnoticed: ${((100 * (all - counts.unnoticed)) / Math.max(1, all)).toFixed(1)} %.`)

function verdict(mutation: Mutation): keyof typeof counts {
  const book = prepareBook(mutation.book)
  const definition = mutation.book.definitions.find((one) => one.name === mutation.block)
  if (definition !== undefined && checkDefinition(book, definition).some((it) => !adviceCodes.has(it.code))) return 'refused at load'
  for (const name of users.get(mutation.block) ?? []) {
    const decision = mutation.book.decisions.find((one) => one.name === name)
    if (decision === undefined || !sound.has(name)) continue
    const { program, problems } = lowerDecision(book, decision)
    if (program === null || problems.some((it) => !adviceCodes.has(it.code))) return 'refused at load'
    const changed: LoadedPack = { ...pack, rules: mutation.book, decisions: new Map([[name, { decision, program }]]) }
    if (!passes(changed, name)) return 'caught'
  }
  return 'unnoticed'
}

function passes(of: LoadedPack, name: string): boolean {
  const decision = of.decisions.get(name)
  if (decision === undefined) return true
  return runExamples({ ...of, decisions: new Map([[name, decision]]) }, calendarNamed).every((run) => run.differences.length === 0)
}

/** By the name of a block, the decisions whose answers may turn on it, itself first. */
function usersOf(of: LoadedPack): ReadonlyMap<string, readonly string[]> {
  const blocks = new Map<string, Decision | Definition>([...of.rules.definitions, ...of.rules.decisions].map((block) => [block.name, block]))
  const mentions = new Map([...blocks].map(([name, block]) => [name, namesOf(block)]))
  const found = new Map<string, string[]>()
  for (const decision of of.rules.decisions) {
    const reached = new Set<string>()
    const reach = (name: string): void => {
      if (reached.has(name)) return
      reached.add(name)
      for (const other of mentions.get(name) ?? []) if (blocks.has(other) || of.rules.parameters.some((parameter) => parameter.name === other)) reach(other)
    }
    reach(decision.name)
    for (const name of reached) found.set(name, name === decision.name ? [decision.name, ...(found.get(name) ?? [])] : [...(found.get(name) ?? []), decision.name])
  }
  return found
}

function namesOf(block: Decision | Definition): Set<string> {
  const names = new Set<string>()
  const look = (it: Expression): Expression => {
    if (it.is === 'name' || it.is === 'call') names.add(it.name)
    return it
  }
  const lookBody = (body: Body): void => {
    if (body.is === 'formula') changeExpression(body.value, look)
    else {
      for (const input of body.inputs) changeExpression(input.value, look)
      for (const row of body.rows) {
        for (const output of row.outputs) changeExpression(output, look)
        for (const tests of row.tests) for (const test of tests.any) for (const side of test.is === 'range' ? [test.from, test.through] : [test.value]) changeExpression(side, look)
      }
      if (body.otherwise !== null && body.otherwise !== 'not covered') for (const output of body.otherwise) changeExpression(output, look)
    }
  }
  for (const value of block.values) {
    lookBody(value.body)
    for (const reading of value.readings) lookBody(reading.body)
    for (const one of [value.when?.test, value.when?.otherwise, ...value.exceptions.flatMap((exception) => [exception.when, exception.instead])]) if (one !== undefined) changeExpression(one, look)
  }
  if ('gives' in block) for (const give of block.gives) changeExpression(give.is, look)
  return names
}

function calendarNamed(name: string): Outcome<CalendarSet> {
  return calendars.get(name) ?? failed(problem('rules/no-calendar', `There is no calendar ${name}.`, 'Put it into examples/calendars/.', {}))
}

async function exampleCalendars(paths: readonly string[]): Promise<Map<string, Outcome<CalendarSet>>> {
  const found = new Map<string, Outcome<CalendarSet>>()
  for (const path of paths.filter((one) => one.startsWith('examples/calendars/'))) {
    const name = path.slice('examples/calendars/'.length)
    found.set(name, readCaseCalendar(name, JSON.parse(await readFile(join(place, path), 'utf8')), pack.rules.schoolYear))
  }
  return found
}
