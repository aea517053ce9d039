import { type ChildProcessWithoutNullStreams, execFileSync, spawn } from 'node:child_process'
import http, { type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll } from '@jest/globals'

/** Repositories of one folder over smart HTTP, as GitHub serves them: `<url>/acme/orders.git`. */
export type GitHttp = {
  readonly url: string
  /** `GET /acme/orders.git/info/refs`, in the order of arrival. */
  readonly requests: string[]
  /** What every request is answered instead, when set: a status, another address, or nothing at all. */
  fault: number | { readonly location: string } | 'hang' | null
  stop(): Promise<void>
}

const stops: (() => Promise<void>)[] = []

afterAll(async () => {
  for (const stop of stops.splice(0)) await stop()
})

/** Serves `<root>/<owner>/<name>.git` to those who show the token; without a token to everybody. */
export async function startGitHttp(root: string, token: string | null = null): Promise<GitHttp> {
  const server = http.createServer((request, response) => answer(request, response))
  const expected = token && `Basic ${Buffer.from(`x-access-token:${token}`).toString('base64')}`
  const answer = (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? '/', 'http://localhost')
    served.requests.push(`${request.method} ${url.pathname}`)
    if (served.fault === 'hang') return
    if (typeof served.fault === 'number') response.writeHead(served.fault).end()
    else if (served.fault) response.writeHead(301, { location: served.fault.location + request.url }).end()
    else if (expected && request.headers.authorization !== expected) {
      response.writeHead(401, { 'www-authenticate': 'Basic realm="GitHub"' }).end()
    } else passOn(request, response, startBackend(root, request, url))
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const stop = async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  const served: GitHttp = { url: `http://127.0.0.1:${port}`, requests: [], fault: null, stop }
  stops.push(stop)
  return served
}

function startBackend(root: string, request: IncomingMessage, url: URL): ChildProcessWithoutNullStreams {
  const program = join(execFileSync('git', ['--exec-path'], { encoding: 'utf8' }).trim(), 'git-http-backend')
  const header = (name: string) => String(request.headers[name] ?? '')
  const env: Record<string, string> = {
    PATH: process.env['PATH'] ?? '',
    GIT_PROJECT_ROOT: root,
    GIT_HTTP_EXPORT_ALL: '1',
    // Test folders may belong to somebody else; GitHub gives any commit it has.
    GIT_CONFIG_COUNT: '2',
    GIT_CONFIG_KEY_0: 'safe.directory',
    GIT_CONFIG_VALUE_0: '*',
    GIT_CONFIG_KEY_1: 'uploadpack.allowAnySHA1InWant',
    GIT_CONFIG_VALUE_1: 'true',
    PATH_INFO: decodeURIComponent(url.pathname),
    QUERY_STRING: url.search.slice(1),
    REQUEST_METHOD: request.method ?? 'GET',
    CONTENT_TYPE: header('content-type'),
    HTTP_CONTENT_ENCODING: header('content-encoding'),
    HTTP_GIT_PROTOCOL: header('git-protocol'),
    REMOTE_ADDR: '127.0.0.1',
  }
  if (request.headers['content-length']) env['CONTENT_LENGTH'] = header('content-length')
  return spawn(program, { env })
}

/** Gives the request to a CGI program, and its answer back. */
function passOn(
  request: IncomingMessage,
  response: ServerResponse,
  backend: ChildProcessWithoutNullStreams,
): void {
  let head: Buffer | null = Buffer.alloc(0)
  request.pipe(backend.stdin)
  backend.stdin.on('error', () => {})
  backend.stdout.on('data', (piece: Buffer) => {
    if (head === null) return void response.write(piece)
    head = Buffer.concat([head, piece])
    const end = head.indexOf('\r\n\r\n')
    if (end < 0) return
    const lines = head.toString('latin1', 0, end).split('\r\n')
    const headers = Object.fromEntries(lines.map((line) => line.split(': ', 2) as [string, string]))
    response.writeHead(Number.parseInt(headers['Status'] ?? '200', 10), headers)
    response.write(head.subarray(end + 4))
    head = null
  })
  backend.stdout.on('end', () => response.end())
}
