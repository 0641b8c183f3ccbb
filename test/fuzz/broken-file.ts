import { mutateBytes } from './mutate-bytes.ts'
import { mutateMarkup } from './mutate-markup.ts'
import { mutatePdf } from './mutate-pdf.ts'
import { mutateZip } from './mutate-zip.ts'
import { Random } from './random.ts'
import { seedFiles, type SeedFile, type SeedKind } from './seed-files.ts'

/** The broken file with a given number: the same number and seed always give the same file. */
export function brokenFile(number: number, seed: number): SeedFile {
  const random = new Random(seed * 1_000_003 + number)
  const kind = kindOf(random.below(1000))
  const whole = random.pick(SEEDS.filter((file) => file.kind === kind))
  return { kind, name: random.chance(20) ? 'renamed.txt' : whole.name, bytes: damaged(whole, random) }
}

const SEEDS = seedFiles()

/** Of a thousand files; reading by eye takes seconds, so it gets a small share. */
const SHARES: readonly (readonly [SeedKind, number])[] = [['docx', 320], ['pdf', 300], ['html', 180], ['txt', 100], ['md', 40], ['scan', 10], ['picture', 10], ['other', 40]]

function kindOf(drawn: number): SeedKind {
  let sum = 0
  for (const [kind, share] of SHARES) {
    sum += share
    if (drawn < sum) return kind
  }
  return 'txt'
}

function damaged(whole: SeedFile, random: Random): Uint8Array {
  const { kind, bytes } = whole
  if (kind === 'docx' && !random.chance(4)) return mutateZip(bytes, random)
  if (kind === 'html' && !random.chance(4)) return new TextEncoder().encode(mutateMarkup(new TextDecoder().decode(bytes), random))
  if ((kind === 'pdf' || kind === 'scan') && !random.chance(3)) return mutatePdf(bytes, random)
  return mutateBytes(bytes, random)
}
