import { parseCivilDay } from '#plain/civil-day.ts'
import { problem, type Problem } from '#plain/problem.ts'
import type { Expression } from '#rules/feel/expression.ts'
import { isEmpty, under, type BlockMap, type BlockNode } from '#plain/block/block-node.ts'
import { didYouMean } from '#rules/read/nearest-word.ts'
import { expressionOf } from '#rules/read/node-expression.ts'
import type { PackRules } from '#rules/read/pack-rules.ts'
import type { RulePlace } from '#rules/rule-book.ts'

/** Where a block stands, where its problems go, and what it may know of the pack. */
export interface BlockPlace {
  readonly file: string
  readonly clause: string
  readonly problems: Problem[]
  readonly pack: PackRules
  /** The words that each choice among the block's facts offers, once its facts are read. */
  readonly choices: Map<string, readonly string[]>
}

/** One map of a block, asked key by key. Every wrong shape is told with its line; the answer is then null. */
export class Sheet {
  readonly map: BlockMap
  readonly place: BlockPlace

  constructor(map: BlockMap, place: BlockPlace) {
    this.map = map
    this.place = place
  }

  get line(): number {
    return this.map.line
  }

  at(line = this.map.line): RulePlace {
    return { file: this.place.file, line, clause: this.place.clause }
  }

  tell(code: `rules/${string}`, what: string, next: string, line = this.map.line): void {
    this.place.problems.push(problem(code, what, next, this.at(line)))
  }

  /** Tells every key that is not among the known ones. */
  only(known: readonly string[]): void {
    for (const { key, line } of this.map.entries) {
      if (!known.includes(key)) this.tell('rules/unknown-key', `"${key}" is no key that belongs here.`, `${didYouMean(key, known)}Known here: ${known.join(', ')}.`, line)
    }
  }

  has(key: string): boolean {
    return under(this.map, key) !== undefined
  }

  /** The node under a key; null where nothing stands there. */
  node(key: string): BlockNode | null {
    const found = under(this.map, key)
    if (found === undefined) return null
    if (!isEmpty(found)) return found
    this.tell('rules/shape', `"${key}" has no value.`, `Write it after "${key}:", or take the key away.`, found.line)
    return null
  }

  words(key: string): string | null {
    const found = this.node(key)
    if (found === null || found.is === 'text') return found?.text ?? null
    this.tell('rules/shape', `"${key}" is no piece of text.`, `Write "${key}: ..." with words after it; put a text that begins with a bracket into double quotes.`, found.line)
    return null
  }

  needed(key: string): string | null {
    if (!this.has(key)) this.missing(key)
    return this.words(key)
  }

  missing(key: string): void {
    this.tell('rules/missing-key', `"${key}" is missing.`, `Add "${key}: ...".`)
  }

  /** A list of texts; one text alone is a list of one. */
  list(key: string): string[] {
    const found = this.node(key)
    if (found === null) return []
    if (found.is === 'text') return [found.text]
    if (found.is === 'list' && found.items.every((item) => item.is === 'text')) return found.items.map((item) => (item.is === 'text' ? item.text : ''))
    this.tell('rules/shape', `"${key}" is no list of texts.`, `Write "${key}: [one, two]".`, found.line)
    return []
  }

  truth(key: string): boolean | null {
    const said = this.words(key)
    if (said === null || said === 'true' || said === 'false') return said === null ? null : said === 'true'
    this.tell('rules/shape', `"${key}" is neither true nor false.`, `Write "${key}: true", or take the key away.`, under(this.map, key)?.line)
    return null
  }

  number(key: string): number | null {
    const said = this.words(key)
    if (said === null) return null
    const value = /^[-+]?\$?[\d,]*\.?\d+$/.test(said) ? Number(said.replace(/[$,]/g, '')) : Number.NaN
    if (!Number.isNaN(value)) return value
    this.tell('rules/shape', `"${key}" is no number: ${said}.`, `Write "${key}: 7".`, under(this.map, key)?.line)
    return null
  }

  day(key: string): string | null {
    const said = this.words(key)
    if (said === null || parseCivilDay(said) !== null) return said
    this.tell('rules/no-day', `${said} is not a day.`, 'Write year, month and day: 2010-07-01.', under(this.map, key)?.line)
    return null
  }

  expression(key: string): Expression | null {
    const found = this.node(key)
    return found === null ? null : expressionOf(found, this.place)
  }

  neededExpression(key: string): Expression | null {
    if (!this.has(key)) this.missing(key)
    return this.expression(key)
  }

  sheet(key: string): Sheet | null {
    const found = this.node(key)
    if (found === null) return null
    if (found.is === 'map') return new Sheet(found, this.place)
    this.tell('rules/shape', `"${key}" has no keys of its own.`, `Write its keys below it, further in, or in braces: "${key}: {a: 1}".`, found.line)
    return null
  }

  /** A list of maps. */
  sheets(key: string): Sheet[] {
    const found = this.node(key)
    if (found === null) return []
    if (found.is === 'list' && found.items.every((item) => item.is === 'map')) return found.items.flatMap((item) => (item.is === 'map' ? [new Sheet(item, this.place)] : []))
    this.tell('rules/shape', `"${key}" is no list of entries.`, 'Begin each entry with "- " and write its keys below one another.', found.line)
    return []
  }

  /** The line of a key, for what is told of it. */
  lineOf(key: string): number {
    return this.map.entries.find((entry) => entry.key === key)?.line ?? this.map.line
  }
}
