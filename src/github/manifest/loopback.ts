import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Html } from '../../lib/html.js'
import { wordPage } from './pages.js'

/** What is shown to the one browser that comes, and what is done when GitHub sends it back. */
export type Visit<Outcome> = {
  readonly contentPolicy: string
  /** `callback` is the address to come back to, with `state`. */
  readonly page: (callback: string, state: string) => Html
  /** What it throws ends the visit; the browser is told where to look, and no more. */
  readonly finish: (code: string) => Promise<Outcome>
  readonly farewell: Html
}

export type Loopback<Outcome> = {
  readonly address: string
  /** What `finish` gave; rejects with what it threw, or with the signal's reason. */
  readonly done: Promise<Outcome>
  close(): Promise<void>
}

/**
 * A server for one visit, on this machine alone. Its path cannot be guessed, so that other programs and web pages of this
 * machine cannot come first; the page is given once, and a code is taken once and only with the right state.
 */
export async function openLoopback<Outcome>(
  visit: Visit<Outcome>,
  signal: AbortSignal,
): Promise<Loopback<Outcome>> {
  const server = createServer({ headersTimeout: 10_000, requestTimeout: 10_000, maxHeaderSize: 16_384 })
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve))
  // `listen` on a port always gives an `AddressInfo`; a string is for pipes.
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  const path = `/${secret()}`
  const done = new Promise<Outcome>((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
    if (signal.aborted) reject(signal.reason)
    const desk = { visit, host, path, state: secret(), used: new Set<string>(), resolve, reject }
    server.on('request', (request, response) => {
      route(desk, request, response).catch(reject)
    })
  })
  // Whoever opened it waits for it later; until then a failure is not unheard.
  done.catch(() => {})
  return { address: `http://${host}${path}`, done, close: () => close(server) }
}

type Desk<Outcome> = {
  readonly visit: Visit<Outcome>
  readonly host: string
  readonly path: string
  readonly state: string
  /** The paths that were answered: each is answered once. */
  readonly used: Set<string>
  readonly resolve: (outcome: Outcome) => void
  readonly reject: (reason: unknown) => void
}

async function route<Outcome>(
  desk: Desk<Outcome>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const [path = '', query = ''] = (request.url ?? '').split('?', 2)
  const send = (status: number, body: Html) => answer(response, status, desk.visit.contentPolicy, body)
  // Another name for this machine is a page elsewhere that had its own name point here.
  if (request.method !== 'GET' || request.headers.host !== desk.host) return send(404, nothing)
  if (same(path, desk.path)) return openPage(desk, send)
  if (same(path, `${desk.path}/registered`)) return takeCode(desk, new URLSearchParams(query), send)
  send(404, nothing)
}

type Send = (status: number, body: Html) => void

function openPage<Outcome>({ used, visit, host, path, state }: Desk<Outcome>, send: Send): void {
  const first = !used.has('page')
  used.add('page')
  if (first) send(200, visit.page(`http://${host}${path}/registered`, state))
  else send(410, again)
}

async function takeCode<Outcome>(desk: Desk<Outcome>, query: URLSearchParams, send: Send): Promise<void> {
  if (!same(query.get('state') ?? '', desk.state)) return send(403, foreign)
  const code = query.get('code') ?? ''
  // It becomes part of a path at GitHub.
  if (!/^[A-Za-z0-9_-]{1,200}$/.test(code)) return send(400, foreign)
  if (desk.used.has('code')) return send(410, again)
  desk.used.add('code')
  try {
    const outcome = await desk.visit.finish(code)
    send(200, desk.visit.farewell)
    desk.resolve(outcome)
  } catch (error) {
    send(502, failed)
    desk.reject(error)
  }
}

const nothing = wordPage('Nothing is here', 'Open the address that stands in the terminal.')
const again = wordPage(
  'This page was used',
  'It opens once. Stop the command in the terminal and run it again.',
)
const foreign = wordPage('Refused', 'This answer does not belong to the registration that was begun here.')
const failed = wordPage('It did not work', 'The terminal says why.')

function answer(response: ServerResponse, status: number, policy: string, { text }: Html): void {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'content-length': Buffer.byteLength(text),
    'content-security-policy': policy,
    'cache-control': 'no-store',
    // Where this page is stays unknown to GitHub; that it came from here is what its own checks look at.
    'referrer-policy': 'strict-origin',
    'x-content-type-options': 'nosniff',
    connection: 'close',
  })
  response.end(text)
}

function secret(): string {
  return randomBytes(32).toString('base64url')
}

/** Equality in a time that tells nothing of where two texts differ, nor of their lengths. */
function same(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(expected))
}

async function close(server: Server): Promise<void> {
  // The last page may still be on its way; a browser's spare connections are not waited for.
  const timer = setTimeout(() => server.closeAllConnections(), 500)
  await new Promise((resolve) => server.close(resolve))
  clearTimeout(timer)
}
