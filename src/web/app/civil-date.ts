const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

/** A civil date in words: `July 1, 2010`. Anything else stays as it is. */
export function dateInWords(iso: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso) ?? []
  const name = months[Number(month) - 1]
  return name ? `${name} ${Number(day)}, ${year}` : iso
}

/** `2010–2013`, or what is known of it. */
export function termInYears(from: string | null, through: string | null): string {
  const years = [from?.slice(0, 4), through?.slice(0, 4)].filter((it) => it !== undefined)
  return [...new Set(years)].join('–')
}
