/** The kinds of findings in words for people, one and many. */
const kinds: Record<string, readonly [title: string, says: string]> = {
  'duplicate-number': ['Number printed twice', 'Two clauses carry the same number.'],
  'missing-number': ['Number left out', 'The numbering skips a clause.'],
  'out-of-order': ['Out of order', 'A clause stands where its number does not belong.'],
  'dangling-reference': ['Points at nothing', 'A reference names a clause that is not there.'],
  'suspect-reference': ['Points at the wrong place', 'A reference leads to a clause on another matter.'],
  'undefined-term': ['Word without a definition', 'A word is used as if it were defined, and is not.'],
  'competing-definitions': ['Defined twice', 'A word is given more than one meaning.'],
  'table-mismatch': ['Figures disagree', 'A table does not match what the text says of it.'],
  'contents-mismatch': ['Contents disagree', 'The table of contents names something else.'],
  noted: ['Noted', 'Found by the careful reader who wrote our summary.'],
  'contradiction-candidate': ['May contradict', 'Two clauses seem to say different things.'],
}

export function kindTitle(kind: string): string {
  return kinds[kind]?.[0] ?? kind.replaceAll('-', ' ')
}

export function kindSays(kind: string): string {
  return kinds[kind]?.[1] ?? ''
}

/** `1 clause`, `1,234 clauses`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`
}
