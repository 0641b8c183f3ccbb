import { titleOf } from '#web/app/page-title.ts'
import type { PageData } from '#web/app/page-data.ts'
import type { Route } from '#web/app/route.ts'
import { escapeHtml } from '#web/render/escape-html.ts'

/** A whole page: its text for reading at once, and the data from which the script goes on. No script or style stands in it. */
export function pageHtml(page: { route: Route; data: PageData; head: string; foot: string; text: string }): string {
  return (
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">' +
    `<title>${escapeHtml(titleOf(page.data))}</title><meta name="color-scheme" content="light dark">` +
    '<meta name="theme-color" content="#fbfaf7" media="(prefers-color-scheme: light)"><meta name="theme-color" content="#171614" media="(prefers-color-scheme: dark)">' +
    `<link rel="icon" href="data:,">${page.head}</head>` +
    `<body><div id="room">${page.text}</div>${page.foot}<script type="application/json" id="page-data">${dataForScript(page)}</script></body></html>`
  )
}

/** The leaf's text stands in the page already: it is not sent twice. */
function dataForScript({ route, data }: { route: Route; data: PageData }): string {
  const lean = data.page === 'read' ? { ...data, leaf: { ...data.leaf, html: '' } } : data
  return JSON.stringify({ route, data: lean }).replaceAll('<', '\\u003c')
}
