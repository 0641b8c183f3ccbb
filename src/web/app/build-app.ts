import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Builds the pages for the browser and for the server into a folder, and notes what they were built from. */
export async function buildApp(folder: string, madeFrom: string): Promise<void> {
  const { createBuilder } = await import('vite')
  process.env['STEWARD_APP_OUT'] = folder
  const builder = await createBuilder({ configFile: fileURLToPath(new URL('./vite.config.ts', import.meta.url)), logLevel: 'warn' })
  await builder.buildApp()
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'built-from.txt'), madeFrom)
}
