import type { RepositoryName } from '../domain/blob.js'
import type { Change, Touch } from '../domain/change.js'
import type {
  ClientFact,
  FactIndex,
  FieldFact,
  LocatedFact,
  RepositoryFacts,
  UrlBase,
} from '../domain/fact.js'
import type { Dependent, Impact } from '../domain/impact.js'
import { pathKey } from '../lib/fact-key.js'
import { type FindFacts, factFinder } from './finder.js'
import { linkTo } from './link.js'
import { type Fit, fitPath } from './path-fit.js'
import { type Asked, methodsMeet, type Route, routeFor, routesOf } from './routes.js'
import { isRouteGone } from './shift.js'
import { readsTouched, touchedElement, type Use, useOfCall } from './use.js'

export type ImpactContext = {
  /** The repository of the pull request, at its head. */
  readonly provider: RepositoryFacts
  /** Every repository that may be asked. What it says of the provider itself is not used: `provider` is newer. */
  readonly index: FactIndex
}

/**
 * Each change with the places that rely on it, in this repository as it is at the head (who is mended in the same pull
 * request is not affected) and in every other one. Exact in what it joins: a place whose route still has an answer, or
 * whose address names somebody else, is left out.
 */
export async function findImpact(
  changes: readonly Change[],
  context: ImpactContext,
): Promise<readonly Impact[]> {
  const find = factFinder(context.provider, context.index)
  const routes = routesOf(context.provider)
  return Promise.all(
    changes.map(async (change) => {
      const scene: Scene = {
        change,
        routes,
        find,
        provider: context.provider.snapshot.repository,
        known: knownRepositories(context),
      }
      const found = await Promise.all(change.touches.map((touch) => dependentsOf(touch, scene)))
      return { change, dependents: sorted(found.flat()) }
    }),
  )
}

/** The element of a change that a dependent relies on; the change's own when it cannot be told. */
export function elementRelied(change: Change, dependent: Dependent): string {
  const { fact } = dependent.fact
  const touch = change.touches.find((each) =>
    fact.kind === 'field'
      ? each.type === 'answer' &&
        fact.origin.type === 'answer' &&
        meets(each, fact.origin) &&
        readsTouched(each, fact)
      : fact.kind === 'client' && meets(each, fact) && useOfCall(each, fact) === dependent.use,
  )
  return touch ? touchedElement(touch) : change.element
}

export function knownRepositories(context: ImpactContext): readonly RepositoryName[] {
  const names = context.index.snapshots.map((each) => each.repository)
  return [...new Set([context.provider.snapshot.repository, ...names])].sort()
}

type Scene = {
  readonly change: Change
  readonly routes: readonly Route[]
  readonly find: FindFacts
  readonly provider: RepositoryName
  readonly known: readonly RepositoryName[]
}

type Candidate = {
  readonly fact: LocatedFact<ClientFact> | LocatedFact<FieldFact>
  readonly asked: Asked & { readonly base: UrlBase }
  readonly use: Use
}

async function dependentsOf(touch: Touch, scene: Scene): Promise<readonly Dependent[]> {
  const candidates = await candidatesFor(touch, scene.find)
  if (candidates.length === 0) return []
  const promisers = await scene.find('route', pathKey(touch.path))
  return candidates.flatMap((candidate) => dependentFrom(candidate, touch, scene, promisers) ?? [])
}

async function candidatesFor(touch: Touch, find: FindFacts): Promise<readonly Candidate[]> {
  if (touch.type !== 'answer') {
    const clients = await find('client', pathKey(touch.path))
    return clients.flatMap((fact) => {
      const use = useOfCall(touch, fact.fact)
      return use ? [{ fact, asked: fact.fact, use }] : []
    })
  }
  const fields = await find('field', pathKey(touch.path))
  return fields.flatMap((fact): Candidate[] => {
    const { origin } = fact.fact
    return origin.type === 'answer' && readsTouched(touch, fact.fact)
      ? [{ fact, asked: origin, use: 'reads' }]
      : []
  })
}

function dependentFrom(
  { fact, asked, use }: Candidate,
  touch: Touch,
  scene: Scene,
  promisers: readonly Route[],
): Dependent | null {
  const fit = methodsMeet(touch.method, asked.method) ? fitPath(touch.path, asked.path) : null
  if (fit === null || isServedElsewhere(touch, asked, fit, scene)) return null
  const caller = { repository: fact.repository, base: asked.base, path: asked.path }
  const link = linkTo(caller, {
    provider: scene.provider,
    providerPath: scene.change.old?.path ?? scene.change.new?.path ?? '',
    repositories: scene.known,
    rivals: rivalsOf(asked, scene.provider, fact.repository, promisers),
  })
  if (link === null) return null
  // A prefix that only one side has is a guess, unless the address itself says who is meant.
  const strength = fit === 'offset' && !link.named ? 'weak' : link.strength
  return { fact, link: { strength, reason: link.reason }, use }
}

/**
 * Whether the call has an answer in spite of the change: its route belongs to another, better fitting route, or the route
 * is gone and another one takes the call. A route that only a document still promises does not serve a call whose code
 * is gone; one that code still declares does serve a call that a document no longer mentions.
 */
function isServedElsewhere(touch: Touch, asked: Asked, fit: Fit, { change, routes }: Scene): boolean {
  const gone = touch.type === 'route' && isRouteGone(change)
  const speaker = change.kind === codeKind ? 'code' : 'description'
  const serving = routes.filter(({ fact }) => fact.source === speaker || (gone && fact.source === 'code'))
  const best = routeFor(
    serving,
    asked,
    fit === 'offset' ? ['exact', 'parameter', 'offset'] : ['exact', 'parameter'],
  )
  return best !== null && (gone || best.fact.path !== touch.path)
}

/** The kind of contract that lives in code. */
const codeKind = 'http'

/** Repositories other than the provider that promise what is asked; a caller's copy of a description is no promise. */
function rivalsOf(
  asked: Asked,
  provider: RepositoryName,
  consumer: RepositoryName,
  promisers: readonly Route[],
): ReadonlySet<RepositoryName> {
  const rivals = promisers.filter(
    ({ repository, fact }) =>
      repository !== provider &&
      (fact.source === 'code' || repository !== consumer) &&
      methodsMeet(fact.method, asked.method) &&
      fitPath(fact.path, asked.path) !== null,
  )
  return new Set(rivals.map((each) => each.repository))
}

function meets(touch: Touch, asked: Asked): boolean {
  return methodsMeet(touch.method, asked.method) && fitPath(touch.path, asked.path) !== null
}

/** Without repetitions: one place that is reached through two elements of one cause is one dependent. */
function sorted(dependents: readonly Dependent[]): readonly Dependent[] {
  const unique = new Map(dependents.map((each) => [placeKey(each), each]))
  return [...unique.entries()].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, each]) => each)
}

function placeKey({ fact, use, link }: Dependent): string {
  const line = String(fact.fact.line).padStart(8, '0')
  return [link.strength, fact.repository, fact.path, line, use, fact.element].join('\0')
}
