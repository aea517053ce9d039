import type { ServerResponse } from 'node:http'

/**
 * Sends a small JSON answer. `close` ends the connection soon after, for a request whose body we did not want to
 * read to its end.
 */
export function answer(response: ServerResponse, status: number, body: object, close = false): void {
  if (response.headersSent || response.destroyed) return
  const text = JSON.stringify(body)
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...(close ? { connection: 'close' } : {}),
  })
  response.end(text)
  // Cut at once, a sender that is still writing would see a reset instead of the answer.
  if (close) setTimeout(() => response.req.destroy(), 250).unref()
}
