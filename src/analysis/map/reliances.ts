import type { RepositoryName } from '../../domain/blob.js'
import { type ElementFact, sideOf } from '../../domain/element-fact.js'
import type { ClientFact, LocatedFact } from '../../domain/fact.js'
import { pathKey } from '../../lib/fact-key.js'
import type { Route } from '../routes.js'
import { routesMeant } from './routes-meant.js'

/** A place that relies on an element, and the places that promise it. */
export type Reliance = {
  readonly consumer: LocatedFact
  readonly element: string
  readonly providers: readonly { readonly fact: LocatedFact; readonly strength: 'strong' | 'weak' }[]
  /** The address that it names; empty where the element is all. */
  readonly names: string
}

/** Kinds of elements that join services by their name; others are set by deployments, or live within one service. */
const joining: ReadonlySet<string> = new Set<ElementFact['kind']>([
  'grpc',
  'graphql',
  'event',
  'sql',
  'metric',
  'package',
  'workflow',
])

export type ElementAt = LocatedFact<ElementFact>

export function isJoining(located: LocatedFact): located is ElementAt {
  return joining.has(located.fact.kind)
}

/** Calls of routes with whom they mean. */
export function callReliances(
  calls: readonly LocatedFact<ClientFact>[],
  routes: readonly Route[],
  repositories: readonly RepositoryName[],
): readonly Reliance[] {
  const byKey = groupBy(routes, ({ fact }) => pathKey(fact.path))
  const loose = routes.filter(({ fact }) => fact.path.endsWith('{*}') || fact.path.endsWith('{}'))
  return calls.map((call) => {
    const near = new Set([...(byKey.get(pathKey(call.fact.path)) ?? []), ...loose])
    const meant = routesMeant(call, [...near], repositories)
    const providers = meant.map(({ route, strength }) => ({ fact: route, strength }))
    return { consumer: call, element: call.element, providers, names: namesOf(call.fact) }
  })
}

function namesOf({ base }: ClientFact): string {
  switch (base.type) {
    case 'relative':
      return ''
    case 'origin':
      return base.origin
    case 'environment':
      return base.name
    case 'unknown':
      return base.text
  }
}

/** Uses of elements with those who promise them; code that serves one goes before a description of it. */
export function elementReliances(facts: readonly ElementAt[]): readonly Reliance[] {
  const promised = groupBy(
    facts.filter(({ fact }) => sideOf(fact.action) === 'provider' && fact.action !== 'removes'),
    ({ element }) => element,
  )
  return facts
    .filter(({ fact }) => sideOf(fact.action) === 'consumer')
    .map((consumer) => {
      const all = promised.get(consumer.element) ?? []
      const serving = all.filter(({ fact }) => fact.action !== 'declares' && fact.action !== 'sets')
      const providers = serving.length ? serving : all
      return {
        consumer,
        element: consumer.element,
        providers: providers.map((fact) => ({ fact, strength: 'strong' as const })),
        names: '',
      }
    })
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const known = groups.get(keyOf(item))
    if (known) known.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}
