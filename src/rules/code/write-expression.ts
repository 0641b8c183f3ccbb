import type { Core } from '#rules/core/core.ts'
import { writeArithmetic } from './write-arithmetic.ts'
import { writeCall } from './write-call.ts'
import { literal, keyLiteral } from './literal.ts'
import { writeEach, writeFilter, writeQuantified, writeSort } from './write-lists.ts'
import { readColumn, readStep } from './give-value.ts'
import { demand } from './write-step.ts'
import { as, branch, codesOf, fresh, isName, leaveNow, line, named, sameList, writeAs, writeStored, type Writing, type Written } from './writing.ts'

/** Writes a part of the core as an expression of JavaScript; what must stand before it is put into the lines of the function. */
export function writeExpression(w: Writing, core: Core): Written {
  switch (core.op) {
    case 'constant':
      return writeConstant(core)
    case 'fact':
    case 'need':
    case 'known':
      return writeFact(w, core)
    case 'step':
      demand(w, core.at)
      return readStep(w, core.at)
    case 'column':
      demand(w, core.at)
      return readColumn(w, core.at, core.column)
    case 'local':
      return w.locals.get(core.at) ?? stored('undefined')
    case 'let':
      return writeLet(w, core)
    case 'parameter':
      return writeParameter(w, core)
    case 'asOf':
      w.uses.asOf = true
      return stored('A')
    case 'sure':
      return writeExpression(w, core.of)
    case 'and':
    case 'or':
      return writeAndOr(w, core)
    case 'not':
      return stored(`!${writeExpression(w, core.of).js}`)
    case 'if':
      return writeIf(w, core)
    case 'compare':
      return stored(`(${writeExpression(w, core.left).js} ${core.sign} ${writeExpression(w, core.right).js})`)
    case 'same':
      return writeSame(w, core.left, core.right)
    case 'not covered':
      leaveNow(w)
      return stored('null')
    default:
      return writeMade(w, core)
  }
}

function stored(js: string): Written {
  return { js, codes: null }
}

function writeMade(w: Writing, core: Core): Written {
  switch (core.op) {
    case 'list':
      return stored(`[${core.items.map((it) => writeStored(w, it)).join(', ')}]`)
    case 'record':
      return stored(`{ ${core.fields.map((it) => `${keyLiteral(it.name)}: ${writeStored(w, it.value)}`).join(', ')} }`)
    case 'field': {
      const of = writeStored(w, core.of)
      const key = `[${literal(core.name)}]`
      if (!core.of.type.orNull) return stored(`${of}${key}`)
      const name = named(w, of)
      return stored(`(${name} === null ? null : ${name}${key})`)
    }
    case 'each':
      return writeEach(w, core)
    case 'filter':
      return writeFilter(w, core)
    case 'some':
    case 'every':
      return writeQuantified(w, core)
    case 'sort':
      return writeSort(w, core)
    case 'call':
      return writeCall(w, core)
    default:
      return stored(writeArithmetic(w, core))
  }
}

function writeConstant(core: Extract<Core, { op: 'constant' }>): Written {
  const codes = codesOf(core)
  if (codes === null || core.value === null) return stored(literal(core.value))
  const code = codes.indexOf(String(core.value))
  return code < 0 ? stored(literal(core.value)) : { js: String(code), codes }
}

function writeFact(w: Writing, core: Extract<Core, { op: 'fact' | 'need' | 'known' }>): Written {
  const slot = w.program.facts[core.at]
  w.uses.facts.add(core.at)
  const name = `f${core.at}`
  if (core.op === 'known') return stored(w.maybe.has(core.at) ? `(${name} !== null)` : 'true')
  const passes = core.op === 'fact' && slot?.optional === true
  if (w.maybe.has(core.at) && !passes && slot?.missingMeans === undefined && !w.flow.known.has(`there ${name}`)) {
    leaveNow(w, `${name} === null`)
    w.flow.known.set(`there ${name}`, { low: 0, high: 0, not: [] })
  }
  return { js: name, codes: slot?.type.is === 'choice' ? slot.type.of : null }
}

function writeLet(w: Writing, core: Extract<Core, { op: 'let' }>): Written {
  const value = writeExpression(w, core.value)
  w.locals.set(core.local, { js: isName(value.js) ? value.js : named(w, value.js), codes: value.codes })
  return writeExpression(w, core.body)
}

function writeParameter(w: Writing, core: Extract<Core, { op: 'parameter' }>): Written {
  if (core.day === null) {
    w.uses.parameters.add(core.at)
    return stored(`P${core.at}`)
  }
  const day = writeExpression(w, core.day).js
  const name = fresh(w)
  w.throws = true
  w.uses.functions.add('parameterOn')
  line(w, `const ${name} = parameterOn(${core.at}, ${day})`)
  return stored(name)
}

function writeAndOr(w: Writing, core: Extract<Core, { op: 'and' | 'or' }>): Written {
  const left = writeExpression(w, core.left).js
  const right = branch(w, () => writeExpression(w, core.right).js)
  if (right.lines.length === 0) return stored(`(${left} ${core.op === 'and' ? '&&' : '||'} ${right.value})`)
  const name = fresh(w)
  line(w, `let ${name} = ${left}`)
  line(w, `if (${core.op === 'and' ? '' : '!'}${name}) {`)
  w.lines.push(...right.lines, `${name} = ${right.value}`, '}')
  return stored(name)
}

function writeIf(w: Writing, core: Extract<Core, { op: 'if' }>): Written {
  const codes = codesOf(core)
  const test = writeExpression(w, core.test).js
  const then = branch(w, () => writeAs(w, core.then, codes))
  const other = branch(w, () => writeAs(w, core.else, codes))
  if (then.lines.length === 0 && other.lines.length === 0) return { js: `(${test} ? ${then.value} : ${other.value})`, codes }
  const name = fresh(w)
  line(w, `let ${name}`)
  line(w, `if (${test}) {`)
  w.lines.push(...then.lines, `${name} = ${then.value}`, '} else {', ...other.lines, `${name} = ${other.value}`, '}')
  return { js: name, codes }
}

const plain = new Set(['number', 'date', 'time', 'boolean', 'text', 'choice', 'nothing'])

function writeSame(w: Writing, left: Core, right: Core): Written {
  const [a, b] = [writeExpression(w, left), writeExpression(w, right)]
  if (a.js === 'null' || b.js === 'null') return stored(`(${a.js} === ${b.js})`)
  if (sameList(a.codes, b.codes)) return stored(plain.has(left.type.is) && plain.has(right.type.is) ? `(${a.js} === ${b.js})` : deeply(w, a.js, b.js))
  const [fixed, coded] = a.codes === null ? [a, b] : [b, a]
  if (fixed.js.startsWith('"') && coded.codes !== null) return stored(`(${coded.js} === ${coded.codes.indexOf(JSON.parse(fixed.js) as string)})`)
  const [x, y] = [as(w, a, null, left.type.orNull), as(w, b, null, right.type.orNull)]
  return stored(plain.has(left.type.is) && plain.has(right.type.is) ? `(${x} === ${y})` : deeply(w, x, y))
}

function deeply(w: Writing, a: string, b: string): string {
  w.uses.functions.add('sameValue')
  return `sameValue(${a}, ${b})`
}
