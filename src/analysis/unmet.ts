import type { RepositoryName } from '../domain/blob.js'
import type { ClientFact, FactIndex, LocatedFact, RepositoryFacts } from '../domain/fact.js'
import type { Link, Unmet } from '../domain/impact.js'
import { pathKey } from '../lib/fact-key.js'
import { isTestFile } from '../lib/test-file.js'
import { type FindFacts, factFinder } from './finder.js'
import { isUnnamed, repositoryNamedBy } from './link.js'
import { nearestRoute } from './nearest.js'
import { fitPath, isLiteral, literalsOf, segmentsOf } from './path-fit.js'
import { methodsMeet, type Route, routesOf } from './routes.js'

export type UnmetContext = {
  readonly base: RepositoryFacts
  readonly head: RepositoryFacts
  /** Paths at the head that this change adds or modifies. */
  readonly changedPaths: ReadonlySet<string>
  readonly index: FactIndex
}

type Client = LocatedFact<ClientFact>

/**
 * Calls that this change adds or alters and that no route takes, although the repository they name declares routes
 * beside them. Silent wherever the provider's routes may not be known in full: a problem in one of their files, a prefix
 * that is not known, a catch-all, or no route near.
 */
export async function findUnmet(context: UnmetContext): Promise<readonly Unmet[]> {
  const find = factFinder(context.head, context.index)
  const before = clientsOf(context.base)
  const known = new Set(before.map((each) => each.element))
  const fresh = clientsOf(context.head).filter(
    (each) => context.changedPaths.has(each.path) && !known.has(each.element) && !isTestFile(each.path),
  )
  const found = await Promise.all(fresh.map((client) => unmetOf(client, { context, find, before })))
  return found.filter((each) => each !== null)
}

type Scene = { readonly context: UnmetContext; readonly find: FindFacts; readonly before: readonly Client[] }

async function unmetOf(consumer: Client, scene: Scene): Promise<Unmet | null> {
  if (consumer.fact.through || !segmentsOf(consumer.fact.path).some(isLiteral)) return null
  const target = providerMeant(consumer, scene.context)
  if (target === null) return null
  const routes = await routesNear(consumer, target.repository, scene)
  // The stand-in of a foreign API in our tests promises nothing, though its routes look alike.
  const siblings = routes.filter(
    (route) => !isTestFile(route.path) && isSibling(route.fact.path, consumer.fact.path),
  )
  if (siblings.length === 0 || routes.some((route) => takes(route, consumer.fact))) return null
  if (!isFullyKnown(target.repository, siblings, scene.context.head)) return null
  const nearest = nearestRoute(consumer.fact, siblings)
  return { consumer, before: formerCall(consumer, scene), link: target.link, nearest }
}

/** Whom a call means: its own repository, or the one known repository that its address names. */
function providerMeant(
  { fact, repository }: Client,
  { head, index }: UnmetContext,
): { readonly repository: RepositoryName; readonly link: Link } | null {
  if (fact.base.type === 'relative') {
    return { repository, link: { strength: 'strong', reason: 'same repository, relative address' } }
  }
  const known = [...new Set([head.snapshot.repository, ...index.snapshots.map((each) => each.repository)])]
  const named = repositoryNamedBy(fact.base, repository, known)
  if (named) return { repository: named, link: { strength: 'strong', reason: `its address names ${named}` } }
  return isUnnamed(fact.base, repository)
    ? { repository, link: { strength: 'weak', reason: 'same repository, and its address names no other' } }
    : null
}

/** Every route of the repository that could take the call or stands beside it: it shares a literal segment or has none. */
async function routesNear(
  consumer: Client,
  repository: RepositoryName,
  { context, find }: Scene,
): Promise<readonly Route[]> {
  if (repository === context.head.snapshot.repository) return routesOf(context.head)
  const keys = new Set(['', pathKey(consumer.fact.path), ...literalsOf(consumer.fact.path)])
  const found = await Promise.all([...keys].map((key) => find('route', key)))
  return found.flat().filter((each) => each.repository === repository)
}

/** Begins with the same literal segments, and one of them tells something: `/api` and `/v1` are everybody's. */
function isSibling(route: string, call: string): boolean {
  const lead = leadingLiterals(call)
  const other = leadingLiterals(route)
  const parting = lead.findIndex((segment, at) => segment !== other[at])
  return lead
    .slice(0, parting === -1 ? lead.length : parting)
    .some((segment) => !/^(api|v\d+|rest)$/.test(segment))
}

function leadingLiterals(path: string): readonly string[] {
  const segments = segmentsOf(path)
  const parameter = segments.findIndex((segment) => !isLiteral(segment))
  return parameter === -1 ? segments : segments.slice(0, parameter)
}

/** Whether a route may take the call after all; a catch-all takes everything that begins as it does. */
function takes({ fact }: Route, call: ClientFact): boolean {
  if (!methodsMeet(fact.method, call.method)) return false
  return fitPath(fact.path, call.path) !== null || isBlurred(fact.path, call.path)
}

/** A parameter of the call may hold any of the route's literals: `/orders/${kind}` may be `/orders/open`. */
function isBlurred(route: string, call: string): boolean {
  const promised = segmentsOf(route)
  const called = segmentsOf(call)
  if (promised.length !== called.length) return false
  return promised.every(
    (segment, at) => segment === called[at] || !isLiteral(called[at] ?? '') || !isLiteral(segment),
  )
}

/** Nothing in the provider's own files says that routes may be missing. Of other repositories the index told all it has. */
function isFullyKnown(
  repository: RepositoryName,
  siblings: readonly Route[],
  head: RepositoryFacts,
): boolean {
  if (siblings.some(({ fact }) => fact.certainty === 'likely')) return false
  if (repository !== head.snapshot.repository) return true
  const files = new Set(siblings.map((each) => each.path))
  const mountFiles = head.facts.filter((each) => each.fact.kind === 'mount')
  const blurred = mountFiles.some(({ fact }) => fact.kind === 'mount' && fact.prefix.includes('{'))
  return !blurred && !head.problems.some((each) => each.path !== undefined && files.has(each.path))
}

/** What the same function of the same file called at the base and no longer calls. */
function formerCall(consumer: Client, { before, context }: Scene): Client | null {
  const still = new Set(
    clientsOf(context.head)
      .filter((each) => each.path === consumer.path)
      .map((each) => each.element),
  )
  const gone = before.filter(
    (each) =>
      each.path === consumer.path && each.fact.within === consumer.fact.within && !still.has(each.element),
  )
  return gone.length === 1 ? (gone[0] ?? null) : null
}

function clientsOf(repository: RepositoryFacts): readonly Client[] {
  return repository.facts.filter((each): each is Client => each.fact.kind === 'client')
}
