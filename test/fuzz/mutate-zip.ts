import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { mutateBytes } from './mutate-bytes.ts'
import { mutateMarkup } from './mutate-markup.ts'
import type { Random } from './random.ts'

/** Damage inside a zip file, packed again with sizes and check sums that are right: what an attacker would send. */
export function mutateZip(bytes: Uint8Array, random: Random): Uint8Array {
  const members = unzipSync(bytes)
  for (let times = 1 + random.below(3); times > 0; times--) random.pick(DAMAGES)(members, random)
  return zipSync(members, { level: random.pick([0, 6]) })
}

type Damage = (members: Record<string, Uint8Array>, random: Random) => void

const DAMAGES: readonly Damage[] = [
  markup,
  markup,
  markup,
  function anyBytes(members, random) {
    const name = random.pick(Object.keys(members))
    members[name] = mutateBytes(members[name] ?? new Uint8Array(), random)
  },
  function lose(members, random) {
    delete members[random.pick(Object.keys(members))]
    members['x'] = strToU8('x')
  },
  function swap(members, random) {
    members[random.pick(Object.keys(members))] = members[random.pick(Object.keys(members))] ?? new Uint8Array()
  },
  function swell(members, random) {
    members[random.pick(Object.keys(members))] = new Uint8Array(random.pick([500_000, 5_000_000])).fill(random.pick([0, 32, 60]))
  },
  function many(members, random) {
    for (let at = random.pick([50, 5000]); at > 0; at--) members[`word/x${at}.xml`] = new Uint8Array()
  },
  function nested(members) {
    members['word/document.xml'] = zipSync(members)
  },
  function outside(members) {
    members['../../etc/evil.xml'] = strToU8('<x/>')
  },
]

function markup(members: Record<string, Uint8Array>, random: Random): void {
  const name = random.pick(['word/document.xml', ...Object.keys(members)])
  members[name] = strToU8(mutateMarkup(strFromU8(members[name] ?? new Uint8Array()), random))
}
