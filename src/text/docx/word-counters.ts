import { countAs, type Counting } from '#text/counting.ts'
import { LEVELS, type WordLevel, type WordList } from '#text/docx/word-lists.ts'

/** The running numbers of a Word file's lists, paragraph by paragraph, as Word shows them. */
export class WordCounters {
  /** By list definition: the number of each level, null where it has not started. */
  private readonly counters = new Map<string, (number | null)[]>()
  private readonly used = new Set<string>()

  /** Counts one paragraph at a level (from 0) and gives its label; null where the level shows nothing. */
  next(list: WordList, level: number): string | null {
    const own = list.levels[level]
    if (own === undefined) return null
    const counts = this.counters.get(list.counter) ?? Array.from({ length: LEVELS }, () => null)
    this.counters.set(list.counter, counts)
    this.restartFor(list, level, counts)
    // A level that was passed over counts as begun: 1.1 may come before any 1.
    for (let above = 0; above < level; above++) counts[above] ??= list.levels[above]?.start ?? 1
    const now = counts[level] ?? null
    counts[level] = now === null ? (list.starts.get(level) ?? own.start) : now + 1
    for (let below = level + 1; below < LEVELS; below++) if (startsAnew(list.levels[below], level)) counts[below] = null
    return labelOf(list, level, own, counts)
  }

  /** A list that starts anew at some level does so once, when that level is first used through it. */
  private restartFor(list: WordList, level: number, counts: (number | null)[]): void {
    for (const at of list.starts.keys()) {
      const mark = `${list.id}/${at}`
      if (at > level || this.used.has(mark)) continue
      this.used.add(mark)
      counts[at] = at === level ? null : (list.starts.get(at) ?? null)
    }
  }
}

function startsAnew(level: WordLevel | undefined, used: number): boolean {
  if (level === undefined) return false
  return level.restart === null || (level.restart !== 0 && used < level.restart)
}

function labelOf(list: WordList, level: number, own: WordLevel, counts: readonly (number | null)[]): string | null {
  if (own.format === 'bullet') return bulletOf(own.text)
  const label = own.text.replace(/%([1-9])/g, (_, digit: string) => {
    const at = Number(digit) - 1
    const shown = list.levels[at]
    if (shown === undefined || at > level || shown.format === 'bullet') return ''
    return countAs(counts[at] ?? shown.start, own.legal && shown.format !== 'none' ? 'decimal' : countingOf(shown.format))
  })
  return label.trim() === '' ? null : label.trim()
}

/** Bullets are letters of picture fonts; a reader sees a dot. */
function bulletOf(text: string): string | null {
  const sign = text.trim()
  if (sign === '') return null
  if (sign === 'o') return '◦'
  const code = sign.charCodeAt(0)
  return code >= 0xe000 && code <= 0xf8ff ? '•' : sign
}

const COUNTINGS: Readonly<Record<string, Counting>> = {
  decimal: 'decimal', decimalZero: 'decimalZero', lowerLetter: 'lowerLetter', upperLetter: 'upperLetter', lowerRoman: 'lowerRoman', upperRoman: 'upperRoman',
  ordinal: 'ordinal', cardinalText: 'cardinalText', ordinalText: 'ordinalText', none: 'none',
}

function countingOf(format: string): Counting {
  return COUNTINGS[format] ?? 'decimal'
}
