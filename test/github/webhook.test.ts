import { createHmac, randomBytes } from 'node:crypto'
import { request as httpRequest, type IncomingMessage } from 'node:http'
import { connect } from 'node:net'
import { afterEach, describe, expect, it } from '@jest/globals'
import {
  createServer,
  type ServerOptions,
  signatureOf,
  type VerifiedDelivery,
  type WebServer,
  webhookPath,
} from '../../src/github/index.js'

const secret = 'correct horse battery staple'
const servers: WebServer[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close(0)
})

type Front = { readonly port: number; readonly accepted: VerifiedDelivery[]; readonly logged: string[] }

async function start(options: Partial<ServerOptions> = {}): Promise<Front> {
  const accepted: VerifiedDelivery[] = []
  const logged: string[] = []
  const line = (fields: object, message: string): void => void logged.push(JSON.stringify([fields, message]))
  const server = createServer({
    secrets: [secret],
    accept: async (delivery) => void accepted.push(delivery),
    readiness: async () => ({ ready: true, degraded: [] }),
    log: { info: line, warn: line, error: line },
    ...options,
  })
  servers.push(server)
  return { port: await server.listen(0, '127.0.0.1'), accepted, logged }
}

type Sent = { readonly status: number; readonly headers: IncomingMessage['headers']; readonly body: string }

function send(
  port: number,
  body: Buffer | string,
  headers: Record<string, string | undefined> = {},
  path = webhookPath,
): Promise<Sent> {
  const all = {
    'content-type': 'application/json',
    'x-github-event': 'pull_request',
    'x-github-delivery': 'd-1',
    'x-hub-signature-256': signatureOf(secret, body),
    ...headers,
  }
  const present = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined))
  return new Promise((resolve, reject) => {
    const sent = httpRequest(
      { port, host: '127.0.0.1', path, method: 'POST', headers: present },
      (answer) => {
        const chunks: Buffer[] = []
        answer.on('data', (chunk: Buffer) => chunks.push(chunk))
        answer.on('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            body: Buffer.concat(chunks).toString(),
          }),
        )
      },
    )
    sent.on('error', reject)
    sent.end(body)
  })
}

describe('who may send', () => {
  const body = '{"action":"opened"}'
  const flipped = signatureOf(secret, body).replace(/.$/, (last) => (last === '0' ? '1' : '0'))
  const sha1 = `sha1=${createHmac('sha1', secret).update(body).digest('hex')}`
  const cases: readonly (readonly [string, number, Record<string, string | undefined>])[] = [
    ['the right signature', 202, {}],
    [
      'the secret of before the rotation',
      202,
      { 'x-hub-signature-256': signatureOf('the former one, rotated', body) },
    ],
    ['no signature', 401, { 'x-hub-signature-256': undefined }],
    ['an empty signature', 401, { 'x-hub-signature-256': '' }],
    ['another secret', 401, { 'x-hub-signature-256': signatureOf('development', body) }],
    ['only the old SHA-1', 401, { 'x-hub-signature-256': undefined, 'x-hub-signature': sha1 }],
    ['SHA-1 under the new name', 401, { 'x-hub-signature-256': sha1 }],
    ['one bit flipped', 401, { 'x-hub-signature-256': flipped }],
    ['a signature that is too long', 401, { 'x-hub-signature-256': `${signatureOf(secret, body)}00` }],
    ['a signature in capitals', 401, { 'x-hub-signature-256': signatureOf(secret, body).toUpperCase() }],
    ['a form', 415, { 'content-type': 'application/x-www-form-urlencoded' }],
    ['no delivery id', 400, { 'x-github-delivery': undefined }],
    ['no event', 400, { 'x-github-event': undefined }],
  ]

  it.each(cases)('%s is answered with %d', async (_name, status, headers) => {
    const front = await start({ secrets: [secret, 'the former one, rotated'] })
    expect((await send(front.port, body, headers)).status).toBe(status)
    expect(front.accepted).toHaveLength(status === 202 ? 1 : 0)
  })

  it('takes the bytes as they are, also beyond ASCII and in pieces', async () => {
    const front = await start()
    const text = '{"title":"Überweisung 💶 \u2028 \\u0000"}'
    expect((await send(front.port, text, { 'transfer-encoding': 'chunked' })).status).toBe(202)
    expect(front.accepted[0]?.payload).toEqual(JSON.parse(text))
  })

  it('refuses signed nonsense, and arrays', async () => {
    const front = await start()
    expect((await send(front.port, '{"action":')).status).toBe(400)
    expect((await send(front.port, '[1]')).status).toBe(400)
    expect((await send(front.port, '')).status).toBe(400)
  })

  it('writes nothing of an unverified body to the log', async () => {
    const front = await start()
    await send(front.port, '{"canary":"hummingbird"}', { 'x-hub-signature-256': 'sha256=00' })
    expect(front.logged.join()).toContain('the signature does not match')
    expect(front.logged.join()).not.toContain('hummingbird')
  })

  it('is not constructed without a secret', () => {
    const options = { accept: async () => {}, readiness: async () => ({ ready: true, degraded: [] }) }
    const log = { info: () => {}, warn: () => {}, error: () => {} }
    expect(() => createServer({ ...options, log, secrets: [] })).toThrow(/WEBHOOK_SECRET/)
    expect(() => createServer({ ...options, log, secrets: [''] })).toThrow(/WEBHOOK_SECRET/)
    expect(() => createServer({ ...options, log, secrets: [secret, ' '] })).toThrow(/WEBHOOK_SECRET/)
  })

  it('warns of a secret that can be guessed', async () => {
    const front = await start({ secrets: ['short'] })
    expect(front.logged.join()).toContain('shorter than 16')
  })
})

