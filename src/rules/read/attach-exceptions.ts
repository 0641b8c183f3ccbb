import { problem, type Problem } from '#plain/problem.ts'
import type { Expression } from '#rules/feel/expression.ts'
import { printExpression } from '#rules/feel/print-expression.ts'
import { allOf, call, text } from '#rules/read/make-expression.ts'
import { didYouMean } from '#rules/read/nearest-word.ts'
import type { WrittenException } from '#rules/read/read-exception.ts'
import type { Decision, Definition, Exception, Value } from '#rules/rule-book.ts'

/** Puts each exception to the value that it defeats, in the order in which they are asked: one that yields comes after those it yields to. */
export function attachExceptions<T extends Decision | Definition>(blocks: readonly T[], written: readonly WrittenException[], known: Set<string>): T[] {
  if (written.length === 0) return [...blocks]
  return blocks.map((block) => {
    const values = block.values.map((value): Value => {
      const own = written.filter(({ to }) => isMeant(to, block, value))
      for (const { exception } of own) known.add(exception.name)
      return own.length === 0 ? value : { ...value, exceptions: [...bothHold(own), ...inOrder(own).map(({ exception }) => exception)] }
    })
    return { ...block, values }
  })
}

/** `decision.value`; the name of a block alone means the value of the same name, or its only one. Of a limit it is the bound that is defeated: what is counted stays. */
function isMeant(to: string, block: Decision | Definition, value: Value): boolean {
  const named = block.values.find((one) => to === `${block.name}.${one.name}` || (to === block.name && one.name === block.name))
  const own = block.values.filter((one) => one.kind !== 'figure' && one.kind !== 'part')
  const meant = named ?? (to === block.name && own.length === 1 ? own[0] : undefined)
  if (meant?.kind === 'limit') return value.name === `${meant.name}_limit`
  return meant === value
}

/** Tells the exceptions that defeat nothing, yield to nobody, or may hold together with another without saying which yields. */
export function checkExceptions(written: readonly WrittenException[], attached: ReadonlySet<string>, targets: readonly string[], problems: Problem[]): void {
  for (const { exception, to, yieldsTo } of written) {
    if (!attached.has(exception.name)) problems.push(problem('rules/unknown-target', `The exception "${exception.name}" is to "${to}", and there is no such value.`, `${didYouMean(to, targets)}Write "to: decision.value", or the name of a definition.`, exception.at))
    for (const other of yieldsTo) {
      if (written.some((one) => one.exception.name === other && one.to === to)) continue
      problems.push(problem('rules/unknown-target', `The exception "${exception.name}" yields to "${other}", which is no exception to "${to}".`, `${didYouMean(other, written.map((one) => one.exception.name))}Name an exception to the same value.`, exception.at))
    }
  }
  for (const [first, second] of pairs(written)) {
    if (settled(first, second, written)) continue
    const ring = first.yieldsTo.length > 0 && second.yieldsTo.length > 0
    const [what, next] = ring
      ? [`"${first.exception.name}" and "${second.exception.name}" yield to one another.`, 'Take one "yields to" away.']
      : [`"${first.exception.name}" and "${second.exception.name}" are both exceptions to "${second.to}" and may hold at once.`, `Say "yields to: ${first.exception.name}" in the one that gives way.`]
    problems.push(problem('rules/two-exceptions', what, next, second.exception.at))
  }
}

/** Where two exceptions hold and neither yields, nobody answers. */
function bothHold(own: readonly WrittenException[]): Exception[] {
  return pairs(own).flatMap(([one, other]) => {
    if (settled(one, other, own)) return []
    const [first, second] = [one.exception, other.exception]
    const why = text(`"${first.name}" and "${second.name}" both hold, and neither yields to the other.`)
    return [{ ...second, name: `${first.name}_and_${second.name}`, when: allOf([first.when, second.when]), instead: call('not covered', why) }]
  })
}

/** Two of the same target each, in the order of the pack. */
function pairs(written: readonly WrittenException[]): (readonly [WrittenException, WrittenException])[] {
  return written.flatMap((one, at) => written.slice(0, at).flatMap((earlier) => (earlier.to === one.to ? [[earlier, one] as const] : [])))
}

/** One yields to the other and not, by whatever way, the other to it; or they never hold together. */
function settled(one: WrittenException, other: WrittenException, written: readonly WrittenException[]): boolean {
  if (one.unread === true || other.unread === true || neverBoth(one.exception.when, other.exception.when)) return true
  if (!one.yieldsTo.includes(other.exception.name) && !other.yieldsTo.includes(one.exception.name)) return false
  return !(yields(one, other, written, new Set()) && yields(other, one, written, new Set()))
}

function yields(one: WrittenException, other: WrittenException, written: readonly WrittenException[], seen: Set<WrittenException>): boolean {
  if (seen.has(one)) return false
  seen.add(one)
  return one.yieldsTo.some((name) => name === other.exception.name || written.some((next) => next.to === one.to && next.exception.name === name && yields(next, other, written, seen)))
}

/** Both ask the same thing to be two different words or figures, or one asks what the other denies. */
function neverBoth(a: Expression, b: Expression): boolean {
  const conditions = conjuncts(b)
  return conjuncts(a).some((left) => conditions.some((right) => clash(left, right)))
}

function clash(a: Expression, b: Expression): boolean {
  if (isNotOf(a, b) || isNotOf(b, a)) return true
  if (a.is !== 'binary' || b.is !== 'binary' || a.sign !== '=' || b.sign !== '=') return false
  return isConstant(a.right) && isConstant(b.right) && printExpression(a.left) === printExpression(b.left) && printExpression(a.right) !== printExpression(b.right)
}

function isConstant(it: Expression): boolean {
  return it.is === 'name' || it.is === 'text' || it.is === 'number' || it.is === 'boolean'
}

function isNotOf(a: Expression, b: Expression): boolean {
  const denied = a.is === 'call' && a.name === 'not' ? a.arguments[0]?.value : undefined
  return denied !== undefined && printExpression(denied) === printExpression(b)
}

function conjuncts(it: Expression): Expression[] {
  return it.is === 'binary' && it.sign === 'and' ? [...conjuncts(it.left), ...conjuncts(it.right)] : [it]
}

function inOrder(own: readonly WrittenException[]): WrittenException[] {
  const placed: WrittenException[] = []
  let waiting = own.toSorted((a, b) => Number(b.unread ?? false) - Number(a.unread ?? false))
  while (waiting.length > 0) {
    const free = waiting.filter((one) => !one.yieldsTo.some((other) => waiting.some((rest) => rest.exception.name === other)))
    // A ring of yielding: in the order of the pack.
    const next = free.length > 0 ? free : waiting
    placed.push(...next)
    waiting = waiting.filter((one) => !next.includes(one))
  }
  return placed
}
