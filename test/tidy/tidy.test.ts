import { existsSync, readFileSync } from 'node:fs'
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { bookPasses, filesUnder, functionsOf, rooms, sourceFiles, top } from './house.ts'

const files = sourceFiles()
const code = files.filter((file) => !/\.test\.tsx?$|\.d\.ts$|\/fixtures\/|test-support/.test(file.path))
const everything = [...files, ...sourceFiles('test'), ...sourceFiles('bench')]

describe('imports run one way', () => {
  test('no room imports a room on its right', () => {
    const wrong = code.flatMap((file) => file.imports.filter((it) => it.startsWith('src/') && roomRank(it) > roomRank(file.path)).map((it) => `${file.path} imports ${it}`))
    expect(wrong).toEqual([])
  })

  test('within the book, no pass imports a later one', () => {
    const wrong = code.flatMap((file) => file.imports.filter((it) => passRank(file.path) >= 0 && passRank(it) > passRank(file.path)).map((it) => `${file.path} imports ${it}`))
    expect(wrong).toEqual([])
  })

  test('every room of the source stands in the order, and the other way round', () => {
    const standing = [...new Set(files.map((file) => file.path.split('/')[1]))].sort()
    expect(standing).toEqual([...rooms].sort())
  })

  test('what must run in a browser imports nothing of Node', () => {
    // PDF, recognition and worker threads are the server's; each stands in a file that says so by its name.
    const serverOnly = /(pdf|scan|ocr|recogni[sz]e|render|worker|folder|image)[^/]*\.ts$|^src\/text\/(pdf|scan|ocr)\//
    const pure = code.filter((file) => /^src\/(plain|text|book|pack)\//.test(file.path) && !serverOnly.test(file.path))
    expect(pure.flatMap((file) => file.imports.filter((it) => it.startsWith('node:')).map((it) => `${file.path} imports ${it}`))).toEqual([])
  })
})

describe('what is pure stays pure', () => {
  test('no clock, no Date and no chance to the left of the store', () => {
    const pure = code.filter((file) => /^src\/(plain|text|book|pack)\//.test(file.path))
    const wrong = pure.flatMap((file) => linesWith(file, /new Date\(|Date\.(now|parse|UTC)|Math\.random|toLocaleDateString/))
    expect(wrong).toEqual([])
  })

  test('no Date stands for a civil date anywhere', () => {
    const wrong = code.flatMap((file) => linesWith(file, /\.(getDate|getMonth|getFullYear|setDate|setMonth)\(/))
    expect(wrong).toEqual([])
  })
})

describe('files and functions are short', () => {
  test('a source file has at most 300 lines, unless it is a table of data', () => {
    expect(code.filter((file) => file.lines > 300 && !/(-data|-table|-words)\.ts$/.test(file.path)).map((file) => `${file.path}: ${file.lines}`)).toEqual([])
  })

  test('a function has at most 70 lines', () => {
    const long = code.flatMap((file) => functionsOf(file).filter((it) => it.lines > 70).map((it) => `${file.path}:${it.line} ${it.name}: ${it.lines}`))
    expect(long).toEqual([])
  })

  test('half of the functions have 25 lines or fewer, in every room', () => {
    for (const room of rooms) {
      const lengths = code.filter((file) => file.path.startsWith(`src/${room}/`)).flatMap((file) => functionsOf(file).map((it) => it.lines)).sort((a, b) => a - b)
      expect(lengths[lengths.length >> 1] ?? 0, room).toBeLessThanOrEqual(25)
    }
  })
})

describe('nothing is dead or nameless', () => {
  test('every source file is imported by another that is no test, or is a door that something starts', () => {
    const imported = new Set([...code, ...sourceFiles('bench'), ...sourceFiles('test').filter((file) => !file.path.endsWith('.test.ts'))].flatMap((file) => file.imports))
    const started = everythingThatStarts()
    const dead = code.filter((file) => !imported.has(file.path) && !started.has(file.path.split('/').at(-1) ?? ''))
    expect(dead.map((file) => file.path)).toEqual([])
  })

  test('files are named for what they hold: no utils, helpers, index or common', () => {
    expect(files.filter((file) => /\/(utils?|helpers?|index|common|misc)\.tsx?$/.test(file.path)).map((file) => file.path)).toEqual([])
  })

  test('every module says at its head what it is for', () => {
    const silent = code.filter((file) => !/\/\*\*/.test(file.text.split('\n').slice(0, 45).join('\n')))
    expect(silent.map((file) => file.path)).toEqual([])
  })

  test('nothing is left unfinished in words', () => {
    expect(everything.filter((file) => !file.path.startsWith('test/tidy')).flatMap((file) => linesWith(file, /\b(TODO|FIXME|XXX|HACK)\b|not implemented/))).toEqual([])
  })

  test('no test is skipped or set apart', () => {
    expect(everything.filter((file) => !file.path.startsWith('test/tidy')).flatMap((file) => linesWith(file, /\b(test|it|describe)\.(skip|only|todo|fails)\b/))).toEqual([])
  })
})

describe('the papers of the house are true', () => {
  const architecture = readFileSync(join(top, 'docs/architecture.md'), 'utf8')
  // The last part says where rooms will stand that are not built yet.
  const standing = architecture.split('## Where the next rooms go')[0] ?? ''

  test('architecture.md names every folder of the house, two levels deep', () => {
    const folders = new Set(tracked().flatMap((path) => foldersOf(path)))
    expect([...folders].filter((folder) => !architecture.includes(`${folder}/`))).toEqual([])
  })

  test('architecture.md names no folder that is not there', () => {
    const named = [...standing.matchAll(/`((?:src|test|docs|agreements|bench|bin)\/[\w./-]*\/)`/g)].map((match) => match[1] ?? '')
    expect(named.filter((folder) => !existsSync(join(top, folder)))).toEqual([])
  })

  test('dependencies.md names every dependency, and none that is gone', () => {
    const told = JSON.parse(readFileSync(join(top, 'package.json'), 'utf8')) as Record<string, Record<string, string> | undefined>
    const names = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((group) => Object.keys(told[group] ?? {}))
    const page = readFileSync(join(top, 'docs/dependencies.md'), 'utf8')
    const listed = [...page.matchAll(/^\| `([^`]+)`/gm)].map((match) => match[1] ?? '')
    expect([...listed].sort()).toEqual([...names].sort())
  })

  test('every decision record has a number of its own, a context, a decision and consequences', () => {
    const records = filesUnder('docs/decisions', /\.md$/)
    const numbers = records.map((path) => path.slice('docs/decisions/'.length, 'docs/decisions/'.length + 4))
    expect(new Set(numbers).size).toBe(records.length)
    for (const path of records) {
      const text = readFileSync(join(top, path), 'utf8')
      for (const part of ['## Context', '## Decision', '## Consequences']) expect(text, `${path} lacks "${part}"`).toContain(part)
    }
  })

  test('every link between our papers leads somewhere', () => {
    const papers = tracked().filter((path) => path.endsWith('.md') && !path.startsWith('agreements/'))
    const broken = papers.flatMap((path) => {
      const links = [...readFileSync(join(top, path), 'utf8').matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map((match) => match[1] ?? '')
      return links.filter((link) => !existsSync(join(top, path, '..', link))).map((link) => `${path} -> ${link}`)
    })
    expect(broken).toEqual([])
  })
})

function roomRank(path: string): number {
  return rooms.indexOf(path.split('/')[1] as (typeof rooms)[number])
}

function passRank(path: string): number {
  if (!path.startsWith('src/book/')) return -1
  return bookPasses.indexOf(path.split('/')[2] as (typeof bookPasses)[number])
}

function linesWith(file: { path: string; text: string }, pattern: RegExp): string[] {
  return file.text.split('\n').flatMap((line, index) => (pattern.test(line) ? [`${file.path}:${index + 1} ${line.trim()}`] : []))
}

/** The names of files that a script, a page, the build's settings or a worker starts by name. */
function everythingThatStarts(): Set<string> {
  const places = ['package.json', 'bin/steward', ...filesUnder('src', /\.(html|ts)$/)]
  const named = places.flatMap((path) => [...readFileSync(join(top, path), 'utf8').matchAll(/(?<!from )['"/]([\w.-]+\.tsx?)\b/g)])
  return new Set(named.map((match) => match[1] ?? ''))
}

function tracked(): string[] {
  return execFileSync('git', ['ls-files'], { cwd: top, encoding: 'utf8' }).split('\n').filter((path) => path !== '')
}

function foldersOf(path: string): string[] {
  const parts = path.split('/').slice(0, -1).filter((part) => !part.startsWith('.'))
  return parts.length === 0 ? [] : [parts[0] ?? '', ...(parts.length > 1 ? [parts.slice(0, 2).join('/')] : [])]
}
