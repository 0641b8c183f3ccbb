import type { Fact } from '#rules/rule-book.ts'

/** What somebody typed, as the JSON value of the fact; the fact's own check says what is wrong with it. Empty: not known. */
export function typedValue(typed: string, fact: Fact): unknown {
  const text = typed.trim()
  if (text === '' || text === '?') return null
  switch (fact.type.is) {
    case 'boolean':
      return /^(y|yes|true)$/i.test(text) ? true : /^(n|no|false)$/i.test(text) ? false : text
    case 'integer':
    case 'decimal':
    case 'percent':
    case 'money':
      return numberTyped(text)
    case 'choice':
      return choiceTyped(text, fact.type.of)
    case 'time':
      return /^\d:\d{2}$/.test(text) ? `0${text}` : text
    case 'list':
    case 'record':
      return jsonTyped(text)
    default:
      return text
  }
}

function numberTyped(text: string): unknown {
  const plain = text.replace(/^\$\s?/, '').replace(/\s?%$/, '').replace(/,(?=\d{3}\b)/g, '')
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : text
}

/** By its name, its words, or its number in the list from 1. */
function choiceTyped(text: string, of: readonly string[]): string {
  const said = text.toLowerCase().replace(/[\s-]+/g, '_')
  const named = of.find((it) => it.toLowerCase() === said)
  if (named !== undefined) return named
  return /^\d+$/.test(text) ? (of[Number(text) - 1] ?? text) : text
}

function jsonTyped(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text.split(',').map((item) => item.trim())
  }
}
