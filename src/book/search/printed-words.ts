/** Numbers the different words of long texts as they are printed, without cutting out each of their stands: most of the work of building an index. */

export interface PrintedWords {
  /** The number of the word from `start` to `end` in `source`; the next free number where it is new. */
  numberOf(source: string, start: number, end: number): number
}

/** An empty list. */
export function printedWords(): PrintedWords {
  const printed: string[] = []
  let hashes = new Int32Array(1 << 15)
  // Slot -> number + 1, 0 for an empty slot; always at least half empty.
  let slots = new Int32Array(1 << 16)

  const grow = (): void => {
    hashes = copied(hashes, hashes.length * 2)
    slots = new Int32Array(slots.length * 2)
    for (let id = 0; id < printed.length; id += 1) slots[freeSlot(slots, hashes[id]!)] = id + 1
  }
  return {
    numberOf: (source, start, end) => {
      const hash = hashOf(source, start, end)
      const last = slots.length - 1
      let slot = firstSlot(hash, last)
      for (let id = slots[slot]!; id !== 0; id = slots[slot]!) {
        if (hashes[id - 1] === hash && isSame(printed[id - 1]!, source, start, end)) return id - 1
        slot = (slot + 1) & last
      }
      const id = printed.length
      printed.push(source.slice(start, end))
      hashes[id] = hash
      slots[slot] = id + 1
      if (printed.length === hashes.length) grow()
      return id
    },
  }
}

function hashOf(source: string, start: number, end: number): number {
  let hash = 0x811c9dc5
  for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ source.charCodeAt(at), 0x01000193)
  return hash
}

function firstSlot(hash: number, last: number): number {
  return (hash ^ (hash >>> 15)) & last
}

function freeSlot(slots: Int32Array, hash: number): number {
  const last = slots.length - 1
  let slot = firstSlot(hash, last)
  while (slots[slot] !== 0) slot = (slot + 1) & last
  return slot
}

function isSame(word: string, source: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false
  for (let at = 0; at < word.length; at += 1) if (word.charCodeAt(at) !== source.charCodeAt(start + at)) return false
  return true
}

function copied(array: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const bigger = new Int32Array(length)
  bigger.set(array)
  return bigger
}
