import type { Expression } from '#rules/feel/expression.ts'
import { KIND_ARGUMENT } from '#rules/feel/function-names.ts'
import { partsOf } from '#rules/feel/parts-of.ts'

/**
 * The names that an expression uses from outside, in the order of the text, each once: facts, values, definitions, figures, words of a choice.
 * Names that it binds itself, `item` inside a filter and kinds of day are none of them; fields that a filter asks for by their bare names are, since only types tell them apart.
 */
export function namesIn(expression: Expression): readonly string[] {
  const found = new Set<string>()
  collect(expression, new Set(), found)
  return [...found]
}

/** The functions, definitions and decisions that an expression calls, in the order of the text, each once. */
export function callsIn(expression: Expression): readonly string[] {
  const found = new Set<string>()
  const look = (it: Expression): void => {
    if (it.is === 'call') found.add(it.name)
    partsOf(it).forEach(look)
  }
  look(expression)
  return [...found]
}

function collect(it: Expression, bound: ReadonlySet<string>, found: Set<string>): void {
  if (it.is === 'name') {
    if (!bound.has(it.name)) found.add(it.name)
  } else if (it.is === 'for' || it.is === 'some' || it.is === 'every') {
    collect(it.list, bound, found)
    collect(it.is === 'for' ? it.body : it.test, new Set([...bound, it.name]), found)
  } else if (it.is === 'function') collect(it.body, new Set([...bound, ...it.parameters]), found)
  else if (it.is === 'filter') {
    collect(it.of, bound, found)
    collect(it.by, new Set([...bound, 'item']), found)
  } else if (it.is === 'call') collectCall(it, bound, found)
  else for (const part of partsOf(it)) collect(part, bound, found)
}

function collectCall(it: Expression & { is: 'call' }, bound: ReadonlySet<string>, found: Set<string>): void {
  const kindAt = KIND_ARGUMENT.get(it.name)
  it.arguments.forEach((argument, index) => {
    const isKind = argument.value.is === 'name' && (index === kindAt || argument.name === 'kind')
    if (!isKind || kindAt === undefined) collect(argument.value, bound, found)
  })
}
