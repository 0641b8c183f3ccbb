import { join } from 'node:path'
import { loadPackFromFolder } from '#determinations/load-pack-from-folder.ts'
import type { LoadedPack } from '#determinations/loaded-pack.ts'
import type { Program } from '#rules/core/core.ts'
import type { Surroundings } from '#rules/core/running.ts'

/** The invented agreement of the engine's benches, loaded as any pack is. */
export async function enginePack(): Promise<{ readonly pack: LoadedPack; readonly around: Surroundings; readonly program: (decision: string) => Program }> {
  const loaded = await loadPackFromFolder(join(import.meta.dirname, 'engine-pack'))
  if (!loaded.ok) throw new Error(loaded.problem.what)
  const pack = loaded.value
  return {
    pack,
    around: { asOf: null, calendars: pack.calendars },
    program: (decision) => {
      const program = pack.decisions.get(decision)?.program
      if (program === null || program === undefined) throw new Error(`${decision} does not lower: ${JSON.stringify(pack.problems)}`)
      return program
    },
  }
}
