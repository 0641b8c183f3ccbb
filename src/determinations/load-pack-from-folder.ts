import { readPackFiles } from '#pack/load-pack-folder.ts'
import { loadPack } from '#determinations/load-pack.ts'
import type { LoadedPack } from '#determinations/loaded-pack.ts'
import type { Outcome } from '#plain/outcome.ts'

/** The one place in this room that touches a disk: a pack's folder, ready to be asked. */
export async function loadPackFromFolder(folder: string): Promise<Outcome<LoadedPack>> {
  const files = await readPackFiles(folder)
  return files.ok ? loadPack(files.value) : files
}
