import { fullName, type World } from '../world.js'
import { authorize } from './authorize.js'
import { notFound, Refusal, unprocessable } from './refusal.js'
import { type Reply, refusalReply, replyOf } from './reply.js'
import { type Call, type Identity, matchRoute, type Route } from './route.js'

export type ApiRequest = {
  readonly method: string
  /** Below the API's base. */
  readonly path: string
  readonly url: URL
  readonly accept: string
  readonly body: string
}

export type Dispatched = { readonly reply: Reply; readonly body: unknown; readonly actor: string }

/** Answers one request of the API: finds its route, checks who asks and what, and never throws. */
export async function dispatch(
  world: World,
  routes: readonly Route[],
  request: ApiRequest,
  identify: () => Identity,
): Promise<Dispatched> {
  let body: unknown = null
  let who: Identity = { type: 'nobody' }
  try {
    who = identify()
    body = parsed(request.body)
    return { reply: await answer(world, routes, request, { who, body }), body, actor: nameOf(who) }
  } catch (error) {
    return { reply: refusalReply(error), body, actor: nameOf(who) }
  }
}

type Sent = { readonly who: Identity; readonly body: unknown }

async function answer(
  world: World,
  routes: readonly Route[],
  request: ApiRequest,
  sent: Sent,
): Promise<Reply> {
  for (const route of routes) {
    const params = matchRoute(route, request.method, request.path)
    if (!params) continue
    const call: Call = {
      world,
      who: sent.who,
      params: spelt(world, params),
      query: request.url.searchParams,
      accept: request.accept,
      body: null,
    }
    authorize(route, call)
    return replyOf(await route.answer({ ...call, body: valid(route, sent.body) }), world, request.url)
  }
  if (routes.some((route) => route.pattern.test(request.path))) throw notFound()
  throw new Refusal(
    501,
    `The stand-in does not know ${request.method} ${request.path}. Teach it in src/sandbox/rest.`,
  )
}

/** Names of owners and repositories are the same in any case. */
function spelt(world: World, params: Record<string, string>): Record<string, string> {
  if (params['owner'] === undefined || params['repo'] === undefined) return params
  const wanted = `${params['owner']}/${params['repo']}`.toLowerCase()
  const found = [...world.repositories.values()].find((each) => fullName(each).toLowerCase() === wanted)
  return found ? { ...params, owner: found.owner, repo: found.name } : params
}

function parsed(body: string): unknown {
  if (body.trim() === '') return undefined
  try {
    return JSON.parse(body)
  } catch {
    throw new Refusal(400, 'Problems parsing JSON')
  }
}

/** The body as the route's schema has it; what GitHub refuses is refused with the reason. */
function valid(route: Route, body: unknown): unknown {
  const checked = route.body.safeParse(body)
  if (checked.success) return checked.data
  const said = checked.error.issues.map((each) => `${each.path.join('.') || 'body'}: ${each.message}`)
  throw unprocessable(
    `Invalid request.\n\n${said.join('\n')}`,
    checked.error.issues.map(({ path, message }) => ({ field: path.join('.'), message })),
  )
}

function nameOf(who: Identity): string {
  return who.type === 'app' || who.type === 'nobody' ? who.type : who.user.login
}
