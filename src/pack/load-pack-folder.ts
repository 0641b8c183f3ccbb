import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { failed, type Outcome } from '#plain/outcome.ts'
import { problem } from '#plain/problem.ts'
import type { Pack } from '#pack/pack.ts'
import { readPack } from '#pack/read-pack.ts'

/** The one place in this room that touches a disk: a pack's folder read for `readPack`. */

const largestFileBytes = 4_000_000
const mostFiles = 500

/** The pack in a folder, or what keeps it from being read. */
export async function loadPackFolder(folder: string): Promise<Outcome<Pack>> {
  const files = await readPackFiles(folder)
  return files.ok ? readPack(files.value) : files
}

/** The texts of a pack's folder by their paths in it: what a browser is sent so that it can read the pack itself. */
export async function readPackFiles(folder: string): Promise<Outcome<ReadonlyMap<string, string>>> {
  const paths = ['agreement.yaml', 'fingerprints.csv', ...(await articlePaths(folder))]
  if (paths.length > mostFiles) return failed(problem('pack/too-many-files', `The pack has more than ${mostFiles} files.`, 'Check that this is the folder of one agreement.', { file: folder }))
  const files = new Map<string, string>()
  for (const path of paths) {
    const size = await sizeOf(join(folder, path))
    if (size === null) continue
    if (size > largestFileBytes) return failed(problem('pack/too-large', `${path} has ${Math.ceil(size / 1e6)} MB.`, 'Check that it is what its name says.', { file: join(folder, path) }))
    files.set(path, await readFile(join(folder, path), 'utf8'))
  }
  return { ok: true, value: files, notes: [] }
}

async function articlePaths(folder: string): Promise<string[]> {
  try {
    const names = await readdir(join(folder, 'articles'))
    return names.filter((name) => name.endsWith('.md')).sort().map((name) => `articles/${name}`)
  } catch {
    return []
  }
}

async function sizeOf(path: string): Promise<number | null> {
  try {
    const found = await stat(path)
    return found.isFile() ? found.size : null
  } catch {
    return null
  }
}
