import type { CalendarSet } from '#calendar/calendar.ts'
import { readPack } from '#pack/read-pack.ts'
import { parseCivilDay } from '#plain/civil-day.ts'
import { type Problem, problemInWords } from '#plain/problem.ts'
import type { Program } from '#rules/core/core.ts'
import { leave } from '#rules/core/leaving.ts'
import { checkDefinition, lowerDecision } from '#rules/core/lower-decision.ts'
import type { Ran, Surroundings } from '#rules/core/running.ts'
import { adviceCodes } from '#rules/read/check-book.ts'
import { readRules } from '#rules/read/read-rules.ts'
import { closuresOf } from '#rules/run/closures.ts'

/** Rules written in a test as their blocks, lowered and asked. Facts go in as stored: cents, days as ISO text. */

const manifest = `pack: harbor
title: Agreement of the Harbor teachers
short: Harbor
parties: [Harbor District, Harbor Teachers]
term: {from: 2010-07-01, through: 2013-06-30}
state: invented
`

export interface Asked {
  readonly programs: ReadonlyMap<string, Program>
  readonly problems: readonly Problem[]
}

/** Lowers the blocks: each stands under a clause 6.4.n of its own. */
export function rulesOf(...blocks: readonly string[]): Asked {
  const rules = blocks.map((block, at) => `### 6.4.${at + 1} Rule ${at + 1}\n\nA clause in our own words.\n\n\`\`\`rule\n${block.trim()}\n\`\`\`\n`).join('\n')
  const files = new Map([['agreement.yaml', manifest], ['articles/06-rules.md', `# Article 6: Rules\n\n## 6.4 Rules\n\nSome rules.\n\n${rules}`]])
  const pack = readPack(files)
  if (!pack.ok) throw new Error(pack.problem.what)
  const book = readRules(pack.value, files)
  const lowered = book.decisions.map((decision) => ({ name: decision.name, ...lowerDecision(book, decision) }))
  const problems = [...book.problems.filter((it) => !adviceCodes.has(it.code)), ...book.definitions.flatMap((it) => checkDefinition(book, it)), ...lowered.flatMap((it) => it.problems)]
  return { problems, programs: new Map(lowered.flatMap((it) => (it.program === null ? [] : [[it.name, it.program] as const]))) }
}

/** The problems in words. */
export function refusalsOf(...blocks: readonly string[]): readonly string[] {
  return [...new Set(rulesOf(...blocks).problems.map((it) => `${it.where.line}, ${it.where.clause}: ${problemInWords({ ...it, where: {} })}`))]
}

export function programOf(blocks: readonly string[], name?: string): Program {
  const { programs, problems } = rulesOf(...blocks)
  if (problems.length > 0) throw new Error(problems.map((it) => problemInWords(it)).join('\n'))
  const program = name === undefined ? [...programs.values()][0] : programs.get(name)
  if (program === undefined) throw new Error(`There is no decision ${name ?? ''}.`)
  return program
}

export const noCalendars: CalendarSet = { name: 'none', kinds: new Map(), named: new Map() }

/** The facts by slot; `2010-11-01` becomes its day, amounts are cents already. */
export function factsFor(program: Program, facts: Readonly<Record<string, unknown>>): readonly unknown[] {
  return program.facts.map((slot) => {
    const value = facts[slot.name]
    return slot.type.is === 'date' && typeof value === 'string' ? parseCivilDay(value) : value
  })
}

/** Runs it and gives the answers as they leave, or what else came of it in few words. */
export function ask(program: Program, facts: Readonly<Record<string, unknown>>, around: Partial<Surroundings> = {}, readings: readonly number[] = []): unknown {
  return inWords(program, closuresOf(program, readings).run(factsFor(program, facts), { asOf: null, calendars: noCalendars, ...around }))
}

export function inWords(program: Program, ran: Ran): unknown {
  switch (ran.status) {
    case 'answered':
      return Object.fromEntries(program.gives.map((give, at) => [give.name, leave(give.type, ran.value[at])]))
    case 'needs':
      return { needs: [...ran.facts.map((at) => program.facts[at]?.name), ...(ran.asOf ? ['as of'] : [])] }
    case 'not covered':
      return { 'not covered': ran.why }
    case 'trouble':
      return { trouble: ran.trouble.is }
  }
}
