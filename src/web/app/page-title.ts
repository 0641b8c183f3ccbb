import type { PageData } from './page-data.ts'

/** The words in the window's bar and in the history. */
export function titleOf(data: PageData): string {
  switch (data.page) {
    case 'library':
      return 'Library · Steward'
    case 'read': {
      const place = [data.leaf.label, data.leaf.title].filter((part) => part !== '').join(' ')
      return `${place} · ${data.book.title} · Steward`
    }
    case 'search':
      return `${data.hits.query === '' ? 'Search' : `“${data.hits.query}”`} · Steward`
    case 'lint':
      return `To check in ${data.book.title} · Steward`
    case 'report':
      return `How ${data.report.book.title} was read · Steward`
    case 'compare':
      return data.comparison === null ? 'Compare · Steward' : `${data.comparison.left.title} beside ${data.comparison.right.title} · Steward`
    case 'ask':
      return `Ask ${data.ask.pack.title} · Steward`
    case 'answer':
      return `${data.answer.asks} · ${data.answer.pack.title} · Steward`
    case 'missing':
      return 'Not there · Steward'
  }
}
