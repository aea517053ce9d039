import { readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { bodyOf } from '../http/body.js'
import type { FoundPull } from '../pulls.js'
import { addComment } from '../rest/issue-comments.js'
import { userNamed, type World } from '../world.js'
import { blobPage } from './blob-page.js'
import { watchScript } from './layout.js'
import { listPage } from './list-page.js'
import { pullPage, stateOf } from './pull-page.js'

/** Nothing from elsewhere, nothing written into the page runs, and nobody may frame it. */
const headers = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cache-control': 'no-store',
}

const style = ['base', 'signs', 'parts', 'code', 'markdown', 'narrow']
  .map((name) => readFileSync(new URL(`./style/${name}.css`, import.meta.url), 'utf8'))
  .join('\n')

type Page = (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<boolean>

/** What people open in a browser: the list, a pull request, a file; and the one thing they can do, which is to comment. */
export function createPages(world: World): Page {
  return async (request, response, url) => {
    if (!isOwnHost(world, request)) return false
    if (request.method === 'POST') return writeComment(world, request, response, url)
    if (request.method !== 'GET') return false
    const found = await find(world, url.pathname)
    if (!found) return false
    response.writeHead(200, { ...headers, 'content-type': `${found.type}; charset=utf-8` }).end(found.text)
    return true
  }
}

/** A page under another name is somebody's attempt to read this one through a browser. */
function isOwnHost(world: World, request: IncomingMessage): boolean {
  const { port } = new URL(world.site)
  return [`127.0.0.1:${port}`, `localhost:${port}`].includes(request.headers.host ?? '')
}

type Found = { readonly text: string; readonly type: string }

async function find(world: World, path: string): Promise<Found | null> {
  if (path === '/') return { text: listPage(world), type: 'text/html' }
  if (path === '/-/style.css') return { text: style, type: 'text/css' }
  if (path === '/-/watch.js') return { text: watchScript, type: 'text/javascript' }
  const blob = /^\/([\w.-]+\/[\w.-]+)\/blob\/([\w./-]+?)\/(.+)$/.exec(path)
  if (blob) return findBlob(world, blob)
  const [, pull, state] = /^(\/[\w.-]+\/[\w.-]+\/pull\/\d+)(\/state)?$/.exec(path) ?? []
  const found = pull === undefined ? null : findPull(world, pull)
  if (!found) return null
  if (state) return { text: stateOf(found), type: 'text/plain' }
  return { text: await pullPage(found), type: 'text/html' }
}

async function findBlob(
  world: World,
  [, name = '', revision = '', path = '']: RegExpExecArray,
): Promise<Found | null> {
  const repository = world.repositories.get(name)
  const text = repository ? await blobPage(repository, revision, decoded(path)) : null
  return text === null ? null : { text, type: 'text/html' }
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path // a stray per cent sign is a part of the name
  }
}

function findPull(world: World, path: string): FoundPull | null {
  const [, name = '', number = ''] = /^\/(.+)\/pull\/(\d+)/.exec(path) ?? []
  const repository = world.repositories.get(name)
  const pull = repository?.pulls.get(Number(number))
  return repository && pull ? { repository, pull } : null
}

/** Takes a comment from the form of the page itself; another site's form has another origin and is not heard. */
async function writeComment(
  world: World,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<boolean> {
  const found = url.pathname.endsWith('/comments') ? findPull(world, url.pathname) : null
  if (!found) return false
  if (request.headers.origin !== `http://${request.headers.host}`) {
    response
      .writeHead(403, { ...headers, 'content-type': 'text/plain' })
      .end('Comments are taken from this page alone.')
    return true
  }
  const body = new URLSearchParams(await bodyOf(request)).get('body')?.replace(/\r\n/g, '\n').trim() ?? ''
  if (body !== '' && body.length <= 65_536) addComment(world, found, userNamed(world, 'dana'), body)
  const address = url.pathname.replace(/\/comments$/, '')
  response.writeHead(303, { ...headers, location: `${address}#conversation` }).end()
  return true
}
