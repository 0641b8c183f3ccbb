import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { randomBytes } from 'node:crypto'

/** The data folder's three rooms: what is on the shelf, what is being imported, and what is just arriving. */

export interface DataFolder {
  readonly shelf: string
  readonly imports: string
  readonly arriving: string
}

/** Makes the rooms that are missing and throws away what was only half arrived when the program last stopped. */
export async function openDataFolder(path: string): Promise<DataFolder> {
  const rooms = { shelf: join(path, 'shelf'), imports: join(path, 'imports'), arriving: join(path, 'arriving') }
  for (const room of Object.values(rooms)) await mkdir(room, { recursive: true, mode: 0o700 })
  for (const name of await readdir(rooms.arriving)) await rm(join(rooms.arriving, name), { recursive: true, force: true })
  return rooms
}

/** A name in `arriving` that nobody else has. */
export function arrivingPlace(folder: DataFolder): string {
  return join(folder.arriving, randomBytes(12).toString('hex'))
}

/** A whole sha-256 in lower-case hex: the only thing that ever becomes a folder's name. */
export function isHash(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text)
}
