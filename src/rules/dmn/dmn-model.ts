/** A decision as DMN 1.5 holds it, before it is written as XML: inputs, decisions that need each other, and functions. */

export interface DmnModel {
  /** The decision's name; the decision of this name gives the answers as one record. */
  readonly name: string
  readonly pack: string
  readonly types: readonly DmnType[]
  readonly nodes: readonly DmnNode[]
  /** What the reader of the file must know: which reading it holds, which law is not in it. */
  readonly notes: readonly string[]
}

export interface DmnType {
  readonly name: string
  readonly base: string
  readonly allowed: readonly string[]
  readonly isList: boolean
}

export type DmnNode =
  | { readonly is: 'input'; readonly name: string; readonly type: string | null; readonly note: string | null }
  | { readonly is: 'decision'; readonly name: string; readonly question: string | null; readonly note: string | null; readonly type: string | null; readonly logic: DmnLogic; readonly needs: readonly string[]; readonly calls: readonly string[]; readonly clauses: readonly string[] }
  | { readonly is: 'function'; readonly name: string; readonly note: string | null; readonly parameters: readonly DmnParameter[]; readonly logic: DmnLogic; readonly calls: readonly string[]; readonly clauses: readonly string[] }

export interface DmnParameter {
  readonly name: string
  readonly type: string | null
}

export type DmnLogic =
  | { readonly is: 'literal'; readonly text: string }
  | { readonly is: 'table'; readonly hit: 'UNIQUE' | 'FIRST'; readonly inputs: readonly { readonly label: string; readonly text: string }[]; readonly outputs: readonly DmnParameter[]; readonly rows: readonly DmnRow[] }
  /** The last entry, without a name, is what it gives. */
  | { readonly is: 'context'; readonly entries: readonly { readonly name: string | null; readonly logic: DmnLogic }[] }

export interface DmnRow {
  readonly tests: readonly string[]
  readonly outputs: readonly string[]
  readonly clause: string
  readonly says: string
}
