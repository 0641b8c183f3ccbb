import type { Random } from './random.ts'

/** Damage to any file: flipped bytes, cuts, splices, doubled and moved pieces, extreme numbers. */
export function mutateBytes(bytes: Uint8Array, random: Random): Uint8Array {
  let broken: Uint8Array = bytes.slice()
  for (let times = 1 + random.below(4); times > 0 && broken.length > 0; times--) broken = random.pick(DAMAGES)(broken, random)
  return broken.subarray(0, 4_000_000)
}

type Damage = (bytes: Uint8Array, random: Random) => Uint8Array

const DAMAGES: readonly Damage[] = [
  function flip(bytes, random) {
    for (let times = 1 + random.below(20); times > 0; times--) bytes[random.below(bytes.length)] = random.below(256)
    return bytes
  },
  function flipBit(bytes, random) {
    const at = random.below(bytes.length)
    bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8))
    return bytes
  },
  function cutShort(bytes, random) {
    return bytes.slice(0, random.below(bytes.length))
  },
  function cutOut(bytes, random) {
    const [from, to] = piece(bytes, random)
    return together(bytes.subarray(0, from), bytes.subarray(to))
  },
  function double(bytes, random) {
    const [from, to] = piece(bytes, random)
    const copies = Array.from({ length: 1 + random.below(30) }, () => bytes.subarray(from, to))
    return together(bytes.subarray(0, to), ...copies, bytes.subarray(to)).slice(0, 2_000_000)
  },
  function splice(bytes, random) {
    const [from, to] = piece(bytes, random)
    const at = random.below(bytes.length)
    return together(bytes.subarray(0, at), bytes.subarray(from, to), bytes.subarray(at))
  },
  function noise(bytes, random) {
    const at = random.below(bytes.length)
    const added = Uint8Array.from({ length: 1 + random.below(200) }, () => random.below(256))
    return together(bytes.subarray(0, at), added, bytes.subarray(at))
  },
  function extreme(bytes, random) {
    const at = random.below(Math.max(1, bytes.length - 4))
    bytes.set(random.pick([[0xff, 0xff, 0xff, 0xff], [0, 0, 0, 0], [0xff, 0xff, 0xff, 0x7f], [0, 0, 0, 0x80], [1, 0, 0, 0]]).slice(0, bytes.length - at), at)
    return bytes
  },
  function empty(bytes, random) {
    const [from, to] = piece(bytes, random)
    return bytes.fill(random.pick([0, 32, 10, 12, 255]), from, to)
  },
]

function piece(bytes: Uint8Array, random: Random): [number, number] {
  const from = random.below(bytes.length)
  return [from, Math.min(bytes.length, from + 1 + random.below(random.chance(4) ? bytes.length : 200))]
}

export function together(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
