import { AnswerPage } from './pages/answer-page.tsx'
import { AskPage } from './pages/ask-page.tsx'
import { ComparePage } from './pages/compare-page.tsx'
import { LibraryPage } from './pages/library-page.tsx'
import { LintPage } from './pages/lint-page.tsx'
import { MissingPage } from './pages/missing-page.tsx'
import { ReadPage } from './pages/read-page.tsx'
import { ReportPage } from './pages/report-page.tsx'
import { SearchPage } from './pages/search-page.tsx'
import type { PageComponents } from './room.tsx'

/** Every page at once: for the server, which has them all in memory. The browser fetches them one by one (`load-component.ts`). */
export const pageComponents: PageComponents = {
  library: LibraryPage,
  read: ReadPage,
  search: SearchPage,
  lint: LintPage,
  report: ReportPage,
  compare: ComparePage,
  ask: AskPage,
  answer: AnswerPage,
  missing: MissingPage,
}
