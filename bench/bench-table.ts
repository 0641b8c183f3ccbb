import type { Measure } from './bench.ts'

/** Lays measures out as a table for the terminal: ours, what stands beside it, the ratio, the target. */

const head = ['', 'ours', 'beside', '', 'ratio', 'target', '']

export function benchTable(measures: readonly Measure[]): string {
  const rows = [head, ...measures.map(row)]
  const widths = head.map((_, column) => Math.max(...rows.map((cells) => (cells[column] ?? '').length)))
  return rows.map((cells) => cells.map((cell, column) => (column === 0 || column === 3 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  ').trimEnd()).join('\n')
}

/** Whether no target was passed. */
export function targetsMet(measures: readonly Measure[]): boolean {
  return measures.every((it) => it.target === undefined || it.value <= it.target)
}

function row(it: Measure): string[] {
  const beside = it.beside === undefined ? ['', '', ''] : [figure(it.beside.value, it.unit), it.beside.name, `${(it.value / it.beside.value).toPrecision(2)} x`]
  const met = it.target === undefined ? ['', ''] : [`< ${figure(it.target, it.unit)}`, it.value <= it.target ? 'met' : 'MISSED']
  return [it.what, figure(it.value, it.unit), ...beside, ...met]
}

function figure(value: number, unit: string): string {
  return `${value >= 100 ? Math.round(value) : Number(value.toPrecision(3))} ${unit}`
}
