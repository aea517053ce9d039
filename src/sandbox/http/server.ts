import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Fault, Faults } from '../faults.js'
import { gitRequestOf, isPush, serveGit } from '../git/serve.js'
import type { Tokens } from '../identity.js'
import type { Ledger } from '../ledger.js'
import type { World } from '../world.js'
import { bodyOf } from './body.js'
import { dispatch } from './dispatch.js'
import { notFound, Refusal } from './refusal.js'
import { type Reply, refusalReply, send } from './reply.js'
import { type Identity, isVisible, type Route } from './route.js'

/** What people open in a browser; true when it has answered. */
export type Pages = (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<boolean>

export type Parts = {
  readonly world: World
  readonly tokens: Tokens
  readonly ledger: Ledger
  readonly faults: Faults
  readonly routes: readonly Route[]
  readonly pages: Pages
}

/** One server for everything that lives under github.com: the API, git, and pages. */
export function createGitHubServer(parts: Parts): Server {
  return createServer((request, response) => {
    handle(parts, request, response).catch((error: unknown) => {
      if (response.headersSent) response.destroy()
      else send(response, refusalReply(error), undefined)
    })
  })
}

async function handle(parts: Parts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', parts.world.site)
  const path = url.pathname.replace(/^\/api(\/v3)?(?=\/)/, '')
  const isApi = path !== url.pathname || url.pathname === '/api/v3'
  const asked = `${request.method} ${isApi ? path : url.pathname}`
  const isGit = gitRequestOf(url.pathname) !== null || isPush(url)
  if (!isApi && !isGit) {
    if (!(await parts.pages(request, response, url))) throw notFound()
    return
  }
  parts.ledger.requests.push(asked)
  const fault = parts.faults.take(asked)
  if (fault && (await failsBefore(fault, response))) return
  if (isGit) await answerGit(parts, url, request, response)
  else await answerApi(parts, { url, path, fault }, request, response)
}

/** Faults that happen before anything is applied; true when the request has met its end. */
async function failsBefore(fault: Fault, response: ServerResponse): Promise<boolean> {
  switch (fault.kind) {
    case 'reset':
      response.socket?.resetAndDestroy()
      return true
    case 'hang':
      return true
    case 'status':
      send(response, refusalReply(new Refusal(fault.status ?? 500, 'Scripted fault')), undefined)
      return true
    case 'secondary-limit':
      send(response, secondaryLimit(fault.retryAfterSeconds), undefined)
      return true
    case 'slow':
      await new Promise((resolve) => setTimeout(resolve, fault.milliseconds ?? 1000))
      return false
    default:
      return false
  }
}

function secondaryLimit(seconds: number | undefined): Reply {
  const said = 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.'
  const reply = refusalReply(new Refusal(403, said))
  const after = seconds === undefined ? {} : { 'retry-after': String(seconds) }
  return { ...reply, headers: { ...reply.headers, ...after } }
}

type Asked = { readonly url: URL; readonly path: string; readonly fault: Fault | null }

async function answerApi(
  parts: Parts,
  asked: Asked,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const method = request.method ?? 'GET'
  const body = await bodyOf(request)
  const accept = request.headers.accept ?? ''
  const identify = (): Identity => parts.tokens.identify(request.headers.authorization)
  const { url, path, fault } = asked
  const done = await dispatch(parts.world, parts.routes, { method, path, url, accept, body }, identify)
  const broken = brokenReply(fault)
  if (method !== 'GET') {
    const at = parts.world.now().toISOString()
    const { status } = done.reply
    parts.ledger.writes.push({
      at,
      method,
      path,
      actor: done.actor,
      body: done.body,
      status,
      answered: broken === null,
    })
  }
  if (fault?.kind === 'truncate') cutShort(response, done.reply)
  else send(response, broken ?? done.reply, request.headers['if-none-match'])
}

/** What a fault answers instead of what was applied. */
function brokenReply(fault: Fault | null): Reply | null {
  const page = { 'content-type': 'text/html' }
  if (fault?.kind === 'applied-then-502')
    return { status: 502, headers: page, body: '<h1>502 Bad Gateway</h1>' }
  if (fault?.kind === 'html')
    return { status: 200, headers: page, body: '<!doctype html><title>Unicorn!</title>' }
  return fault?.kind === 'truncate' ? { status: 200, headers: page, body: '' } : null
}

function cutShort(response: ServerResponse, reply: Reply): void {
  response.writeHead(reply.status, {
    ...reply.headers,
    'content-length': String(Buffer.byteLength(reply.body)),
  })
  response.write(reply.body.slice(0, reply.body.length / 2), () => response.destroy())
}

async function answerGit(
  parts: Parts,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const who = gitIdentity(parts.tokens, request)
  if (who === null) {
    response.writeHead(401, { 'www-authenticate': 'Basic realm="GitHub"' }).end()
    return
  }
  const asked = gitRequestOf(url.pathname)
  const found = asked && parts.world.repositories.get(`${asked.owner}/${asked.name}`)
  const mayRead = who.type === 'user' || (who.type === 'installation' && 'contents' in who.grants)
  if (!found || !isVisible(who, found) || !mayRead) {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('Repository not found.')
  } else if (isPush(url)) {
    response.writeHead(403, { 'content-type': 'text/plain' }).end('This repository can only be read.')
  } else await serveGit(found.directory, url, request, response)
}

/** Null when the credentials are missing or wrong, and git should ask for better ones. */
function gitIdentity(tokens: Tokens, request: IncomingMessage): Identity | null {
  try {
    const who = tokens.identifyGit(request.headers.authorization)
    return who.type === 'nobody' ? null : who
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}
