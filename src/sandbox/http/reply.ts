import { createHash } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import type { World } from '../world.js'
import { Refusal } from './refusal.js'
import type { Answer } from './route.js'

export type Reply = {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** The answer of a route as it goes over the wire: paged, with an entity tag. */
export function replyOf(answer: Answer, world: World, url: URL): Reply {
  if ('text' in answer) return { status: 200, headers: { 'content-type': answer.type }, body: answer.text }
  const paged = 'list' in answer ? pageOf(answer, world, url) : { value: answer.body, link: null }
  const status = 'list' in answer ? 200 : (answer.status ?? 200)
  const body = paged.value === undefined ? '' : JSON.stringify(paged.value)
  return { status, headers: { ...jsonHeaders(body), ...(paged.link ? { link: paged.link } : {}) }, body }
}

function jsonHeaders(body: string): Record<string, string> {
  const etag = `W/"${createHash('sha256').update(body).digest('hex')}"`
  return body === '' ? {} : { 'content-type': 'application/json; charset=utf-8', etag }
}

type Listed = Extract<Answer, { readonly list: readonly unknown[] }>

function pageOf(answer: Listed, world: World, url: URL): { value: unknown; link: string | null } {
  const size = Math.min(100, Math.max(1, Number(url.searchParams.get('per_page')) || 30))
  const page = Math.max(1, Number(url.searchParams.get('page')) || 1)
  const total = answer.list.length
  const rows = answer.list.slice((page - 1) * size, page * size)
  const last = Math.max(1, Math.ceil(total / size))
  const value = answer.wrap ? answer.wrap(rows, total) : rows
  return { value, link: linkOf(page, last, `${world.site}${url.pathname}`, url.searchParams) }
}

function linkOf(page: number, last: number, address: string, query: URLSearchParams): string | null {
  const at = (number: number): string => {
    const changed = new URLSearchParams(query)
    changed.set('page', String(number))
    return `<${address}?${changed.toString()}>`
  }
  const links = [
    ...(page > 1 ? [`${at(page - 1)}; rel="prev"`, `${at(1)}; rel="first"`] : []),
    ...(page < last ? [`${at(page + 1)}; rel="next"`, `${at(last)}; rel="last"`] : []),
  ]
  return links.length > 0 ? links.join(', ') : null
}

/** What GitHub answers to a request it refuses; anything else thrown is a defect of the stand-in, and 500. */
export function refusalReply(error: unknown): Reply {
  const refusal = error instanceof Refusal ? error : new Refusal(500, `Stand-in failed: ${String(error)}`)
  const body = JSON.stringify({
    message: refusal.message,
    ...(refusal.errors ? { errors: refusal.errors } : {}),
    documentation_url: 'https://docs.github.com/rest',
    status: String(refusal.status),
  })
  return { status: refusal.status, headers: { 'content-type': 'application/json; charset=utf-8' }, body }
}

/** Sends a reply with the headers that every answer of GitHub carries; 304 for what the sender knows already. */
export function send(response: ServerResponse, reply: Reply, known: string | undefined): void {
  const fresh = !(reply.status === 200 && known !== undefined && known === reply.headers['etag'])
  response.writeHead(fresh ? reply.status : 304, {
    ...reply.headers,
    ...rateHeaders(),
    'x-github-request-id': 'SAND:BOX',
    'x-github-media-type': 'github.v3; format=json',
    'access-control-allow-origin': '*',
  })
  response.end(fresh ? reply.body : undefined)
}

function rateHeaders(): Record<string, string> {
  const reset = Math.floor(Date.now() / 3_600_000 + 1) * 3600
  return {
    'x-ratelimit-limit': '5000',
    'x-ratelimit-remaining': '4999',
    'x-ratelimit-used': '1',
    'x-ratelimit-reset': String(reset),
    'x-ratelimit-resource': 'core',
  }
}
