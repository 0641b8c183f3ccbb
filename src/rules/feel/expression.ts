/** Expressions of the rule language (FEEL, the part that docs/rule-language.md names) as a tree, before names and types are known. */

export type Expression =
  | { readonly is: 'number'; readonly text: string; /** `$1,000`: an amount. */ readonly money: boolean; readonly at: Spot }
  | { readonly is: 'text'; readonly text: string; readonly at: Spot }
  | { readonly is: 'boolean'; readonly value: boolean; readonly at: Spot }
  | { readonly is: 'null'; readonly at: Spot }
  /** `2010-11-01` */
  | { readonly is: 'date'; readonly text: string; readonly at: Spot }
  /** `08:30` */
  | { readonly is: 'time'; readonly text: string; readonly at: Spot }
  | { readonly is: 'name'; readonly name: string; readonly at: Spot }
  | { readonly is: 'negative'; readonly of: Expression; readonly at: Spot }
  | { readonly is: 'binary'; readonly sign: BinarySign; readonly left: Expression; readonly right: Expression; readonly at: Spot }
  | { readonly is: 'if'; readonly test: Expression; readonly then: Expression; readonly else: Expression; readonly at: Spot }
  /** `value in (tests)`; `between a and b` is `in [a..b]`. */
  | { readonly is: 'in'; readonly value: Expression; readonly tests: UnaryTests; readonly at: Spot }
  | { readonly is: 'list'; readonly items: readonly Expression[]; readonly at: Spot }
  | { readonly is: 'record'; readonly fields: readonly { readonly name: string; readonly value: Expression }[]; readonly at: Spot }
  | { readonly is: 'field'; readonly of: Expression; readonly name: string; readonly at: Spot }
  /** `list[item > 3]`, `list[1]`. Inside the brackets `item` is the element and its fields go by their names. */
  | { readonly is: 'filter'; readonly of: Expression; readonly by: Expression; readonly at: Spot }
  | { readonly is: 'for'; readonly name: string; readonly list: Expression; readonly body: Expression; readonly at: Spot }
  | { readonly is: 'some' | 'every'; readonly name: string; readonly list: Expression; readonly test: Expression; readonly at: Spot }
  /** A function of the language (`round half up`) or a definition or decision of the pack; `name` as written, with single spaces. */
  | { readonly is: 'call'; readonly name: string; readonly arguments: readonly { readonly name: string | null; readonly value: Expression }[]; readonly at: Spot }
  | { readonly is: 'function'; readonly parameters: readonly string[]; readonly body: Expression; readonly at: Spot }

export type BinarySign = '+' | '-' | '*' | '/' | '**' | '=' | '!=' | '<' | '<=' | '>' | '>=' | 'and' | 'or'

/** Tests of one cell: they hold when any of them holds (or none of them where `not`). No tests: everything fits (`-`). */
export interface UnaryTests {
  readonly not: boolean
  readonly any: readonly UnaryTest[]
}

export type UnaryTest =
  | { readonly is: 'equals'; readonly value: Expression }
  | { readonly is: 'compare'; readonly sign: '<' | '<=' | '>' | '>='; readonly value: Expression }
  | { readonly is: 'range'; readonly from: Expression; readonly through: Expression; readonly fromIn: boolean; readonly throughIn: boolean }

/** Where in the expression's own text a piece stands, from 0, end not included. */
export interface Spot {
  readonly from: number
  readonly to: number
}
