import type { ElementFact } from '../../domain/element-fact.js'
import type { World } from './world.js'

/** A gRPC fact with the package of its service; nothing for a method that is served and that no service has. */
export type JoinMethod = (fact: ElementFact) => readonly ElementFact[]

/** What the descriptions of a repository declare. */
type Services = {
  /** Whole names of services by the last of their words. */
  readonly named: ReadonlyMap<string, ReadonlySet<string>>
  /** Methods by their services, as declared, and in small letters. */
  readonly methods: ReadonlyMap<string, ReadonlyMap<string, string>>
}

const method = /^grpc ([\w.]+)\/(\w+)$/

/**
 * Puts the package before a service that code knows by its name alone, where exactly one service of the repository has that
 * name. A call of a method that it does not have is kept: so a method that is being removed still has its callers.
 */
export function createMethodJoin(world: World): JoinMethod {
  let known: Services | null = null
  return (fact) => {
    const [, service = '', name = ''] = method.exec(fact.element) ?? []
    if (fact.action === 'declares' || service === '') return [fact]
    known ??= servicesOf(world)
    return joinMethod(known, fact, service, name)
  }
}

function joinMethod(
  { named, methods }: Services,
  fact: ElementFact,
  service: string,
  name: string,
): readonly ElementFact[] {
  const found = methods.has(service) ? [service] : [...(named.get(service) ?? [])]
  const [whole] = found
  if (whole === undefined || found.length > 1) return [fact]
  const declared = methods.get(whole)?.get(name.toLowerCase())
  if (declared === undefined && fact.action === 'serves') return []
  return [{ ...fact, element: `grpc ${whole}/${declared ?? name}` }]
}

function servicesOf(world: World): Services {
  const named = new Map<string, Set<string>>()
  const methods = new Map<string, Map<string, string>>()
  for (const { facts } of world.files) {
    for (const fact of facts.facts) {
      if (fact.kind !== 'grpc' || fact.action !== 'declares') continue
      const [, service, name] = method.exec(fact.element) ?? []
      if (service === undefined || name === undefined) continue
      const last = service.slice(service.lastIndexOf('.') + 1)
      named.set(last, (named.get(last) ?? new Set()).add(service))
      methods.set(service, (methods.get(service) ?? new Map()).set(name.toLowerCase(), name))
    }
  }
  return { named, methods }
}
