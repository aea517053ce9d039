import { z } from 'zod'
import type { Grants, Repository, User, World } from '../world.js'
import { notFound } from './refusal.js'

/** Who sends a request, as its credentials prove it. */
export type Identity =
  | { readonly type: 'app' }
  | {
      readonly type: 'installation'
      readonly user: User
      readonly grants: Grants
      /** Null: every repository of the installation. */
      readonly repositories: ReadonlySet<number> | null
    }
  | { readonly type: 'user'; readonly user: User }
  | { readonly type: 'nobody' }

/** `checks:write`; several: any one is enough. `app`: the app itself, by its JWT. */
export type Permission = `${string}:${'read' | 'write'}`
export type Needs = 'app' | 'installation' | 'anyone' | Permission | readonly Permission[]

export type Call<B = unknown> = {
  readonly world: World
  readonly who: Identity
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  readonly accept: string
  readonly body: B
}

/** What a route answers. A `list` is cut into pages by the server, which adds the Link header. */
export type Answer =
  | { readonly status?: number; readonly body?: unknown }
  | { readonly text: string; readonly type: string }
  | {
      readonly list: readonly unknown[]
      readonly wrap?: (page: readonly unknown[], total: number) => unknown
    }

export type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'

export type Route = {
  readonly method: Method
  readonly path: string
  readonly pattern: RegExp
  readonly needs: Needs
  readonly body: z.ZodType
  readonly answer: (call: Call) => Answer | Promise<Answer>
}

type Write = <B>(
  path: string,
  needs: Needs,
  body: z.ZodType<B>,
  answer: (call: Call<B>) => Answer | Promise<Answer>,
) => Route

export const post: Write = (path, needs, body, answer) => route('POST', path, needs, { body, answer })
export const patch: Write = (path, needs, body, answer) => route('PATCH', path, needs, { body, answer })
export const put: Write = (path, needs, body, answer) => route('PUT', path, needs, { body, answer })

export function get(path: string, needs: Needs, answer: Route['answer']): Route {
  return route('GET', path, needs, { body: z.unknown(), answer })
}

export function remove(path: string, needs: Needs, answer: Route['answer']): Route {
  return route('DELETE', path, needs, { body: z.unknown(), answer })
}

function route<B>(
  method: Method,
  path: string,
  needs: Needs,
  rest: { readonly body: z.ZodType<B>; readonly answer: (call: Call<B>) => Answer | Promise<Answer> },
): Route {
  // The body is parsed by this very schema before the answer is asked, so the wider type is safe to store.
  const answer = rest.answer as Route['answer']
  return { method, path, pattern: patternOf(path), needs, body: rest.body, answer }
}

/** `{name}` is one segment, `{name+}` is all that follows. */
function patternOf(path: string): RegExp {
  const source = path
    .replace(/[.]/g, '\\.')
    .replace(/\{(\w+)\+\}/g, '(?<$1>.+)')
    .replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')
  return new RegExp(`^${source}$`)
}

/** Parameters of a path, decoded; null when it is another route. */
export function matchRoute(each: Route, method: string, pathname: string): Record<string, string> | null {
  if (each.method !== method) return null
  const found = each.pattern.exec(pathname)
  if (!found) return null
  try {
    return Object.fromEntries(Object.entries(found.groups ?? {}).map(([k, v]) => [k, decodeURIComponent(v)]))
  } catch {
    return null // a stray per cent sign names nothing
  }
}

/** The repository of a call. Those outside the token do not exist for it: 404. */
export function repositoryOf(call: Call): Repository {
  const { world, who, params } = call
  const found = world.repositories.get(`${params['owner']}/${params['repo']}`)
  if (!found || !isVisible(who, found)) throw notFound()
  return found
}

export function isVisible(who: Identity, repository: Repository): boolean {
  switch (who.type) {
    case 'installation':
      return repository.installed && (who.repositories?.has(repository.id) ?? true)
    case 'user':
      return !repository.private || (repository.levels.get(who.user.login) ?? 'none') !== 'none'
    case 'app':
    case 'nobody':
      return !repository.private
  }
}

/** The user in whose name a write is made. */
export function actorOf(call: Call): User {
  if (call.who.type === 'installation' || call.who.type === 'user') return call.who.user
  return call.world.app.bot
}

export function numberParam(call: Call, name: string): number {
  const value = Number(call.params[name])
  if (!Number.isSafeInteger(value)) throw notFound()
  return value
}
