import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { failed, type Outcome } from '#plain/outcome.ts'
import { problem } from '#plain/problem.ts'
import type { Pack } from '#pack/pack.ts'
import { readPack } from '#pack/read-pack.ts'

/** The one place in this room that touches a disk: a pack's folder read for `readPack` and for its rules. */

const largestFileBytes = 4_000_000
const mostFiles = 1000

/** Folders of a pack and the files that belong in them. The articles are enough to read the agreement; the others are for its rules. */
const articleFolder = { folder: 'articles', files: /\.md$/ }
const ruleFolders = [
  { folder: 'tables', files: /\.csv$/ },
  { folder: 'calendars', files: /\.(ya?ml|json|csv|ics)$/ },
  { folder: 'examples', files: /\.jsonl$/ },
  { folder: 'examples/calendars', files: /\.json$/ },
]

/** The pack in a folder, or what keeps it from being read. */
export async function loadPackFolder(folder: string): Promise<Outcome<Pack>> {
  const files = await filesOf(folder, [articleFolder])
  return files.ok ? readPack(files.value) : files
}

/** Every text of a pack's folder by its path in it, tables, calendars and examples too: what `readRules` reads, and what a browser is sent so that it can do the same. */
export async function readPackFiles(folder: string): Promise<Outcome<ReadonlyMap<string, string>>> {
  return filesOf(folder, [articleFolder, ...ruleFolders])
}

async function filesOf(folder: string, wanted: readonly { folder: string; files: RegExp }[]): Promise<Outcome<ReadonlyMap<string, string>>> {
  const lists = await Promise.all(wanted.map((one) => pathsIn(folder, one.folder, one.files)))
  const paths = ['agreement.yaml', 'fingerprints.csv', ...lists.flat()]
  if (paths.length > mostFiles) return failed(problem('pack/too-many-files', `The pack has more than ${mostFiles} files.`, 'Check that this is the folder of one agreement.', { file: folder }))
  const read = await Promise.all(paths.map(async (path) => ({ path, text: await textOf(join(folder, path)) })))
  const large = read.find(({ text }) => typeof text === 'number')
  if (large !== undefined) return failed(problem('pack/too-large', `${large.path} has ${Math.ceil(Number(large.text) / 1e6)} MB.`, 'Check that it is what its name says.', { file: join(folder, large.path) }))
  return { ok: true, value: new Map(read.flatMap(({ path, text }) => (typeof text === 'string' ? [[path, text]] : []))), notes: [] }
}

async function pathsIn(folder: string, inside: string, files: RegExp): Promise<string[]> {
  try {
    const names = await readdir(join(folder, inside))
    return names.filter((name) => files.test(name)).sort().map((name) => `${inside}/${name}`)
  } catch {
    return []
  }
}

/** The file's text, its size where that is too large, null where there is no such file. */
async function textOf(path: string): Promise<string | number | null> {
  try {
    const found = await stat(path)
    if (!found.isFile()) return null
    return found.size > largestFileBytes ? found.size : await readFile(path, 'utf8')
  } catch {
    return null
  }
}