describe('what is too much', () => {
  it('refuses 26 MB by their announcement, before they are read', async () => {
    const front = await start()
    const announced = { 'content-length': String(26 * 1024 * 1024) }
    const status = await statusOf(front.port, headerText(announced))
    expect(status).toBe(413)
  })

  it('refuses 26 MB that come in pieces, in bounded memory', async () => {
    const front = await start()
    const before = process.memoryUsage().rss
    const status = await statusOf(
      front.port,
      headerText({ 'transfer-encoding': 'chunked' }),
      async (write) => {
        const piece = randomBytes(1024 * 1024)
        for (let sent = 0; sent < 26; sent++) {
          await write(Buffer.concat([Buffer.from('100000\r\n'), piece, Buffer.from('\r\n')]))
        }
      },
    )
    expect(status).toBe(413)
    expect(process.memoryUsage().rss - before).toBeLessThan(120 * 1024 * 1024)
  })

  it('gives up on a body that does not come', async () => {
    const front = await start({ limits: { time: 100 } })
    const status = await statusOf(front.port, headerText({ 'content-length': '1000' }), (write) =>
      write(Buffer.from('{')),
    )
    expect(status).toBe(408)
  })

  it('receives only so much at one time, and more when that is done', async () => {
    const front = await start({ limits: { inFlight: 1000, time: 300 } })
    const slow = statusOf(front.port, headerText({ 'content-length': '900' }), (write) =>
      write(Buffer.alloc(800, 32)),
    )
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect((await send(front.port, JSON.stringify({ pad: 'x'.repeat(500) }))).status).toBe(503)
    expect(await slow).toBe(408)
    expect((await send(front.port, JSON.stringify({ pad: 'x'.repeat(500) }))).status).toBe(202)
  })
})

describe('what is durable', () => {
  it('is acknowledged only after it was accepted', async () => {
    let accept = (): void => {}
    const front = await start({ accept: () => new Promise((resolve) => (accept = resolve)) })
    let answered = false
    const sent = send(front.port, '{}').then((answer) => {
      answered = true
      return answer
    })
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(answered).toBe(false)
    accept()
    expect((await sent).status).toBe(202)
  })

  it('is answered with 503 when the store fails, so that GitHub records a failure', async () => {
    const front = await start({ accept: () => Promise.reject(new Error('disk full')) })
    expect((await send(front.port, '{}')).status).toBe(503)
  })
})

describe('the other paths', () => {
  const get = (port: number, path: string, method = 'GET') =>
    fetch(`http://127.0.0.1:${port}${path}`, { method })

  it('tell that the process is alive, and whether it is ready', async () => {
    const front = await start({ readiness: async () => ({ ready: true, degraded: ['no model key'] }) })
    expect(await (await get(front.port, '/healthz')).json()).toEqual({ status: 'alive' })
    const ready = await get(front.port, '/readyz')
    expect([ready.status, await ready.json()]).toEqual([
      200,
      { status: 'degraded', degraded: ['no model key'] },
    ])
  })

  it('say 503 when the store does not answer', async () => {
    const front = await start({ readiness: async () => ({ ready: false, degraded: [] }) })
    expect((await get(front.port, '/readyz')).status).toBe(503)
  })

  it('are 404 and 405, without a word about the server', async () => {
    const front = await start()
    expect((await get(front.port, '/probot')).status).toBe(404)
    const wrong = await get(front.port, webhookPath)
    expect(wrong.status).toBe(405)
    expect([wrong.headers.get('server'), wrong.headers.get('x-powered-by')]).toEqual([null, null])
  })

  it('belong to other rooms when they want them', async () => {
    const front = await start({
      extra: (request, response) => {
        if (request.url !== '/map') return false
        response.end('a map')
        return true
      },
    })
    expect(await (await get(front.port, '/map')).text()).toBe('a map')
    expect((await get(front.port, '/other')).status).toBe(404)
  })
})

function headerText(headers: Record<string, string>): string {
  const all = {
    host: 'localhost',
    'content-type': 'application/json',
    'x-github-event': 'push',
    'x-github-delivery': 'd-2',
    'x-hub-signature-256': 'sha256=00',
    ...headers,
  }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`)
  return `POST ${webhookPath} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`
}

/** The status that a raw connection is answered with, whatever it goes on to write. */
function statusOf(
  port: number,
  head: string,
  more: (write: (bytes: Buffer) => Promise<void>) => Promise<void> = async () => {},
): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(head)
      const write = (bytes: Buffer) => new Promise<void>((done) => socket.write(bytes, () => done()))
      more(write).catch(reject)
    })
    socket.once('data', (bytes) => {
      socket.destroy()
      resolve(Number(/^HTTP\/1.1 (\d+)/.exec(bytes.toString())?.[1]))
    })
    socket.on('error', reject)
  })
}
