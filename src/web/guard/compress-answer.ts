import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { MiddlewareHandler } from 'hono'

const brotli = promisify(brotliCompress)
const gz = promisify(gzip)
const smallest = 1_000

/** Packs pages and data before they travel: on a bad signal the text is what one waits for. */
export const compressAnswer: MiddlewareHandler = async (c, next) => {
  await next()
  const type = c.res.headers.get('content-type') ?? ''
  if (!/^(text\/(html|plain|css)|application\/(json|problem\+json))/.test(type) || c.res.headers.has('content-encoding')) return
  const accepts = c.req.header('accept-encoding') ?? ''
  const encoding = /\bbr\b/.test(accepts) ? 'br' : /\bgzip\b/.test(accepts) ? 'gzip' : null
  if (encoding === null || c.res.body === null) return
  const bytes = new Uint8Array(await c.res.arrayBuffer())
  const headers = new Headers(c.res.headers)
  headers.append('vary', 'accept-encoding')
  if (bytes.length < smallest) {
    c.res = new Response(bytes, { status: c.res.status, headers })
    return
  }
  headers.set('content-encoding', encoding)
  headers.delete('content-length')
  const packed = encoding === 'br' ? await brotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }) : await gz(bytes)
  c.res = new Response(new Uint8Array(packed), { status: c.res.status, headers })
}
