import { readFileSync, readdirSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { parseAst } from 'vite'

/** The house as the tidy tests see it: its source files with their imports and functions. */

export const top = resolve(import.meta.dirname, '../..')

/** The rooms from left to right: a room may import itself and what stands before it. */
export const rooms = ['plain', 'text', 'book', 'pack', 'calendar', 'rules', 'determinations', 'store', 'web', 'cli'] as const
/** Within the book, too, work flows one way. */
export const bookPasses = ['outline', 'links', 'lint', 'search', 'compare', 'export'] as const

export interface SourceFile {
  /** From the top of the house, with slashes. */
  readonly path: string
  readonly text: string
  readonly lines: number
  /** Paths from the top of the house for our own files; package names for others. */
  readonly imports: readonly string[]
}

/** Every file under a folder whose name ends so. */
export function filesUnder(folder: string, ends: RegExp): string[] {
  const found: string[] = []
  for (const name of readdirSync(join(top, folder)).sort()) {
    const path = `${folder}/${name}`
    if (statSync(join(top, path)).isDirectory()) found.push(...filesUnder(path, ends))
    else if (ends.test(name)) found.push(path)
  }
  return found
}

export function sourceFiles(folder = 'src'): SourceFile[] {
  return filesUnder(folder, /\.tsx?$/).map((path) => {
    const text = readFileSync(join(top, path), 'utf8')
    return { path, text, lines: text.split('\n').length - 1, imports: importsOf(path, text) }
  })
}

function importsOf(path: string, text: string): string[] {
  const found = [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1] ?? '')
  return found.map((name) => {
    if (name.startsWith('#')) return `src/${name.slice(1)}`
    if (name.startsWith('.')) return relative(top, resolve(top, dirname(path), name)).replaceAll('\\', '/')
    return name
  })
}

export interface FunctionLength {
  readonly name: string
  readonly line: number
  readonly lines: number
}

interface Node {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly id?: { readonly name?: string } | null
}

/** Every function of a file with its length in lines, from the parsed source and not from its looks. */
export function functionsOf(file: Pick<SourceFile, 'path' | 'text'>): FunctionLength[] {
  const program = parseAst(file.text, { lang: file.path.endsWith('x') ? 'tsx' : 'ts' })
  const lineAt = lineFinder(file.text)
  const found: FunctionLength[] = []
  visit(program, (node) => {
    if (!/^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(node.type)) return
    const line = lineAt(node.start)
    found.push({ name: node.id?.name ?? '(no name)', line, lines: lineAt(node.end) - line + 1 })
  })
  return found
}

function visit(value: unknown, see: (node: Node) => void): void {
  if (Array.isArray(value)) {
    for (const item of value) visit(item, see)
    return
  }
  if (typeof value !== 'object' || value === null) return
  if ('type' in value && typeof value.type === 'string' && 'start' in value) see(value as Node)
  for (const child of Object.values(value)) visit(child, see)
}

function lineFinder(text: string): (offset: number) => number {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return (offset) => {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return low + 1
  }
}
