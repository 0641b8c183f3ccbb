import { civilText } from '#plain/civil-day.ts'
import { constantOf } from '#rules/check/constant-of.ts'
import type { Expression, UnaryTest, UnaryTests } from '#rules/feel/expression.ts'
import { printAmount, printExpression } from '#rules/feel/print-expression.ts'
import type { FactType } from '#rules/rule-book.ts'

/** What is known of a column before any row: its type, its limits in the fact's own unit (dollars, not cents), and whether it may be null. */
export interface ColumnType {
  readonly type: FactType
  readonly orNull: boolean
  readonly min: number | null
  readonly max: number | null
}

/** A column cut into parts that no cell divides: each cell fits all of a part or nothing of it. */
export interface ColumnParts {
  readonly count: number
  /** By row, by part: 1 fits, 0 does not; null where the cell compares with something that is no constant. */
  readonly fits: readonly (Uint8Array | null)[]
  /** A value of the part as the table would write it. */
  readonly example: (part: number) => string
}

/** Cuts a column at every figure that its cells name. */
export function columnParts(cells: readonly UnaryTests[], column: ColumnType): ColumnParts {
  const { type } = column
  if (type.is === 'boolean') return enumerated(cells, column, [true, false])
  if (type.is === 'choice') return enumerated(cells, column, type.of)
  if (type.is === 'text') return enumerated(cells, column, [...new Set(cells.flatMap(cell => equalsOf(cell)).map(it => constantOf(it, type)).filter(it => typeof it === 'string')), otherText])
  if (type.is === 'list' || type.is === 'record') return { count: 1, fits: cells.map(cell => (isEverything(cell) ? Uint8Array.of(1) : null)), example: () => 'any' }
  const symbol = onlySymbol(cells, type)
  return symbol === null ? ordered(cells, column) : symbolic(cells, symbol)
}

const otherText = '\u0000'

export function isEverything(cell: UnaryTests): boolean {
  return cell.any.length === 0 && !cell.not
}

/** Whether the author of the column thought of a value that was left out; else a row's tests simply ask for it. */
function mentionsNull(cells: readonly UnaryTests[], column: ColumnType): boolean {
  return column.orNull && cells.some(cell => equalsOf(cell).some(it => it.is === 'null'))
}

function equalsOf(cell: UnaryTests): readonly Expression[] {
  return cell.any.flatMap(test => (test.is === 'equals' ? (test.value.is === 'list' ? test.value.items : [test.value]) : []))
}

function enumerated(cells: readonly UnaryTests[], column: ColumnType, values: readonly (string | boolean)[]): ColumnParts {
  const all: readonly (string | boolean | null)[] = mentionsNull(cells, column) ? [...values, null] : values
  const fits = cells.map(cell => {
    if (isEverything(cell)) return new Uint8Array(all.length).fill(1)
    const named = equalsOf(cell).map(it => constantOf(it, column.type))
    if (cell.any.some(test => test.is !== 'equals') || named.includes(undefined)) return null
    return Uint8Array.from(all, value => (value === null && cell.not && !named.includes(null) ? 0 : Number(named.includes(value) !== cell.not)))
  })
  return { count: all.length, fits, example: part => wordFor(all[part] ?? null) }
}

function wordFor(value: string | boolean | null): string {
  return value === null ? 'left out' : value === otherText ? 'any other text' : String(value)
}

/** A closed stretch of places on the column's line. */
type Stretch = readonly [number, number]

/** Where the figures of an ordered column lie: whole steps where it steps (pupils, cents, days, minutes), else a place for each figure and one for each gap between. */
interface Line {
  readonly below: (figure: number) => number
  readonly at: (figure: number) => number | null
  readonly above: (figure: number) => number
  readonly first: number
  readonly last: number
}

function ordered(cells: readonly UnaryTests[], column: ColumnType): ColumnParts {
  const { type } = column
  const unit = type.is === 'money' ? 100 : 1
  const [min, max] = [column.min === null ? null : column.min * unit, column.max === null ? null : column.max * unit]
  const figures = [...new Set([...cells.flatMap(cell => boundsOf(cell)).map(it => constantOf(it, type)).filter(it => typeof it === 'number'), ...[min, max].filter(it => it !== null)])].sort((a, b) => a - b)
  const line = type.is === 'decimal' || type.is === 'percent' ? unbroken(figures, min, max) : stepped(min, max, type)
  const stretches = cells.map(cell => (isEverything(cell) ? everywhere : stretchesOf(cell, column, line)))
  const cuts = [...new Set([line.first, ...stretches.flatMap(of => of?.flatMap(([from, through]) => [from, through + 1]) ?? [])])].filter(cut => cut >= line.first && cut <= line.last && cut !== Number.POSITIVE_INFINITY).sort((a, b) => a - b)
  const ends = cuts.map((_, index) => (cuts[index + 1] ?? line.last + 1) - 1)
  const withNull = mentionsNull(cells, column)
  const fits = cells.map((cell, row) => {
    const of = stretches[row]
    if (of === null || of === undefined) return null
    const bits = new Uint8Array(cuts.length + Number(withNull))
    for (let part = 0; part < cuts.length; part += 1) bits[part] = Number(of.some(([from, through]) => from <= (cuts[part] ?? 0) && through >= (ends[part] ?? 0)) !== cell.not)
    if (withNull) bits[cuts.length] = Number(isEverything(cell) || (!cell.not && equalsOf(cell).some(it => it.is === 'null')))
    return bits
  })
  return { count: cuts.length + Number(withNull), fits, example: part => (part >= cuts.length ? 'left out' : figureWords(exampleIn(cuts[part] ?? 0, ends[part] ?? 0, figures, type), type)) }
}

