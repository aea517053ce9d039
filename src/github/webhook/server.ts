import {
  createServer as createHttpServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http'
import { messageOf, UserError } from '../../lib/errors.js'
import { answer } from './answer.js'
import { type BodyLimits, createBodyReader } from './body.js'
import { type Accept, type FrontLog, type Receiving, receive } from './receive.js'

export const webhookPath = '/api/github/webhooks'

/** Whether the process can do its work now, and what it does without. */
export type Readiness = { readonly ready: boolean; readonly degraded: readonly string[] }

/** Answers a request that is not the front's own; false when it is not its own either. */
export type ExtraHandler = (request: IncomingMessage, response: ServerResponse) => boolean | Promise<boolean>

export type ServerOptions = {
  /** The secret of now, then the one before a rotation. */
  readonly secrets: readonly string[]
  readonly accept: Accept
  readonly readiness: () => Promise<Readiness>
  readonly log: FrontLog
  readonly extra?: ExtraHandler
  readonly limits?: Partial<BodyLimits>
}

export type WebServer = {
  /** Resolves with the port when requests are taken; port 0 takes a free one. */
  listen(port: number, host: string): Promise<number>
  /** Takes no new requests, lets those under way finish, and ends the rest after `graceMs`. */
  close(graceMs?: number): Promise<void>
}

const defaultLimits: BodyLimits = { bytes: 25 * 1024 * 1024, inFlight: 128 * 1024 * 1024, time: 15_000 }

/**
 * Our own front: Probot's has no limit on a body, acknowledges work that may still fail, and takes a well-known secret
 * when none is set. Throws a user error `missing-webhook-secret` without a secret.
 */
export function createServer(options: ServerOptions): WebServer {
  const limits = { ...defaultLimits, ...options.limits }
  checkSecrets(options.secrets, options.log)
  const receiving = { ...options, readBody: createBodyReader(limits) }
  const server = createHttpServer(
    // Header and whole-request deadlines of node itself: the second line of defence behind the body reader's own.
    { headersTimeout: 10_000, requestTimeout: limits.time + 10_000, connectionsCheckingInterval: 2_000 },
    (request, response) => {
      route(receiving, options, request, response).catch((error: unknown) => {
        options.log.error({ error: messageOf(error) }, 'request failed')
        answer(response, 500, { error: 'this is a bug' }, !request.complete)
      })
    },
  )
  server.keepAliveTimeout = 5_000
  return { listen: (port, host) => listen(server, port, host), close: (graceMs) => close(server, graceMs) }
}

function checkSecrets(secrets: readonly string[], log: FrontLog): void {
  if (secrets.length === 0 || secrets.some((secret) => secret.trim() === '')) {
    throw new UserError(
      'missing-webhook-secret',
      '`WEBHOOK_SECRET` is not set. Without it anybody could send deliveries; choose 32 random characters or more.',
    )
  }
  if (secrets.some((secret) => secret.length < 16)) {
    log.warn({}, 'WEBHOOK_SECRET is shorter than 16 characters and can be guessed; 32 random ones are better')
  }
}

async function route(
  receiving: Receiving,
  { readiness, extra }: ServerOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = (request.url ?? '/').split('?', 1)[0]
  if (path === webhookPath) {
    if (request.method === 'POST') return receive(receiving, request, response)
    return answer(response, 405, { error: 'deliveries are sent with POST' }, !request.complete)
  }
  const reading = request.method === 'GET' || request.method === 'HEAD'
  if (reading && path === '/healthz') return answer(response, 200, { status: 'alive' })
  if (reading && path === '/readyz') return answerReadiness(response, readiness)
  if (await extra?.(request, response)) return
  answer(response, 404, { error: 'nothing is here' }, !request.complete)
}

async function answerReadiness(
  response: ServerResponse,
  readiness: ServerOptions['readiness'],
): Promise<void> {
  const { ready, degraded } = await readiness()
  const status = !ready ? 'unready' : degraded.length > 0 ? 'degraded' : 'ready'
  answer(response, ready ? 200 : 503, { status, degraded })
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : port)
    })
  })
}

function close(server: Server, graceMs = 5_000): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), graceMs)
    server.close(() => {
      clearTimeout(timer)
      resolve()
    })
    server.closeIdleConnections()
  })
}
