import { renderToString } from 'react-dom/server'
import type { PageData } from './page-data.ts'
import { pageComponents } from './pages.ts'
import { Room } from './room.tsx'
import type { Route } from './route.ts'

/** A page's text as the server writes it. */
export function renderPage(route: Route, data: PageData): string {
  return renderToString(<Room route={route} data={data} pages={pageComponents} />)
}
