import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import { messageOf } from '../../lib/errors.js'
import { answer } from './answer.js'
import type { BodyReader } from './body.js'
import { isSigned } from './signature.js'

/** A delivery whose signature was checked and whose body is JSON. */
export type VerifiedDelivery = { readonly id: string; readonly event: string; readonly payload: object }

/** Makes a delivery durable. Whatever it throws becomes a 503, so that GitHub records the delivery as failed. */
export type Accept = (delivery: VerifiedDelivery) => Promise<void>

/** The part of a logger that the front needs. */
export type FrontLog = {
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}

export type Receiving = {
  readonly secrets: readonly string[]
  readonly readBody: BodyReader
  readonly accept: Accept
  readonly log: FrontLog
}

/**
 * Answers one webhook request: 202 only after the delivery is durable. An unverified body is neither parsed nor logged;
 * what is logged of a refused request is its status and the delivery id it claimed.
 */
export async function receive(
  receiving: Receiving,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const refusal = refusalOf(request.headers)
  if (refusal) return refuse(receiving, request, response, refusal)
  const body = await receiving.readBody(request)
  if ('refused' in body) return refuse(receiving, request, response, refusals[body.refused])
  if (!isSigned(receiving.secrets, body.bytes, header(request, 'x-hub-signature-256'))) {
    return refuse(receiving, request, response, { status: 401, error: 'the signature does not match' })
  }
  const payload = parse(body.bytes)
  if (!payload) return refuse(receiving, request, response, refusals[400])
  await accept(receiving, response, {
    id: header(request, 'x-github-delivery') ?? '',
    event: header(request, 'x-github-event') ?? '',
    payload,
  })
}

async function accept(
  { accept, log }: Receiving,
  response: ServerResponse,
  delivery: VerifiedDelivery,
): Promise<void> {
  try {
    await accept(delivery)
    answer(response, 202, { accepted: delivery.id })
  } catch (error) {
    log.error(
      { delivery: delivery.id, event: delivery.event, error: messageOf(error) },
      'delivery not accepted',
    )
    answer(response, 503, { error: 'the delivery could not be stored; send it again' })
  }
}

type RefusalAnswer = { readonly status: number; readonly error: string }

const refusals = {
  400: { status: 400, error: 'the body is not a JSON object' },
  408: { status: 408, error: 'the body took too long' },
  413: { status: 413, error: 'the body is larger than 25 MB' },
  503: { status: 503, error: 'too much is being received at once; send it again' },
} as const

/** What is wrong with the headers, before a byte of the body is read. */
function refusalOf(headers: IncomingHttpHeaders): RefusalAnswer | null {
  if (!/^application\/json\s*(;|$)/i.test(headers['content-type'] ?? '')) {
    return { status: 415, error: 'the content type must be application/json' }
  }
  const missing = ['x-github-delivery', 'x-github-event', 'x-hub-signature-256'].find(
    (name) => !headers[name],
  )
  if (!missing) return null
  const status = missing === 'x-hub-signature-256' ? 401 : 400
  return { status, error: `the header ${missing} is missing` }
}

function refuse(
  { log }: Receiving,
  request: IncomingMessage,
  response: ServerResponse,
  { status, error }: RefusalAnswer,
): void {
  const delivery = header(request, 'x-github-delivery')?.slice(0, 64)
  log.warn({ status, error, delivery }, 'webhook refused')
  // An unread rest of the body is not worth receiving: the connection ends with the answer.
  answer(response, status, { error }, !request.complete)
}

function header(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name]
  return Array.isArray(value) ? value[0] : value
}

function parse(bytes: Buffer): object | null {
  try {
    const value: unknown = JSON.parse(bytes.toString('utf8'))
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null
  } catch {
    return null // not JSON: told to the sender by the caller
  }
}
