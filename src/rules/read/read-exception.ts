import type { Expression } from '#rules/feel/expression.ts'
import type { BlockMap } from '#plain/block/block-node.ts'
import { Sheet, type BlockPlace } from '#rules/read/block-sheet.ts'
import { allOf, binary, call, date, nothing, text, truth } from '#rules/read/make-expression.ts'
import { leftOut } from '#rules/read/left-out.ts'
import { headKeys, readHead } from '#rules/read/read-head.ts'
import type { Exception, RuleHead, RulePlace } from '#rules/rule-book.ts'

/** An exception as its block says it, before it is put to the value that it defeats. */
export interface WrittenException {
  readonly exception: Exception
  /** `class_size.largest`, or the name of a definition. */
  readonly to: string
  readonly yieldsTo: readonly string[]
  /** It could not be read: what it defeats is then answered by nobody, since it may hold. */
  readonly unread?: boolean
}

export function readException(map: BlockMap, name: string, place: BlockPlace): WrittenException | null {
  const sheet = new Sheet(map, place)
  const before = place.problems.length
  sheet.only(['exception', ...headKeys, 'to', 'when', 'instead', 'yields to'])
  const head = readHead(sheet, name, map.line)
  const to = sheet.needed('to')
  const when = sheet.neededExpression('when')
  const instead = readInstead(sheet)
  const yieldsTo = sheet.list('yields to')
  if (to === null) return null
  if (when === null || instead === null || leftOut(place, before)) return unreadException(name, to, head.at)
  return { exception: { name, at: head.at, clauses: head.clauses, when: inForce(head, when), instead }, to, yieldsTo }
}

/** An exception of which no more is known than what it is to. */
export function unreadException(name: string, to: string, at: RulePlace): WrittenException {
  const why = text(`The exception "${name}" cannot be read, so that nobody can say whether it holds.`)
  return { exception: { name, at, clauses: [at.clause], when: truth(true), instead: call('not covered', why) }, to, yieldsTo: [], unread: true }
}

/** An exception with days of force holds on the days between them: it then asks for the day of the question. */
function inForce({ from, until }: RuleHead, when: Expression): Expression {
  const day = call('as of')
  return allOf([...(from === null ? [] : [binary(day, '>=', date(from))]), ...(until === null ? [] : [binary(day, '<=', date(until))]), when])
}

function readInstead(sheet: Sheet): Expression | null {
  if (sheet.words('instead') === 'gives nothing') return nothing()
  return sheet.neededExpression('instead')
}
