import { createHash } from 'node:crypto'
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http'
import type { AddressInfo } from 'node:net'
import { eventsOf } from './events.js'
import { type Json, list, object, whyInvalid } from './validate.js'

export type Block =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'thinking'; readonly thinking: string; readonly signature: string }
  /** `raw` is sent instead of the input: what a cut or confused model would write. */
  | {
      readonly type: 'tool_use'
      readonly id: string
      readonly name: string
      readonly input: unknown
      readonly raw?: string
    }

export type Reply = { readonly content: readonly Block[]; readonly stopReason?: string }

/** Instead of an answer. */
export type Fault =
  | {
      readonly kind: 'status'
      readonly status: number
      readonly type: string
      readonly headers?: Record<string, string>
    }
  | { readonly kind: 'reset' | 'hang' | 'garbage' }

/** An answer that ends too early. */
export type Cut = { readonly afterEvents: number; readonly how: 'reset' | 'eof' | 'stall' | 'error-event' }

/** What happens to one request. */
export type Step =
  | { readonly fault: Fault }
  | { readonly reply: Reply | ((body: Json) => Reply); readonly cut?: Cut }

/**
 * A stand-in for the Messages API: a scripted model behind a server that refuses what the real one refuses, streams as
 * it streams, and counts its prompt cache, so that the layout of a prompt can be asserted.
 */
export class FakeMessages {
  readonly requests: { readonly headers: IncomingHttpHeaders; readonly body: Json }[] = []
  readonly refused: string[] = []
  readonly #server: Server
  readonly #cache = new Set<string>()
  #count = 0

  constructor(readonly script: Step[]) {
    this.#server = createServer((request, response) => {
      let text = ''
      request.setEncoding('utf8')
      request.on('data', (chunk: string) => {
        text += chunk
      })
      request.on('end', () => this.#handle(request, response, text))
    })
  }

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
    return this
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  #handle(request: IncomingMessage, response: ServerResponse, text: string): void {
    const body = object(JSON.parse(text || '{}'))
    this.requests.push({ headers: request.headers, body })
    const refusal = this.#whyRefused(request, body)
    if (refusal) {
      this.refused.push(refusal.message)
      send(response, refusal.status, 'invalid_request_error', refusal.message)
      return
    }
    const step = this.script.shift()
    if (!step) send(response, 400, 'invalid_request_error', 'the script is at its end')
    else if ('fault' in step) fail(step.fault, request, response)
    else
      this.#stream(typeof step.reply === 'function' ? step.reply(body) : step.reply, body, response, step.cut)
  }

  #whyRefused(request: IncomingMessage, body: Json): { status: number; message: string } | null {
    if (!request.headers.authorization && !request.headers['x-api-key'])
      return { status: 401, message: 'no key' }
    if (request.url?.split('?')[0] !== '/v1/messages') return { status: 404, message: String(request.url) }
    const message = whyInvalid(body)
    return message ? { status: 400, message } : null
  }

  #stream(reply: Reply, body: Json, response: ServerResponse, cut?: Cut): void {
    this.#count += 1
    const head = { id: `msg_${this.#count}`, type: 'message', role: 'assistant', model: body['model'] }
    response.writeHead(200, { 'content-type': 'text/event-stream', 'request-id': `req_${this.#count}` })
    const events = eventsOf(reply, head, this.#usage(body, reply))
    for (const event of cut ? events.slice(0, cut.afterEvents) : events) {
      response.write(`event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`)
    }
    if (cut) cutShort(cut, response)
    else response.end()
  }

  /** Tokens as the real cache counts them: a prefix that ends at a mark and was seen before is read, not written. */
  #usage(body: Json, reply: Reply): Record<string, number> {
    let prefix = ''
    let total = 0
    let read = 0
    let written = 0
    for (const part of partsOf(body)) {
      prefix = createHash('sha256')
        .update(prefix)
        .update(JSON.stringify({ ...part, cache_control: undefined }))
        .digest('hex')
      total += Math.ceil(JSON.stringify(part).length / 3.5)
      if (!('cache_control' in part)) continue
      if (this.#cache.has(prefix)) read = total
      else written = total
      this.#cache.add(prefix)
    }
    return {
      input_tokens: total - Math.max(read, written),
      cache_read_input_tokens: read,
      cache_creation_input_tokens: Math.max(0, written - read),
      output_tokens: Math.ceil(JSON.stringify(reply.content).length / 3.5),
    }
  }
}

/** The cacheable parts in the order of the prefix: tools, system, messages. */
function partsOf(body: Json): Json[] {
  return [
    ...list(body['tools']).map(object),
    ...list(body['system']).map(object),
    ...list(body['messages']).flatMap((message) => list(object(message)['content']).map(object)),
  ]
}

function fail(fault: Fault, request: IncomingMessage, response: ServerResponse): void {
  if (fault.kind === 'status') send(response, fault.status, fault.type, fault.type, fault.headers)
  if (fault.kind === 'reset') request.socket.resetAndDestroy()
  if (fault.kind === 'garbage') {
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end('<html>bad gateway</html>')
  }
}

function cutShort(cut: Cut, response: ServerResponse): void {
  if (cut.how === 'eof') response.end()
  if (cut.how === 'reset') setTimeout(() => response.destroy(), 10)
  if (cut.how === 'error-event') {
    const error = { type: 'error', error: { type: 'overloaded_error', message: 'Overloaded' } }
    response.end(`event: error\ndata: ${JSON.stringify(error)}\n\n`)
  }
}

function send(response: ServerResponse, status: number, type: string, message: string, headers = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(JSON.stringify({ type: 'error', error: { type, message }, request_id: 'req_fake' }))
}
