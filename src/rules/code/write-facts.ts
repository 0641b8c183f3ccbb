import type { CoreType, FactSlot } from '#rules/core/core.ts'
import { leave } from '#rules/core/leaving.ts'
import { boundsOfType, isInt32 } from './bounds.ts'
import { literal } from './literal.ts'
import { constant, constantOfText, leaveNow, line, type Writing } from './writing.ts'

/** Writes how facts come in: `x2` is fact 2 as given, `f2` as the code uses it (choices by code, `null` where an optional one was left out). What is no value of its type leaves. */

export function writeFacts(w: Writing): void {
  for (const at of [...w.uses.facts].sort((a, b) => a - b)) {
    const slot = w.program.facts[at]
    if (slot === undefined) continue
    line(w, `let x${at} = ${given(w, at, slot)}`)
    if (slot.missingMeans !== undefined) line(w, `if (x${at} === undefined || x${at} === null) x${at} = ${literal(w.edge === 'json' ? leave(slot.type, slot.missingMeans) : slot.missingMeans)}`)
    if (!w.maybe.has(at)) writeFact(w, at, slot)
    else {
      line(w, `f${at} = null`)
      line(w, `if (x${at} !== undefined && x${at} !== null) {`)
      writeFact(w, at, slot)
      line(w, '}')
    }
  }
}

function given(w: Writing, at: number, slot: FactSlot): string {
  if (w.edge === 'json') return `r[${literal(slot.name)}]`
  return w.edge === 'stored' ? `r[${at}]` : `c${at}[i]`
}

function writeFact(w: Writing, at: number, slot: FactSlot): void {
  const [f, x] = [`f${at}`, `x${at}`]
  if (slot.type.is === 'choice') return writeChoice(w, f, x, slot.type.of)
  if (w.edge !== 'json') {
    line(w, `${f} = ${x}`)
    return leaveNow(w, `${f} === undefined`)
  }
  writeJson(w, f, x, slot.type)
}

function writeJson(w: Writing, f: string, x: string, type: CoreType): void {
  switch (type.is) {
    case 'number':
      return writeNumber(w, f, x, type)
    case 'boolean':
      line(w, `${f} = ${x}`)
      return leaveNow(w, `${f} !== true && ${f} !== false`)
    case 'text':
      line(w, `${f} = ${x}`)
      return leaveNow(w, `typeof ${f} !== "string"`)
    case 'date':
      w.uses.functions.add('dayFromText')
      line(w, `${f} = dayFromText(${x})`)
      return leaveNow(w, `${f} === -2147483648`)
    case 'time':
      w.uses.functions.add('minuteFromText')
      line(w, `${f} = minuteFromText(${x})`)
      return leaveNow(w, `${f} === -1`)
    default:
      w.uses.functions.add('fromJson')
      line(w, `${f} = fromJson(${constant(w, type)}, ${x})`)
      return leaveNow(w, `${f} === undefined`)
  }
}

/** Cents and other decimals: times `per`, rounded, and shown to be that very number again. */
function writeNumber(w: Writing, f: string, x: string, type: Extract<CoreType, { is: 'number' }>): void {
  const bounds = boundsOfType(type)
  if (type.per === 1 && isInt32(bounds)) {
    line(w, `${f} = ${x}`)
    // Whole, a 32-bit number, and between its bounds: the difference taken without a sign is too large on either side.
    return leaveNow(w, `(${f} | 0) !== ${f} || ((${f} - ${literal(bounds.low)}) >>> 0) > ${bounds.high - bounds.low}`)
  }
  leaveNow(w, `typeof ${x} !== "number"`)
  line(w, `${f} = Math.round(${type.per === 1 ? x : `${x} * ${type.per}`}) + 0`)
  leaveNow(w, `${f}${type.per === 1 ? '' : ` / ${type.per}`} !== ${x} || ${f} < ${literal(bounds.low)} || ${f} > ${literal(bounds.high)}`)
}

function writeChoice(w: Writing, f: string, x: string, of: readonly string[]): void {
  if (w.edge === 'columns') {
    line(w, `${f} = ${x}`)
    return leaveNow(w, `!(${f} < ${of.length})`)
  }
  if (of.length <= 8) {
    line(w, `${f} = ${of.map((it, code) => `${x} === ${literal(it)} ? ${code} : `).join('')}-1`)
    return leaveNow(w, `${f} < 0`)
  }
  const map = constantOfText(w, `new Map(${literal(of.map((it, code) => [it, code]))})`)
  line(w, `${f} = ${map}.get(${x})`)
  leaveNow(w, `${f} === undefined`)
}
