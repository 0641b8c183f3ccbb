import type { PageData } from './page-data.ts'
import type { PageComponents } from './room.tsx'

/** The pages that the browser has already; a page shown before is there at once. */
export const loaded: PageComponents = {}

/** Fetches a page's script. */
export async function loadComponent(page: PageData['page']): Promise<void> {
  if (loaded[page]) return
  switch (page) {
    case 'library':
      loaded.library = (await import('./pages/library-page.tsx')).LibraryPage
      return
    case 'read':
      loaded.read = (await import('./pages/read-page.tsx')).ReadPage
      return
    case 'search':
      loaded.search = (await import('./pages/search-page.tsx')).SearchPage
      return
    case 'lint':
      loaded.lint = (await import('./pages/lint-page.tsx')).LintPage
      return
    case 'report':
      loaded.report = (await import('./pages/report-page.tsx')).ReportPage
      return
    case 'compare':
      loaded.compare = (await import('./pages/compare-page.tsx')).ComparePage
      return
    case 'ask':
      loaded.ask = (await import('./pages/ask-page.tsx')).AskPage
      return
    case 'answer':
      loaded.answer = (await import('./pages/answer-page.tsx')).AnswerPage
      return
    case 'missing':
      loaded.missing = (await import('./pages/missing-page.tsx')).MissingPage
  }
}
