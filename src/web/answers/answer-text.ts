import type { AnswerView, WorkingNode } from '#web/answers/answer-shapes.ts'

/** An answer as plain text with its citations, to be put into a letter or a message as it stands. */
export function answerText(view: Omit<AnswerView, 'text'>, agreement: string, origin: string): string {
  const parts = [
    [view.asks],
    view.given.map((it) => `${it.asks} ${it.value}`),
    [view.status === 'determined' ? '' : `${view.title}. ${view.says}`.trim(), ...valueLines(view)],
    view.readings.map((it, at) => `Reading ${at + 1}: ${it.says}. ${it.values.map(({ name, value }) => `${name}: ${value}`).join('; ')}`),
    [...(view.next === null ? [] : [`It turns on: ${view.next.asks}`]), ...view.needs],
    view.accounts.flatMap((it) => [`${it.says} (${it.clause.anchor}).`, ...it.skipped.map((span) => `  not counted: ${span}`)]),
    view.warnings.map((it) => `Mind: ${it.says}${it.clause === null ? '' : ` (${it.clause.anchor})`}`),
    view.law.map((it) => `The law beside it: ${it.statute}. ${it.says}`),
    view.leftToPeople.length === 0 ? [] : [`Left to people: ${view.leftToPeople.map((it) => `“${it}”`).join(', ')}.`],
    view.working.length === 0 ? [] : ['How it comes about:', ...view.working.flatMap((it) => workingLines(it, 1))],
    [`Clauses: ${view.clauses.map((it) => (it.heading === '' ? it.anchor : `${it.anchor} ${it.heading}`)).join('; ')}`, agreement, origin + view.path],
  ]
  return parts.map((lines) => lines.filter((line) => line !== '').join('\n')).filter((part) => part !== '').join('\n\n')
}

function valueLines({ values }: Pick<AnswerView, 'values'>): readonly string[] {
  return values.flatMap(({ name, value, table }) => (table === null ? [`${name}: ${value}`] : [`${name}:`, ...table.rows.map((row) => `  ${row.map((cell, at) => `${table.head[at]} ${cell}`).join(', ')}`)]))
}

function workingLines(node: WorkingNode, depth: number): readonly string[] {
  const indent = '  '.repeat(depth)
  const clause = node.clause === null ? '' : ` (${node.clause.anchor})`
  const why = node.why === '' ? [] : [`${indent}  ${node.why}`]
  const uses = node.uses.length === 0 ? [] : [`${indent}  with ${node.uses.join(', ')}`]
  return [`${indent}${node.name}: ${node.value}${clause}${node.again ? ', as above' : ''}`, ...why, ...uses, ...node.from.flatMap((it) => workingLines(it, depth + 1))]
}
