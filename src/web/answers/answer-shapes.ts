/** What the page of a question shows, as data: made on the server by `answer-view.ts`, drawn by the page. Everything that is text here is ready to be read. */

/** One question of the form, and what was answered to it. */
export interface FieldView {
  readonly name: string
  readonly asks: string
  readonly kind: 'yes-no' | 'choice' | 'date' | 'time' | 'number' | 'text' | 'lines' | 'table' | 'json'
  /** What to write, in a few words; empty where the field says it. */
  readonly hint: string
  readonly optional: boolean
  /** It may be known that there is none. */
  readonly list: boolean
  readonly judgedBy: string | null
  readonly choices: readonly Choice[]
  /** As it was typed. */
  readonly value: string
  readonly columns: readonly ColumnView[]
  /** Cells as typed, with empty rows to fill at the end. */
  readonly rows: readonly (readonly string[])[]
  /** What is wrong with what was typed. */
  readonly trouble: string | null
}

export interface Choice {
  readonly value: string
  readonly label: string
}

export interface ColumnView {
  readonly name: string
  readonly label: string
  readonly kind: 'yes-no' | 'choice' | 'date' | 'time' | 'number' | 'text'
  readonly choices: readonly Choice[]
}

export interface ClauseLink {
  readonly anchor: string
  readonly heading: string
  /** Null where the agreement has no clause of that address to show. */
  readonly path: string | null
}

export interface NamedValue {
  readonly name: string
  readonly value: string
  /** A list of records, as a table. */
  readonly table: { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] } | null
}

export interface ReadingView {
  readonly says: string
  /** `differs`: not the same in every reading. */
  readonly values: readonly { readonly name: string; readonly value: string; readonly differs: boolean }[]
}

export interface WorkingNode {
  readonly name: string
  readonly value: string
  readonly why: string
  readonly clause: ClauseLink | null
  readonly uses: readonly string[]
  readonly from: readonly WorkingNode[]
  /** Told in full before. */
  readonly again: boolean
}

export interface DayCell {
  /** Of the month; 0 for an empty place before the first. */
  readonly day: number
  readonly is: 'event' | 'counted' | 'skipped' | 'last' | 'plain'
  readonly why: string
}

export interface MonthView {
  readonly title: string
  readonly weeks: readonly (readonly DayCell[])[]
}

export interface AccountView {
  readonly says: string
  readonly clause: ClauseLink
  /** The days that did not count, in stretches: `November 25 to 29, 2024: Thanksgiving week`. */
  readonly skipped: readonly string[]
  /** Empty where the count is too long to draw. */
  readonly months: readonly MonthView[]
}

export interface ExampleView {
  readonly given: string
  readonly answer: string
  readonly because: string | null
  /** The page that answers it; null where its own calendar would be needed. */
  readonly path: string | null
}

export interface QuestionLink {
  readonly decision: string
  readonly asks: string
  readonly path: string
}

export interface AnswerView {
  readonly pack: { readonly id: string; readonly title: string }
  readonly decision: string
  readonly asks: string
  readonly clause: ClauseLink
  /** The address without what this reader typed to come here. */
  readonly path: string
  /** The words that were asked, and other questions that they may have meant. */
  readonly asked: string | null
  readonly others: readonly QuestionLink[]
  readonly status: 'determined' | 'contested' | 'needs_input' | 'needs_judgment' | 'not_covered' | 'error'
  readonly title: string
  readonly says: string
  readonly headline: { readonly name: string; readonly value: string } | null
  readonly values: readonly NamedValue[]
  readonly readings: readonly ReadingView[]
  /** What to answer next, and what is known already and goes along. */
  readonly next: FieldView | null
  readonly kept: readonly (readonly [name: string, value: string])[]
  /** What else is open, after the next. */
  readonly needs: readonly string[]
  readonly accounts: readonly AccountView[]
  readonly working: readonly WorkingNode[]
  readonly warnings: readonly { readonly says: string; readonly clause: ClauseLink | null }[]
  readonly law: readonly { readonly statute: string; readonly says: string }[]
  readonly leftToPeople: readonly string[]
  readonly nearest: readonly string[]
  readonly notTaken: readonly string[]
  readonly clauses: readonly ClauseLink[]
  readonly given: readonly { readonly asks: string; readonly value: string }[]
  readonly fields: readonly FieldView[]
  readonly asOf: string
  readonly rule: readonly RuleSentence[]
  readonly examples: readonly ExampleView[]
  /** Everything as plain text with citations. */
  readonly text: string
}

/** One part of a rule in words: a sentence, and the rows or readings under it. */
export interface RuleSentence {
  readonly says: string
  readonly under: readonly string[]
}

/** What stands in the margin of a clause. */
export interface ClauseRules {
  readonly anchor: string
  readonly pack: string
  /** The pack is still being read; ask again. */
  readonly reading: boolean
  readonly cards: readonly RuleCard[]
  /** Questions that read this clause too. */
  readonly also: readonly QuestionLink[]
  readonly duties: readonly { readonly says: string; readonly binding: boolean }[]
}

export interface RuleCard extends QuestionLink {
  readonly rule: readonly RuleSentence[]
  readonly examples: readonly ExampleView[]
  /** Examples beyond those shown. */
  readonly more: number
}

/** What the page of an agreement's questions shows. */
export interface AskView {
  readonly pack: { readonly id: string; readonly title: string }
  readonly words: string
  /** At most three, best first; none where nothing fits, or nothing was asked. */
  readonly nearest: readonly QuestionLink[]
  readonly chapters: readonly { readonly title: string; readonly questions: readonly QuestionLink[] }[]
}
