import type { Problem } from '#plain/problem.ts'
import type { ProblemBody } from '#web/api/shapes.ts'

/** Our problems as RFC 9457 writes them, with what to do next as a member of its own. */
export function problemResponse(status: number, it: Problem): Response {
  const body: ProblemBody = { type: `urn:steward:${it.code.replace('/', ':')}`, title: titles[status] ?? 'Something went wrong', status, detail: it.what, next: it.next, code: it.code, where: { ...it.where } }
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store' } })
}

const titles: Record<number, string> = {
  400: 'The request could not be understood',
  403: 'Not allowed',
  404: 'Not there',
  405: 'Not done this way',
  409: 'Not possible now',
  413: 'Too large',
  415: 'Not a kind of file we read',
  422: 'The file could not be read',
  429: 'Too many at once',
  500: 'Our fault',
  503: 'Not now',
}

/** The status that a room's problem gets on the wire. */
export function statusOf(it: Problem): number {
  if (it.code === 'store/too-large' || it.code === 'text/too-large') return 413
  if (it.code === 'web/too-many-imports') return 429
  if (it.code === 'store/full') return 507
  return 422
}
