import type { Fact, FactType } from '#rules/rule-book.ts'
import type { Need } from '#determinations/determination.ts'

/** The question that a missing fact puts to a person: the author's own, or made from its name and note. */
export function questionOfFact(fact: Fact): string {
  if (fact.ask !== null) return fact.ask
  const question = `${capital(fact.name.replaceAll('_', ' '))}: ${wanted(fact.type, fact.unit)}?`
  return fact.note === null ? question : `${question} (${fact.note})`
}

/** The need of a fact: what to ask, and which clause turns on it or who judges it. */
export function needOfFact(fact: Fact, judgedBy: string | null): Need {
  const question = questionOfFact(fact)
  if (judgedBy === null) return { input: fact.name, why: `${question} ${clauseWords(fact.at.clause)} turns on it.` }
  return { input: fact.name, why: `${question} ${clauseWords(fact.at.clause)} leaves it to ${judgedBy}.`, judgedBy }
}

/** `Clause 6.4.1`; an appendix goes by its own name. */
export function clauseWords(clause: string): string {
  return /^[A-Z]/.test(clause) ? clause : `Clause ${clause}`
}

function wanted(type: FactType, unit: string | null): string {
  switch (type.is) {
    case 'boolean':
      return 'yes or no'
    case 'choice':
      return type.of.map((it) => it.replaceAll('_', ' ')).join(', ')
    case 'date':
      return 'which day'
    case 'time':
      return 'what time'
    case 'money':
      return 'how many dollars'
    case 'percent':
      return 'how many percent'
    case 'integer':
    case 'decimal':
      return `how many${unit === null ? '' : ` ${unit.replaceAll('_', ' ')}`}`
    case 'list':
      return 'which ones'
    default:
      return 'what is it'
  }
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