const everywhere: readonly Stretch[] = [[Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]]

function boundsOf(cell: UnaryTests): readonly Expression[] {
  return cell.any.flatMap(test => (test.is === 'range' ? [test.from, test.through] : test.is === 'compare' ? [test.value] : equalsOf({ not: false, any: [test] })))
}

function stepped(min: number | null, max: number | null, type: FactType): Line {
  const lowest = type.is === 'time' ? 0 : Number.NEGATIVE_INFINITY
  const highest = type.is === 'time' ? 1439 : Number.POSITIVE_INFINITY
  return {
    below: figure => Math.ceil(figure) - 1,
    at: figure => (Number.isInteger(figure) ? figure : null),
    above: figure => Math.floor(figure) + 1,
    first: min === null ? lowest : Math.ceil(min),
    last: max === null ? highest : Math.floor(max),
  }
}

function unbroken(figures: readonly number[], min: number | null, max: number | null): Line {
  const place = new Map(figures.map((figure, index) => [figure, 2 * index + 1]))
  const at = (figure: number) => place.get(figure) ?? 0
  return { below: figure => at(figure) - 1, at, above: figure => at(figure) + 1, first: min === null ? 0 : at(min), last: max === null ? 2 * figures.length : at(max) }
}

/** The stretches that the cell's tests name (of `not(...)`: those that it leaves out); null where one compares with no constant. */
function stretchesOf(cell: UnaryTests, column: ColumnType, line: Line): readonly Stretch[] | null {
  const found: Stretch[] = []
  for (const test of cell.any) {
    const of = stretchesOfTest(test, column, line)
    if (of === null) return null
    found.push(...of)
  }
  return found
}

function stretchesOfTest(test: UnaryTest, column: ColumnType, line: Line): readonly Stretch[] | null {
  if (test.is === 'range') {
    const [from, through] = [constantOf(test.from, column.type), constantOf(test.through, column.type)]
    if (typeof from !== 'number' || typeof through !== 'number') return null
    return [[test.fromIn ? line.below(from) + 1 : line.above(from), test.throughIn ? line.above(through) - 1 : line.below(through)]]
  }
  if (test.is === 'compare') {
    const figure = constantOf(test.value, column.type)
    return typeof figure === 'number' ? [besides(test.sign, figure, line)] : null
  }
  const values = equalsOf({ not: false, any: [test] }).map(it => constantOf(it, column.type))
  if (values.some(value => value === undefined || (value !== null && typeof value !== 'number'))) return null
  return values.filter(value => typeof value === 'number').map(value => line.at(value)).filter(at => at !== null).map(at => [at, at])
}

function besides(sign: '<' | '<=' | '>' | '>=', figure: number, line: Line): Stretch {
  if (sign === '<') return [Number.NEGATIVE_INFINITY, line.below(figure)]
  if (sign === '<=') return [Number.NEGATIVE_INFINITY, line.above(figure) - 1]
  return [sign === '>' ? line.above(figure) : line.below(figure) + 1, Number.POSITIVE_INFINITY]
}

/** A figure of the part, the nearest to the figures of the table. */
function exampleIn(first: number, last: number, figures: readonly number[], type: FactType): number {
  if (type.is !== 'decimal' && type.is !== 'percent') return Number.isFinite(first) ? first : Number.isFinite(last) ? last : 0
  if (first % 2 === 1) return figures[(first - 1) / 2] ?? 0
  const [before, after] = [figures[first / 2 - 1], figures[first / 2]]
  if (before === undefined) return after === undefined ? 0 : after - 1
  return after === undefined ? before + 1 : (before + after) / 2
}

function figureWords(figure: number, type: FactType): string {
  if (type.is === 'date') return civilText(figure)
  if (type.is === 'time') return `${String(Math.floor(figure / 60)).padStart(2, '0')}:${String(figure % 60).padStart(2, '0')}`
  if (type.is !== 'money') return String(Number(figure.toFixed(6)))
  const dollars = figure % 100 === 0 ? String(Math.abs(figure) / 100) : (Math.abs(figure) / 100).toFixed(2)
  return `${figure < 0 ? '-' : ''}${printAmount(dollars)}`
}

/** The one expression that all cells of the column compare with, where none compares with a constant: `<= cap` beside `> cap`. */
function onlySymbol(cells: readonly UnaryTests[], type: FactType): string | null {
  const bounds = cells.flatMap(cell => boundsOf(cell))
  const texts = new Set(bounds.map(it => printExpression(it)))
  const [only] = texts
  return texts.size === 1 && only !== undefined && bounds.every(it => constantOf(it, type) === undefined) ? only : null
}

/** Below it, at it, above it: all that matters where every cell compares with the same thing. */
function symbolic(cells: readonly UnaryTests[], symbol: string): ColumnParts {
  const signs = ['less than', 'equal to', 'more than']
  const fits = cells.map(cell => {
    if (isEverything(cell)) return new Uint8Array(3).fill(1)
    const bits = new Uint8Array(3)
    for (const test of cell.any) {
      if (test.is === 'range') bits[1] = test.fromIn && test.throughIn ? 1 : (bits[1] ?? 0)
      else if (test.is === 'equals') bits[1] = 1
      else {
        bits[test.sign.startsWith('<') ? 0 : 2] = 1
        if (test.sign.length === 2) bits[1] = 1
      }
    }
    return cell.not ? bits.map(bit => 1 - bit) : bits
  })
  return { count: 3, fits, example: part => `${signs[part]} ${symbol}` }
}
