import type { MiddlewareHandler } from 'hono'
import { problem } from '#plain/problem.ts'
import { problemResponse } from '#web/guard/problem-response.ts'

/**
 * Lets in only what was asked of this house by its own name, and changes only from its own pages.
 * A foreign page can make a browser send requests here, under our name or under one that it has pointed at us; both stop at this door.
 */
export function sameHouse(hosts: () => ReadonlySet<string>): MiddlewareHandler {
  return async (c, next) => {
    const host = (c.req.header('host') ?? '').toLowerCase()
    if (!hosts().has(host)) return problemResponse(403, problem('web/foreign-host', 'This address is not one that Steward answers to.', 'Open the address that Steward printed when it started.'))
    const origin = c.req.header('origin')
    const site = c.req.header('sec-fetch-site')
    const changes = c.req.method !== 'GET' && c.req.method !== 'HEAD'
    const foreign = origin !== undefined ? origin !== `${new URL(c.req.url).protocol}//${host}` : changes && site === undefined ? false : site === 'cross-site' || site === 'same-site'
    if (foreign && (changes || c.req.path.startsWith('/api/'))) {
      return problemResponse(403, problem('web/foreign-page', 'Another web page asked for this.', 'Do it from the reading room itself.'))
    }
    await next()
  }
}

/** The names by which a browser on this machine may call a server on a port. */
export function localHosts(port: number): ReadonlySet<string> {
  const names = ['127.0.0.1', 'localhost', '[::1]']
  return new Set(port === 80 ? [...names, ...names.map((name) => `${name}:80`)] : names.map((name) => `${name}:${port}`))
}
