/** The only way in which anything of a pack reaches written code: as a literal. Names, words and texts are never written as code. */

/** A value as a JavaScript literal that stands for exactly that value. */
export function literal(value: unknown): string {
  if (typeof value === 'number') return numberLiteral(value)
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`
  if (typeof value === 'object' && value !== null) return `{ ${Object.entries(value).map(([name, it]) => `${keyLiteral(name)}: ${literal(it)}`).join(', ')} }`
  if (value === undefined) return 'undefined'
  return textSafe(JSON.stringify(value))
}

/** A name as the key of an object literal; `__proto__` would set the object's prototype unless it is worked out. */
export function keyLiteral(name: string): string {
  const text = textSafe(JSON.stringify(name))
  return name === '__proto__' ? `[${text}]` : text
}

function numberLiteral(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`No rule holds the number ${String(value)}.`)
  if (value === 0) return '0'
  return value < 0 ? `(${String(value)})` : String(value)
}

/** In plain ASCII, also safe inside a page: no tag can be closed from within a text, and no line separator ends a line. */
function textSafe(text: string): string {
  return text.replace(/[^ -;=-~]/g, (it) => `\\u${it.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
