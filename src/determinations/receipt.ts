import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { CalendarSet } from '#calendar/calendar.ts'
import { civilText } from '#plain/civil-day.ts'
import { decide, type Question } from '#determinations/decide.ts'
import type { Determination } from '#determinations/determination.ts'
import type { LoadedPack } from '#determinations/loaded-pack.ts'

/** A receipt of an answer: hashes of everything that it stands on, so that either side can recompute it years later and see that it is the same. */
export interface Receipt {
  readonly receipt: 'steward-1'
  readonly pack: string
  readonly decision: string
  /** The facts as they were given. */
  readonly facts: Readonly<Record<string, unknown>>
  readonly asOf: string | null
  readonly knownAsOf: string | null
  /** SHA-256 in lower-case hex. */
  readonly hashes: {
    /** Clauses, rules, tables and calendars of the pack: all its files. */
    readonly pack: string
    /** The days of every kind and the named dates that stood for the answer. */
    readonly calendar: string
    readonly facts: string
    readonly result: string
  }
}

/** The receipt of the answer that a pack gives to a question. */
export function receiptOf(pack: LoadedPack, question: Question, answer: Determination = decide(pack, question)): Receipt {
  const { decision, input } = question
  const asOf = question.asOf ?? null
  const knownAsOf = question.knownAsOf ?? null
  return {
    receipt: 'steward-1',
    pack: pack.pack.name,
    decision,
    facts: input,
    asOf,
    knownAsOf,
    hashes: {
      pack: packHash(pack),
      calendar: hashOf(calendarLines(question.calendar ?? pack.calendars)),
      facts: hashOf([inOrder({ decision, input, asOf, knownAsOf })]),
      result: hashOf([inOrder(resultOf(answer))]),
    },
  }
}

/** A receipt from its JSON text; null where it is none. */
export function readReceipt(text: string): Receipt | null {
  let read: unknown
  try {
    read = JSON.parse(text)
  } catch {
    return null
  }
  const it = read as Receipt
  const whole = isRecord(read) && it.receipt === 'steward-1' && typeof it.decision === 'string' && isRecord(it.facts) && isRecord(it.hashes)
  return whole ? it : null
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export type Verified = { readonly same: true } | { readonly same: false; readonly differs: readonly ('pack' | 'calendar' | 'facts' | 'result')[]; readonly says: string }

/** Recomputes a receipt from a pack (and the case's calendar, where one stood for the agreement's own). */
export function verifyReceipt(receipt: Receipt, pack: LoadedPack, calendar: CalendarSet | null = null): Verified {
  const { decision, facts, asOf, knownAsOf } = receipt
  const now = receiptOf(pack, { decision, input: facts, asOf, knownAsOf, calendar })
  const differs = (['pack', 'calendar', 'facts', 'result'] as const).filter((part) => receipt.hashes[part] !== now.hashes[part])
  return differs.length === 0 ? { same: true } : { same: false, differs, says: differenceInWords(differs) }
}

function differenceInWords(differs: readonly string[]): string {
  const result = differs.includes('result') ? 'The answer is another' : 'The answer is the same'
  const causes = differs.filter((part) => part !== 'result').map((part) => `the ${part}`)
  return causes.length === 0 ? `${result}, from the same pack, calendar and facts: this receipt was altered, or made by another program.` : `${result}; changed since: ${causes.join(', ')}.`
}

/** What of an answer is the answer: its working and its words may be told better one day. */
function resultOf({ status, value, readings, needs, error }: Determination): unknown {
  return { status, value, readings: readings.map((reading) => reading.value), needs: needs.map((need) => need.input), error: error?.input }
}

/** The hash of a pack's files by path, their line ends made equal. Kept: a pack does not change while it is loaded. */
export function packHash(pack: LoadedPack): string {
  const known = packHashes.get(pack)
  if (known !== undefined) return known
  const paths = [...pack.files.keys()].filter((path) => !path.startsWith('examples/')).sort()
  const hash = hashOf(paths.map((path) => `${path}\n${hashOf([(pack.files.get(path) ?? '').replaceAll('\r\n', '\n')])}`))
  packHashes.set(pack, hash)
  return hash
}

const packHashes = new WeakMap<LoadedPack, string>()

function calendarLines(calendars: CalendarSet): readonly string[] {
  const kinds = [...calendars.kinds.values()].sort((a, b) => (a.kind < b.kind ? -1 : 1))
  const days = kinds.map((it) => `${it.kind} ${it.covered.map((span) => `${civilText(span.from)}/${civilText(span.through)}`).join(' ')}: ${Array.from(it.index.days, civilText).join(' ')}`)
  const years = [...calendars.named.keys()].sort().map((year) => `${year} ${[...(calendars.named.get(year) ?? [])].map(([name, day]) => `${name}=${civilText(day)}`).sort().join(' ')}`)
  return [...days, ...years]
}

function hashOf(lines: readonly string[]): string {
  return bytesToHex(sha256(utf8ToBytes(lines.join('\n'))))
}

/** JSON with the keys of every record in order, so that equal values hash equal. */
function inOrder(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))) : part,
  )
}
