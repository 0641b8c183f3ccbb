import { readPackFiles } from '#pack/load-pack-folder.ts'
import { loadPack } from '#determinations/load-pack.ts'
import type { LoadedPack } from '#determinations/loaded-pack.ts'
import type { Outcome } from '#plain/outcome.ts'
import { runByWrittenCode } from '#rules/code/compile.ts'

/** The one place in this room that touches a disk: a pack's folder, ready to be asked. A decision that is asked often is answered by code written for it. */
export async function loadPackFromFolder(folder: string): Promise<Outcome<LoadedPack>> {
  const files = await readPackFiles(folder)
  if (!files.ok) return files
  const loaded = loadPack(files.value)
  if (loaded.ok) runByWrittenCode([...loaded.value.decisions.values()].flatMap(({ program }) => program ?? []), manyTimes)
  return loaded
}

/** By then the closures have taken about as long as writing the code takes. */
const manyTimes = 100
