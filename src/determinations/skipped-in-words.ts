/** The days that a count skipped, in words; neighbours with one reason are told as one stretch: `2010-11-22 to 2010-11-26 Thanksgiving Holidays`. */
export function skippedInWords(skipped: readonly { readonly day: string; readonly why: string }[]): string {
  const stretches: { first: string; last: string; why: string }[] = []
  for (const { day, why } of skipped) {
    const before = stretches.at(-1)
    if (before !== undefined && before.why === why) before.last = day
    else stretches.push({ first: day, last: day, why })
  }
  return stretches.map(({ first, last, why }) => (first === last ? `${first} ${why}` : `${first} to ${last} ${why}`)).join('; ')
}
