import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Octokit } from '@octokit/rest'
import { createSandbox, type Sandbox, type SandboxOptions } from '../../src/sandbox/index.js'

export type Started = {
  readonly sandbox: Sandbox
  readonly directory: string
  /** The app's client, with all that it was granted. */
  readonly app: Octokit
  readonly stop: () => Promise<void>
}

const openapi = 'openapi: 3.1.0\ninfo:\n  title: Orders\n  version: 1.0.0\npaths: {}\n'

/** A sandbox with one repository `acme/orders` and its pull request #1, which changes three lines of two files. */
export async function startSandbox(options: Partial<SandboxOptions> = {}): Promise<Started> {
  const directory = await mkdtemp(join(tmpdir(), 'sandbox-'))
  const sandbox = await createSandbox({ directory, ...options })
  await sandbox.addRepository({ name: 'orders', description: 'Takes orders' })
  sandbox.setPermission('orders', 'dana', 'write')
  sandbox.setPermission('orders', 'rene', 'read')
  const lines = Array.from({ length: 30 }, (_, at) => `line ${at + 1}`)
  const files = { 'openapi.yaml': openapi, 'src/orders.ts': `${lines.join('\n')}\n` }
  await sandbox.commit('orders', { branch: 'main', files, message: 'Take orders' })
  const changed = lines.map((line, at) => (at === 2 || at === 24 ? `${line} changed` : line))
  await sandbox.openPullRequest('orders', {
    title: 'Say total',
    branch: 'total',
    files: { 'src/orders.ts': `${changed.join('\n')}\n`, 'docs/total.md': '# Total\n' },
  })
  const stop = async (): Promise<void> => {
    await sandbox.close()
    await rm(directory, { recursive: true, force: true })
  }
  return { sandbox, directory, app: clientOf(sandbox, sandbox.installationToken()), stop }
}

export function clientOf(sandbox: Sandbox, auth: string): Octokit {
  const silent = { debug: quiet, info: quiet, warn: quiet, error: quiet }
  return new Octokit({ baseUrl: sandbox.apiUrl, auth, log: silent })
}

function quiet(): void {}

/** The status, and the words, of a request that is refused. */
export async function refusalOf(request: Promise<unknown>): Promise<{ status: number; message: string }> {
  try {
    await request
  } catch (error) {
    if (error instanceof Error && 'status' in error)
      return { status: Number(error.status), message: error.message }
    throw error
  }
  throw new Error('It was answered, and it should have been refused.')
}

export type Received = { readonly headers: Readonly<Record<string, unknown>>; readonly body: string }

/** An app's side of webhooks: keeps what it receives and answers with a status. */
export async function listenForWebhooks(
  status = 202,
): Promise<{ url: string; received: Received[]; server: Server }> {
  const received: Received[] = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(Buffer.from(chunk))
    received.push({ headers: request.headers, body: Buffer.concat(chunks).toString('utf8') })
    response.writeHead(status).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks`, received, server }
}
