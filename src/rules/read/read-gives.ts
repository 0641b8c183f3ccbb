import { Sheet } from '#rules/read/block-sheet.ts'
import { checkName } from '#rules/read/check-names.ts'
import { call, name as named, text } from '#rules/read/make-expression.ts'
import { didYouMean } from '#rules/read/nearest-word.ts'
import { entriesOf, readType, typeKeys } from '#rules/read/read-types.ts'
import type { Fact, Give } from '#rules/rule-book.ts'

/** The answers of a decision under `gives:`: each with its type and the expression or value that it is. */

const giveKeys = [...typeKeys, 'is', 'null without', 'unit', 'note']

export function readGives(sheet: Sheet, facts: readonly Fact[], names: ReadonlySet<string>): Give[] {
  return entriesOf(sheet, 'gives').flatMap(({ key, line, entry }) => {
    if (entry === null) return []
    entry.only(giveKeys)
    checkName(key, 'answer', line, entry.place)
    const type = readType(entry, `The answer "${key}"`)
    const is = entry.has('is') ? entry.expression('is') : named(key)
    if (!entry.has('is') && !names.has(key)) {
      entry.tell('rules/unknown-value', `The answer "${key}" is no value of this decision.`, `${didYouMean(key, names)}Add a value of that name, or say "is: ..." in the answer.`, line)
    }
    // An answer that cannot be worked out must not be left out in silence: nobody answers the question then.
    const known = is !== null && (entry.has('is') || names.has(key)) ? is : call('not covered', text(`The rule of "${key}" cannot be read.`))
    return type === null ? [] : [{ name: key, type, is: known, nullWithout: readNullWithout(entry, facts), unit: entry.words('unit'), note: entry.words('note'), at: entry.at(line) }]
  })
}

function readNullWithout(entry: Sheet, facts: readonly Fact[]): string[] {
  return entry.list('null without').filter((word) => {
    const fact = facts.find((one) => one.name === word)
    if (fact?.optional === true) return true
    const next = fact === undefined ? `${didYouMean(word, facts.map((one) => one.name))}Name a fact of this decision.` : 'Say "optional: true" of the fact, or take it out here.'
    entry.tell('rules/null-without', fact === undefined ? `"null without" names "${word}", and there is no such fact.` : `"null without" names "${word}", which is not optional.`, next, entry.lineOf('null without'))
    return false
  })
}
