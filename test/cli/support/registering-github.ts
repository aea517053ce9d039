import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

/** What GitHub tells once of an app that it made. */
export const secrets = {
  pem: `-----BEGIN RSA PRIVATE KEY-----\n${'kept'.repeat(20)}\n-----END RSA PRIVATE KEY-----\n`,
  webhook: '5f2c9d0b7a1e4c83b6d5f2c9d0b7a1e4c83b6d5f',
  client: 'client-secret-of-acme',
} as const

/** The part of GitHub that makes an app from a manifest. */
export type RegisteringGitHub = {
  readonly url: string
  /** The registrations that were asked for: where, and with which manifest. */
  readonly asked: { readonly path: string; readonly state: string; readonly manifest: Manifest }[]
  /** The codes that were converted. */
  readonly converted: string[]
  close(): Promise<void>
}

export type Manifest = Readonly<Record<string, unknown>> & { readonly redirect_url: string }

export type Conversion = { readonly status: number; readonly body: object }

/** What the conversion of a code answers, unless a test says otherwise. */
export const made = {
  id: 4711,
  slug: 'interlock-acme',
  html_url: 'https://github.com/apps/interlock-acme',
  webhook_secret: secrets.webhook,
  client_secret: secrets.client,
  pem: secrets.pem,
}

export async function createRegisteringGitHub(
  conversion: () => Conversion | Promise<Conversion> = () => ({ status: 201, body: made }),
): Promise<RegisteringGitHub> {
  const asked: RegisteringGitHub['asked'] = []
  const converted: string[] = []
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)))
  })
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://github.test')
    const [, code] = /^\/api\/v3\/app-manifests\/([^/]+)\/conversions$/.exec(pathname) ?? []
    if (request.method !== 'POST') return void response.writeHead(404).end()
    if (code) {
      converted.push(code)
      const { status, body } = await conversion()
      return void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    }
    if (!pathname.endsWith('/settings/apps/new')) return void response.writeHead(404).end()
    const manifest: Manifest = JSON.parse(new URLSearchParams(await text(request)).get('manifest') ?? '')
    const state = searchParams.get('state') ?? ''
    asked.push({ path: pathname, state, manifest })
    const back = `${manifest.redirect_url}?code=one-time-code&state=${encodeURIComponent(state)}`
    response.writeHead(302, { location: back }).end()
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    converted,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
