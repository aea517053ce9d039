import type { IncomingMessage } from 'node:http'

export type BodyLimits = {
  /** Most bytes of one body. GitHub sends at most 25 MB. */
  readonly bytes: number
  /** Most bytes of all bodies that are being received at one time. */
  readonly inFlight: number
  /** How long one body may take, in milliseconds. */
  readonly time: number
}

/** The bytes of a body, or the status to refuse it with. */
export type Body = { readonly bytes: Buffer } | { readonly refused: 400 | 408 | 413 | 503 }

/** Reads bodies within a budget that all requests of one server share. */
export type BodyReader = (request: IncomingMessage) => Promise<Body>

export function createBodyReader(limits: BodyLimits): BodyReader {
  let inFlight = 0
  const take = (bytes: number): boolean => {
    inFlight += bytes
    return inFlight <= limits.inFlight
  }
  return async (request) => {
    // Absent for chunked bodies; those are counted as they come.
    if (Number(request.headers['content-length'] ?? 0) > limits.bytes) return { refused: 413 }
    const counted = { bytes: 0 }
    const body = await collect(request, limits, (bytes) => {
      counted.bytes += bytes
      return take(bytes)
    })
    inFlight -= counted.bytes
    return body
  }
}

/** `take` says whether the shared budget still holds after so many more bytes. */
function collect(
  request: IncomingMessage,
  limits: BodyLimits,
  take: (bytes: number) => boolean,
): Promise<Body> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    let bytes = 0
    const timer = setTimeout(() => finish({ refused: 408 }), limits.time)
    const finish = (body: Body): void => {
      clearTimeout(timer)
      request.off('data', onData)
      resolve(body)
    }
    const onData = (chunk: Buffer): void => {
      bytes += chunk.length
      // The shared budget counts every byte that came, also of a body that is too large.
      const affordable = take(chunk.length)
      if (bytes > limits.bytes) finish({ refused: 413 })
      else if (!affordable) finish({ refused: 503 })
      else chunks.push(chunk)
    }
    request.on('data', onData)
    request.once('end', () => finish({ bytes: Buffer.concat(chunks) }))
    // The sender went away before the end: there is nobody to answer, but the promise must settle.
    request.once('close', () => finish({ refused: 400 }))
    request.once('error', () => finish({ refused: 400 }))
  })
}
