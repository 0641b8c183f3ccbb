import type { Sheet } from '#rules/read/block-sheet.ts'
import { checkClause } from '#rules/read/check-clause.ts'
import { expressionOf } from '#rules/read/node-expression.ts'
import type { LawBeside, Warning } from '#rules/rule-book.ts'

/** What stands beside an answer: warnings, and the statute that speaks of the same thing. */

export const lawKeys = ['law']

export function readWarnings(sheet: Sheet): Warning[] {
  return sheet.sheets('warnings').flatMap((one) => {
    one.only(['when', 'says', 'clause'])
    const says = one.needed('says')
    const when = one.expression('when')
    if (says === null || (when === null && one.has('when'))) return []
    return [{ when, says, clause: checkClause(one, 'clause') }]
  })
}

export function readLaw(sheet: Sheet): LawBeside[] {
  return sheet.sheets('law').flatMap((one) => {
    one.only(['statute', 'certainty', 'gives', 'law when', 'why'])
    const statute = one.needed('statute')
    const lawWhen = one.neededExpression('law when')
    const inner = one.sheet('gives')
    const gives = (inner?.map.entries ?? []).map(({ key, value }) => ({ name: key, value: expressionOf(value, one.place) }))
    if (statute === null || lawWhen === null || gives.some(({ value }) => value === null)) return []
    return [{ statute, certainty: one.words('certainty') ?? 'not said', gives: gives.flatMap(({ name, value }) => (value === null ? [] : [{ name, value }])), lawWhen, why: one.words('why') ?? '' }]
  })
}
