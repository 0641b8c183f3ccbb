/** The functions of the rule language by name, as docs/rule-language.md lists them; a name of several words is found by its longest match. */

export const FUNCTION_NAMES: readonly string[] = [
  // numbers
  'round half up', 'round half down', 'round half even', 'round up', 'round down', 'floor', 'ceiling', 'abs', 'modulo', 'min', 'max', 'round up to', 'round down to', 'round half up to',
  // lists
  'count', 'sum', 'mean', 'list contains', 'append', 'concatenate', 'distinct values', 'index of', 'reverse', 'sort', 'sublist', 'flatten', 'remove', 'insert before', 'union', 'all', 'any',
  // text
  'string', 'string length', 'substring', 'upper case', 'lower case', 'contains', 'starts with', 'ends with', 'string join', 'split', 'number',
  // dates and times
  'day of week', 'date', 'add days', 'add months', 'add years', 'end of month', 'start of month', 'days apart', 'months apart', 'years apart', 'month text', 'time', 'add minutes', 'minutes apart',
  // school years
  'school year', 'school year start', 'school year end', 'next school year', 'first year of',
  // kinds of day
  'days after', 'days before', 'days between', 'days from', 'is day', 'day on or after', 'day on or before', 'list days', 'days allowed', 'first day', 'last day', 'calendar date',
  // of the question
  'as of', 'on', 'known', 'not covered', 'lot', 'not',
]

/** Names of several words by their first word, longest first, each with the words after the first: `round` to `round half up to`, `round half up` ... */
export const LONGER_NAMES: ReadonlyMap<string, readonly { readonly name: string; readonly words: readonly string[] }[]> = byFirstWord()

/** Functions that ask about a kind of day, which stands as a bare word or a text: at which argument, from 0. */
export const KIND_ARGUMENT: ReadonlyMap<string, number> = new Map([
  ['days after', 2], ['days before', 2], ['days between', 2], ['days from', 2], ['is day', 1], ['day on or after', 1], ['day on or before', 1], ['list days', 2], ['first day', 1], ['last day', 1],
])

function byFirstWord(): Map<string, { name: string; words: readonly string[] }[]> {
  const longer = new Map<string, { name: string; words: readonly string[] }[]>()
  for (const name of FUNCTION_NAMES) {
    const [first = '', ...words] = name.split(' ')
    if (words.length > 0) longer.set(first, [...(longer.get(first) ?? []), { name, words }])
  }
  for (const names of longer.values()) names.sort((a, b) => b.name.length - a.name.length)
  return longer
}
