import { open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { randomBytes } from 'node:crypto'

/** Files that are either wholly there or not there at all, whenever the power goes. */

/** Writes beside the place, makes it durable, then moves it into place. */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  const beside = `${path}.${randomBytes(6).toString('hex')}.part`
  try {
    await writeDurably(beside, content)
    await rename(beside, path)
  } catch (error) {
    await rm(beside, { force: true })
    throw error
  }
  await keepFolder(dirname(path))
}

/** Writes a file and waits until the disk has it. */
export async function writeDurably(path: string, content: string | Uint8Array): Promise<void> {
  const file = await open(path, 'w', 0o600)
  try {
    await file.writeFile(content)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Makes a folder's list of names durable: without it a rename can be undone by a power cut. */
export async function keepFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

/** Moves a finished folder into place and makes the move durable. */
export async function moveFolder(from: string, to: string): Promise<void> {
  await keepFolder(from)
  await rename(from, to)
  await keepFolder(join(to, '..'))
}
