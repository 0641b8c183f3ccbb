import type { CoreType } from '#rules/core/core.ts'
import { type Lowering, refuse, type Scope } from '#rules/core/lowering.ts'
import { resolves } from '#rules/core/resolves.ts'
import type { Expression } from '#rules/feel/expression.ts'
import { didYouMean } from '#rules/read/nearest-word.ts'

/** Words where a value is given and nothing says of which choice they are: together they are the choice. Null where there are none. */
export function expectedWords(lowering: Lowering, outputs: readonly Expression[], scope: Scope): CoreType | null {
  const words = outputs.flatMap((it) => wordsOf(lowering, it, scope))
  if (words.length === 0) return null
  const bare = new Set(words.filter((word) => word.bare).map((word) => word.text))
  const known = bare.size === 0 ? [] : [...scope.frame.facts.keys(), ...scope.frame.values.keys(), ...lowering.book.definitions.keys(), ...lowering.book.parameters.keys()]
  for (const word of bare) {
    const near = didYouMean(word, known)
    if (near !== '') refuse(lowering, 'rules/unknown-name', `Nothing is named "${word}" here.`, near.trim())
  }
  return bare.size > 0 ? { is: 'choice', of: [...new Set(words.map((word) => word.text))], orNull: false } : null
}

function wordsOf(lowering: Lowering, it: Expression, scope: Scope): readonly { readonly text: string; readonly bare: boolean }[] {
  if (it.is === 'text') return [{ text: it.text, bare: false }]
  if (it.is === 'name') return resolves(lowering, it.name, scope) ? [] : [{ text: it.name, bare: true }]
  return it.is === 'if' ? [...wordsOf(lowering, it.then, scope), ...wordsOf(lowering, it.else, scope)] : []
}
