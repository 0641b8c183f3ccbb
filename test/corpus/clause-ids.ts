/** How addresses and titles are compared: the ids under which a clause may stand in an outline, and the shape by which sections are told from deeper clauses. */
import type { Clause } from '#book/book.ts'
import type { GoldOutline } from './corpus.ts'

/** The anchor without the `-2` of a repeated number, and the number as printed: in that order, plain. */
export function clauseIds(clause: Clause): string[] {
  const printed = plainId(clause.number ?? '')
  const address = plainId(withoutRepeat(clause))
  return printed === '' || printed === address ? [address] : [address, printed]
}

/** One form for `7.4.2(b)`, `7.4.2.b` and `7.4.2.b.`. */
export function plainId(id: string): string {
  return id.split(/[^\p{L}\p{N}-]+/u).filter((part) => part !== '').join('.')
}

/** `6.4` and `12.10` are `#.9`, `I.A` is `#.A`, `6.4.b` is `#.9.a`; an item in brackets, `6(4)`, is `#.()` and so no section. The article's own number does not matter. */
export function shapeOf(address: string): string {
  const [, ...rest] = address.replace(/\([^)]*\)/g, '.()').split('.').filter((part) => part !== '')
  return ['#', ...rest.map(shapeOfPart)].join('.')
}

/** The shape of a clause by its address. */
export function shapeOfClause(clause: Clause): string {
  return shapeOf(withoutRepeat(clause))
}

/** The shapes that the sections of this outline have. */
export function sectionShapes(gold: GoldOutline): ReadonlySet<string> {
  return new Set(gold.articles.flatMap((article) => article.sectionIds.map(shapeOf)))
}

/** A title as it is compared: letters and figures only, small. */
export function plainTitle(title: string): string {
  return title.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}

function shapeOfPart(part: string): string {
  if (part === '()') return '()'
  if (/^\d+$/.test(part)) return '9'
  if (/^\p{Lu}+$/u.test(part)) return 'A'
  return /^\p{Ll}+$/u.test(part) ? 'a' : 'x'
}

function withoutRepeat(clause: Clause): string {
  const repeat = /-\d+$/.exec(clause.anchor)?.[0]
  if (repeat === undefined || clause.number?.trim().replace(/[.)\s]+$/, '').endsWith(repeat) === true) return clause.anchor
  return clause.anchor.slice(0, -repeat.length)
}
