/** What a rule block is once its lines are read: maps, lists and texts, each with its line. Shapes and the plainest questions to them. */

export type BlockNode = BlockText | BlockMap | BlockList

export interface BlockText {
  readonly is: 'text'
  /** Without its quotes. */
  readonly text: string
  /** It stood without quotes, so that `7` is a number and `true` is yes. */
  readonly plain: boolean
  readonly line: number
  /** The line of the first line of text: of block text the one after its `|`. */
  readonly textLine: number
}

export interface BlockMap {
  readonly is: 'map'
  readonly entries: readonly BlockEntry[]
  /** The same by key: maps are asked for many keys that they do not have. */
  readonly values: ReadonlyMap<string, BlockNode>
  readonly line: number
}

export interface BlockEntry {
  readonly key: string
  readonly line: number
  readonly value: BlockNode
}

export interface BlockList {
  readonly is: 'list'
  readonly items: readonly BlockNode[]
  readonly line: number
}

/** The node as plain data: numbers, yes and no and nothing where they stand without quotes. */
export function blockData(node: BlockNode): unknown {
  if (node.is === 'list') return node.items.map(blockData)
  // Defined and not assigned, so that a key `__proto__` is a key like any other.
  if (node.is === 'map') return Object.fromEntries(node.entries.map(({ key, value }) => [key, blockData(value)]))
  if (!node.plain) return node.text
  if (node.text === '' || node.text === 'null' || node.text === '~') return null
  if (node.text === 'true') return true
  if (node.text === 'false') return false
  return /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?$/.test(node.text) ? Number(node.text) : node.text
}

/** The value under a key, or undefined. */
export function under(map: BlockMap, key: string): BlockNode | undefined {
  return map.values.get(key)
}

/** Nothing stands there: `key:` alone. */
export function isEmpty(node: BlockNode): boolean {
  return node.is === 'text' && node.plain && node.text === ''
}
