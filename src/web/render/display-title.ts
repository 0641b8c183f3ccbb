/** Titles for screens: a heading shouted in capitals is set in ordinary case; everything else stays as printed. */

const small = new Set(['a', 'an', 'and', 'as', 'at', 'by', 'for', 'from', 'in', 'of', 'on', 'or', 'the', 'to', 'with', 'per'])
const kept = new Set(['AFL', 'AFT', 'CFT', 'CIO', 'CSEA', 'CTA', 'FMLA', 'GATE', 'IEP', 'NEA', 'SEIU', 'TOSA', 'USA'])

/** `GRIEVANCE PROCEDURE` as `Grievance Procedure`; headings that have small letters already are left alone. */
export function displayTitle(printed: string): string {
  const text = printed.replace(/\s+/g, ' ').trim()
  if (/\p{Ll}/u.test(text) || !/\p{Lu}{2}/u.test(text)) return text
  return text.replace(/[\p{Lu}\p{M}’']+(?!\.)/gu, (word, at: number) => inOrdinaryCase(word, at === 0 || /[:–—(]\s*$/.test(text.slice(0, at))))
}

function inOrdinaryCase(word: string, first: boolean): string {
  const low = word.toLowerCase()
  if (!first && small.has(low)) return low
  // No vowel, or a Roman numeral: an abbreviation, kept.
  if (kept.has(word) || !/[AEIOUY]/.test(word) || /^(?=[IVXL]+$)(X{0,3})(IX|IV|V?I{0,3})$/.test(word)) return word
  return word.charAt(0) + low.slice(1)
}
