import './styles/room.css'
import { hydrateRoot } from 'react-dom/client'
import { loadComponent, loaded } from './load-component.ts'
import { startNavigation } from './navigation.ts'
import type { PageData } from './page-data.ts'
import { LivingRoom } from './room.tsx'
import type { Route } from './route.ts'

/** The browser's beginning: takes over the page that the server wrote. */
const room = document.getElementById('room')
const written = JSON.parse(document.getElementById('page-data')?.textContent ?? 'null') as { route: Route; data: PageData } | null

if (room && written) {
  const data = withWrittenText(written.data)
  await loadComponent(data.page)
  startNavigation(written.route, data)
  hydrateRoot(room, <LivingRoom pages={loaded} />)
}

/** The leaf's text is in the page and was not sent a second time. */
function withWrittenText(data: PageData): PageData {
  if (data.page !== 'read') return data
  return { ...data, leaf: { ...data.leaf, html: document.querySelector('[data-leaf-text]')?.innerHTML ?? '' } }
}
