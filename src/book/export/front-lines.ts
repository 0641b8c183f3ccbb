import type { Book } from '#book/book.ts'

/** The cover of an agreement in words, a line each: the parties with what joins them, and the days between which it runs. */
export function frontLines(book: Book): string[] {
  const parties = book.parties.flatMap((party, index) => [index === 0 ? 'between' : 'and', party.replace(/\s+/gu, ' ').trim()])
  const { from, through } = book.term
  const days = [...(from === null ? [] : [dayInWords(from)]), ...(through === null ? [] : [`through ${dayInWords(through)}`])]
  return days.length === 0 ? parties : [...parties, days.join(' ')]
}

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

/** `2024-07-01` as `July 1, 2024`; anything else as it stands. */
export function dayInWords(day: string): string {
  const [, year = '', month = '', date = ''] = /^(\d{4})-(\d\d)-(\d\d)$/u.exec(day) ?? []
  const name = months[Number(month) - 1]
  return name === undefined ? day : `${name} ${Number(date)}, ${year}`
}
