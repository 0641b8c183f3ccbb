import { brokenFile } from './broken-file.ts'
import { readBroken, type Fate } from './read-broken.ts'

/** A process that reads broken files by number, one after the other, and says what became of each. */
export interface ChildAnswer {
  readonly number: number
  readonly kind: string
  readonly bytes: number
  readonly fate: Fate
  /** The most memory this process ever had, in megabytes. */
  readonly mostMegabytes: number
}

// As in the thread behind the wall: errors that the PDF package forgets to catch are not ours.
process.on('unhandledRejection', () => undefined)

process.on('message', (task: { number: number; seed: number; walled: boolean }) => {
  const file = brokenFile(task.number, task.seed)
  void readBroken(file, task.walled).then((fate) => process.send?.({ number: task.number, kind: file.kind, bytes: file.bytes.length, fate, mostMegabytes: process.resourceUsage().maxRSS / 1024 } satisfies ChildAnswer))
})
