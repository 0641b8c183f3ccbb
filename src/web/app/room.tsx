import { useEffect, useSyncExternalStore, type ComponentType } from 'react'
import { currentPlace, onPlace } from './navigation.ts'
import type { PageData } from './page-data.ts'
import { TopBar } from './parts/top-bar.tsx'
import type { Route } from './route.ts'

/** What every page is given: its data, and where it stands. */
export interface PageProps<P extends PageData['page']> {
  readonly route: Route
  readonly data: PageData & { page: P }
  readonly step: number
  readonly returned: boolean
}

export type PageComponents = { [P in PageData['page']]?: ComponentType<PageProps<P>> }

/** The room in the browser: follows the reader from place to place. */
export function LivingRoom({ pages }: { pages: PageComponents }) {
  const place = useSyncExternalStore(onPlace, currentPlace, currentPlace)
  // From here on the page answers to the hand; before, it can only be read.
  useEffect(() => void (document.documentElement.dataset['alive'] = ''), [])
  return <Room route={place.route} data={place.data} pages={pages} step={place.step} going={place.going} returned={place.returned} />
}

interface RoomProps {
  readonly route: Route
  readonly data: PageData
  readonly pages: PageComponents
  readonly step?: number
  readonly going?: boolean
  readonly returned?: boolean
}

/** The bar at the top and one page under it. */
export function Room({ route, data, pages, step = 0, going = false, returned = false }: RoomProps) {
  const Page = pages[data.page] as ComponentType<PageProps<PageData['page']>> | undefined
  const book = data.page === 'read' || data.page === 'lint' || data.page === 'ask' || data.page === 'answer' ? data.book : data.page === 'report' ? data.report.book : null
  return (
    <>
      <a className="skip" href="#text">
        Skip to the text
      </a>
      <TopBar page={data.page} book={book} query={data.page === 'search' ? data.hits.query : ''} going={going} />
      {Page ? <Page key={data.page === 'read' ? data.book.id : data.page} route={route} data={data} step={step} returned={returned} /> : null}
    </>
  )
}
