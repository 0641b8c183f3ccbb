import { sayProblem, usageError, type Call, type Command } from '#cli/command.ts'
import { exitCodes } from '#cli/exit-codes.ts'
import { openPack } from '#cli/open-pack.ts'
import { wrap } from '#cli/terminal.ts'
import type { LoadedDecision } from '#determinations/loaded-pack.ts'
import { questionOfFact } from '#determinations/question-of-fact.ts'
import type { Fact, FactType } from '#rules/rule-book.ts'

/** `steward decisions`: every question that a pack answers, with its clauses and facts. */
export const decisionsCommand: Command = {
  name: 'decisions',
  summary: 'list the questions that an agreement answers',
  usage: 'steward decisions PACK [NAME] [--json]',
  about: 'Lists each decision with the question that it answers and its clauses; with a NAME, one decision with the facts that it needs and the answers that it gives.',
  options: { json: { type: 'boolean' } },
  optionWords: { '--json': 'the list as data, with the facts and answers of each' },
  examples: [{ type: 'steward decisions sample', says: 'what the sample agreement answers' }],
  run: async (call) => {
    const [named, name, ...more] = call.words
    if (named === undefined || more.length > 0) return usageError(call, decisionsCommand, 'Name one pack.')
    const pack = await openPack(named)
    if (!pack.ok) {
      sayProblem(call, pack.problem)
      return exitCodes.unreadable
    }
    const chosen = [...pack.value.decisions.values()].filter((it) => name === undefined || it.decision.name === name)
    if (name !== undefined && chosen.length === 0) {
      call.terminal.err(`${pack.value.pack.name} has no decision named ${name}. "steward decisions ${named}" lists them.`)
      return exitCodes.notThere
    }
    if (call.options['json'] === true) call.terminal.out(JSON.stringify(chosen.map(asData), null, 1))
    else call.terminal.out([...chosen.map((it) => (name === undefined ? brief(it, call) : whole(it, call))), ...(name === undefined ? ['', `${chosen.length} decisions.`] : [])].join('\n'))
    return exitCodes.done
  },
}

function brief({ decision, program }: LoadedDecision, call: Call): string {
  const { paint } = call.terminal
  return `${paint('cyan', decision.name)}  ${paint('dim', decision.clauses.join(', '))}${program === null ? paint('red', '  has an error') : ''}\n${wrap(decision.asks, Math.min(call.terminal.width, 100), 2)}`
}

function whole(loaded: LoadedDecision, call: Call): string {
  const { decision } = loaded
  const { paint } = call.terminal
  const width = Math.min(call.terminal.width, 100)
  const facts = decision.facts.map((fact) => wrap(`${paint('cyan', fact.name)}${fact.optional ? ' (optional)' : ''}  ${typeWords(fact.type)}. ${questionOfFact(fact)}${fact.judgedBy === null ? '' : ` Judged by ${fact.judgedBy}.`}`, width, 4))
  const gives = decision.gives.map((give) => wrap(`${paint('cyan', give.name)}  ${typeWords(give.type)}${give.note === null ? '' : `. ${give.note}`}`, width, 4))
  return [brief(loaded, call), '', facts.length === 0 ? '  It needs no facts.' : '  It needs', ...facts, '', '  It gives', ...gives].join('\n')
}

function asData({ decision }: LoadedDecision): Readonly<Record<string, unknown>> {
  return {
    decision: decision.name,
    clauses: decision.clauses,
    asks: decision.asks,
    facts: decision.facts.map(factData),
    gives: decision.gives.map((give) => ({ name: give.name, type: typeWords(give.type), unit: give.unit, note: give.note })),
  }
}

function factData(fact: Fact): Readonly<Record<string, unknown>> {
  const { name, type, optional, judgedBy, min, max, unit, note } = fact
  return { name, type: type.is, ...(type.is === 'choice' ? { of: type.of } : {}), optional, judgedBy, min, max, unit, note, asks: questionOfFact(fact) }
}

function typeWords(type: FactType): string {
  if (type.is === 'choice') return `one of ${type.of.join(', ')}`
  if (type.is === 'list') return `list of ${typeWords(type.items)}`
  if (type.is === 'record') return `record of ${type.fields.map((field) => field.name).join(', ')}`
  return type.is
}
