import { join } from 'node:path'
import { readdir } from 'node:fs/promises'
import { isFile, packsFolder } from '#cli/open-book.ts'
import { loadPackFromFolder } from '#determinations/load-pack-from-folder.ts'
import type { LoadedPack } from '#determinations/loaded-pack.ts'
import { failed, type Outcome } from '#plain/outcome.ts'
import { problem } from '#plain/problem.ts'
import { nearestWord } from '#rules/read/nearest-word.ts'

/** The pack that the person named: one that comes with Steward, by its name, or a pack's folder; ready to be asked. */
export async function openPack(named: string): Promise<Outcome<LoadedPack>> {
  const places = /^[\w-]+$/.test(named) ? [named, join(packsFolder, named)] : [named]
  for (const place of places) {
    if (await isFile(join(place, 'agreement.yaml'))) return loadPackFromFolder(place)
  }
  const known = await packNames()
  const near = nearestWord(named, known)
  const offer = near === null ? `Packs that come with Steward: ${known.join(', ')}.` : `Did you mean ${near}?`
  return failed(problem('cli/no-pack', `There is no pack named "${named}", and no folder of a pack (with an agreement.yaml).`, offer))
}

/** The names of the packs that come with Steward. */
async function packNames(): Promise<readonly string[]> {
  const names = await readdir(packsFolder)
  const packs: string[] = []
  for (const name of names.sort()) if (await isFile(join(packsFolder, name, 'agreement.yaml'))) packs.push(name)
  return packs
}
