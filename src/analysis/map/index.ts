import { sideOf } from '../../domain/element-fact.js'
import type { ClientFact, LocatedFact, RepositoryFacts } from '../../domain/fact.js'
import type { Counts, MappedContract, SystemMap, Unresolved } from '../../domain/system-map.js'
import { isTestFile } from '../../lib/test-file.js'
import type { Route } from '../routes.js'
import { callReliances, elementReliances, isJoining, type Reliance } from './reliances.js'
import { type Service, type ServiceOf, servicesOf } from './services.js'

/** The services of these repositories and the contracts between them; what stands in tests promises and calls nothing. */
export function systemMap(repositories: readonly RepositoryFacts[]): SystemMap {
  const facts = repositories.flatMap((each) => each.facts).filter(({ path }) => !isTestFile(path))
  const routes = facts.filter((each): each is Route => each.fact.kind === 'route')
  const calls = facts.filter((each): each is LocatedFact<ClientFact> => each.fact.kind === 'client')
  const names = repositories.map(({ snapshot }) => snapshot.repository)
  const services = servicesOf(repositories)
  const reliances = [...callReliances(calls, routes, names), ...elementReliances(facts.filter(isJoining))]
  const counted = countElements(facts, services.of)
  return {
    services: services.all
      .map((service) => ({ ...service, ...countsOf(counted, service) }))
      .filter(({ provides, consumes }) => Object.keys({ ...provides, ...consumes }).length > 0)
      .sort((one, other) => compare(one.id, other.id)),
    contracts: contractsOf(reliances, services.of),
    unresolved: unresolvedOf(reliances, services.of),
  }
}

type Side = 'provides' | 'consumes'
/** Elements by service, side and kind. */
type Counted = ReadonlyMap<string, ReadonlySet<string>>

function countElements(facts: readonly LocatedFact[], serviceOf: ServiceOf): Counted {
  const counted = new Map<string, Set<string>>()
  for (const each of facts) {
    const side = sideIn(each)
    if (side === null) continue
    const key = [serviceOf(each.repository, each.path).id, side, kindOf(each.element)].join('\0')
    const known = counted.get(key)
    if (known) known.add(each.element)
    else counted.set(key, new Set([each.element]))
  }
  return counted
}

function sideIn(located: LocatedFact): Side | null {
  const { fact } = located
  if (fact.kind === 'route') return 'provides'
  if (fact.kind === 'client') return 'consumes'
  if (!isJoining(located) || located.fact.action === 'removes') return null
  return sideOf(located.fact.action) === 'provider' ? 'provides' : 'consumes'
}

function countsOf(counted: Counted, { id }: Service): Readonly<Record<Side, Counts>> {
  const side = (wanted: Side): Counts =>
    Object.fromEntries(
      [...counted]
        .map(([key, elements]) => ({ parts: key.split('\0'), count: elements.size }))
        .filter(({ parts }) => parts[0] === id && parts[1] === wanted)
        .map(({ parts, count }) => [parts[2] ?? '', count] as const)
        .sort(([one], [other]) => compare(one, other)),
    )
  return { provides: side('provides'), consumes: side('consumes') }
}

function contractsOf(reliances: readonly Reliance[], serviceOf: ServiceOf): readonly MappedContract[] {
  const contracts = new Map<string, MappedContract>()
  for (const { consumer, providers } of reliances) {
    const from = serviceOf(consumer.repository, consumer.path).id
    const reached = new Map(
      providers.map((each) => [serviceOf(each.fact.repository, each.fact.path).id, each]),
    )
    for (const [provider, { fact, strength }] of reached) {
      if (provider === from) continue
      const kind = kindOf(fact.element)
      const key = [from, provider, kind].join('\0')
      const known = contracts.get(key)
      contracts.set(key, {
        consumer: from,
        provider,
        kind,
        elements: [...new Set([...(known?.elements ?? []), fact.element])].sort(compare),
        places: (known?.places ?? 0) + 1,
        strength: known?.strength === 'strong' ? 'strong' : strength,
      })
    }
  }
  return inOrder(contracts)
}

function unresolvedOf(reliances: readonly Reliance[], serviceOf: ServiceOf): readonly Unresolved[] {
  const open = new Map<string, Unresolved>()
  for (const { consumer, element, providers, names } of reliances) {
    // That a package is of others is the usual thing.
    if (providers.length > 0 || element.startsWith('package ')) continue
    const from = serviceOf(consumer.repository, consumer.path).id
    const kind = kindOf(element)
    const key = [from, kind, names].join('\0')
    const elements = [...new Set([...(open.get(key)?.elements ?? []), element])].sort(compare)
    open.set(key, { consumer: from, kind, names, elements })
  }
  return inOrder(open)
}

function inOrder<T>(entries: ReadonlyMap<string, T>): readonly T[] {
  return [...entries].sort(([one], [other]) => compare(one, other)).map(([, value]) => value)
}

function kindOf(element: string): string {
  return element.slice(0, element.indexOf(' '))
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
