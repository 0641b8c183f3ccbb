import type { MiddlewareHandler } from 'hono'

/** Headers on every answer: only our own scripts and styles run, nobody frames us, nobody learns where a reader came from. */
export const safeHeaders: MiddlewareHandler = async (c, next) => {
  await next()
  for (const [name, value] of Object.entries(headers)) if (!c.res.headers.has(name)) c.res.headers.set(name, value)
}

const headers = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
  'cache-control': 'no-store',
}

/** For files that somebody gave us: saved, never shown or run. */
export const downloadHeaders = {
  'content-security-policy': "default-src 'none'; sandbox",
  'cache-control': 'no-store',
}

/** `attachment` with a name that every browser reads and none can be led astray by. */
export function attachment(name: string): string {
  const plain = name.replace(/[^\w.\- ]+/g, '_').slice(0, 120)
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name.slice(0, 120)).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)}`
}
