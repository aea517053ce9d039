import { spawn } from 'node:child_process'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { git, gitEnvironment } from './run.js'

/** `/acme/orders.git/info/refs`: only names that GitHub would accept, and only what reading needs. */
const readable = /^\/([\w-]+)\/([\w-][\w.-]*?)\.git\/(info\/refs|git-upload-pack)$/

export type GitRequest = { readonly owner: string; readonly name: string }

/** The repository that a git client asks for; null when this is no request of a git client. */
export function gitRequestOf(pathname: string): GitRequest | null {
  const [, owner, name] = readable.exec(pathname) ?? []
  return owner !== undefined && name !== undefined ? { owner, name } : null
}

/** Whether it wants to push, which nobody may here. */
export function isPush(url: URL): boolean {
  return url.pathname.endsWith('/git-receive-pack') || url.searchParams.get('service') === 'git-receive-pack'
}

let backend: Promise<string> | null = null

/** Answers a git client by git's own `http-backend`, so that protocol, filters and refs are the real ones. */
export async function serveGit(
  directory: string,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  backend ??= git('/', ['--exec-path']).then((path) => `${path.trim()}/git-http-backend`)
  const child = spawn(await backend, [], { env: cgiEnvironment(directory, url, request) })
  request.pipe(child.stdin)
  child.stdin.on('error', () => undefined) // the client may go away; the exit of git ends the answer.
  child.on('error', () => response.destroy())
  forwardCgi(child.stdout, response)
}

function cgiEnvironment(directory: string, url: URL, request: IncomingMessage): Record<string, string> {
  const header = (name: string): string => String(request.headers[name] ?? '')
  return {
    ...gitEnvironment,
    GIT_PROJECT_ROOT: directory,
    GIT_HTTP_EXPORT_ALL: '1',
    PATH_INFO: url.pathname.replace(/^\/[^/]+\/[^/]+\.git/, ''),
    QUERY_STRING: url.search.slice(1),
    REQUEST_METHOD: request.method ?? 'GET',
    CONTENT_TYPE: header('content-type'),
    HTTP_CONTENT_ENCODING: header('content-encoding'),
    HTTP_GIT_PROTOCOL: header('git-protocol'),
    REMOTE_ADDR: '127.0.0.1',
    ...(request.headers['content-length'] ? { CONTENT_LENGTH: header('content-length') } : {}),
  }
}

/** A CGI answer: headers, an empty line, the body. */
function forwardCgi(out: NodeJS.ReadableStream, response: ServerResponse): void {
  let head: Buffer | null = Buffer.alloc(0)
  out.on('data', (chunk: Buffer) => {
    if (head === null) {
      response.write(chunk)
      return
    }
    head = Buffer.concat([head, chunk])
    const end = head.indexOf('\r\n\r\n')
    if (end < 0) return
    writeHead(head.subarray(0, end).toString('latin1'), response)
    response.write(head.subarray(end + 4))
    head = null
  })
  out.on('end', () => response.end())
}

function writeHead(head: string, response: ServerResponse): void {
  let status = 200
  for (const line of head.split('\r\n')) {
    const [name = '', value = ''] = line.split(/: (.*)/, 2)
    if (name === 'Status') status = Number.parseInt(value, 10)
    else response.setHeader(name, value)
  }
  response.statusCode = status
}
