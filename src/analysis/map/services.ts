import type { RepositoryName } from '../../domain/blob.js'
import type { LocatedFact, RepositoryFacts } from '../../domain/fact.js'

/** A service with the folder of its code. */
export type Service = { readonly id: string; readonly repository: RepositoryName; readonly folder: string }

/** The service that a file belongs to. */
export type ServiceOf = (repository: RepositoryName, path: string) => Service

/**
 * The services of these repositories: those that a deployment builds from a folder, and for all other files of a repository
 * one that has its name.
 */
export function servicesOf(repositories: readonly RepositoryFacts[]): {
  readonly all: readonly Service[]
  readonly of: ServiceOf
} {
  const built = repositories.map((facts) => builtServices(facts))
  const names = built.flat().map(({ id }) => id)
  const all = built.flat().map((each) => (isTwice(names, each.id) ? qualified(each) : each))
  const byRepository = new Map(
    repositories.map(({ snapshot: { repository } }) => [
      repository,
      all.filter((each) => each.repository === repository).sort(deepestFirst),
    ]),
  )
  return { all, of: (repository, path) => serviceAt(byRepository.get(repository) ?? [], repository, path) }
}

function builtServices({ snapshot: { repository }, facts }: RepositoryFacts): readonly Service[] {
  const byFolder = new Map<string, Service>()
  const values = valuesIn(facts)
  for (const each of facts) {
    const folder = folderOf(each, values)
    if (folder === null) continue
    const id = each.element.replace(/^service /, '')
    const known = byFolder.get(folder)
    // Two services of one folder are one piece of code: the one that is called as the folder, or the first by name.
    if (known && (known.id === folderName(folder) || (id !== folderName(folder) && known.id <= id))) continue
    byFolder.set(folder, { id, repository, folder })
  }
  return [...byFolder.values(), { id: folderName(repository), repository, folder: '' }]
}

/** The folder that a deployed service is built from; null for one that is not built here. */
function folderOf({ fact, path }: LocatedFact, values: ReadonlyMap<string, string>): string | null {
  if (fact.kind !== 'service' || fact.action !== 'declares') return null
  const written = fact.details?.context
  const context = written?.replace(/\$\{(\w+)\}/g, (whole, name) => values.get(name) ?? whole)
  if (context === undefined || context.includes('$')) return null
  const below = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : ''
  const segments: string[] = []
  for (const segment of `${below}/${context}`.split('/')) {
    if (segment === '..') segments.pop()
    else if (segment !== '' && segment !== '.') segments.push(segment)
  }
  if (/dockerfile/i.test(segments.at(-1) ?? '')) segments.pop()
  return segments.length ? segments.join('/') : null
}

/** What files of variables set, which deployments are written with: `${ORDERS_DOCKERFILE}`. */
function valuesIn(facts: readonly LocatedFact[]): ReadonlyMap<string, string> {
  return new Map(
    facts.flatMap(({ fact }) =>
      fact.kind === 'environment' && fact.rule === 'env-file.variable' && fact.value !== undefined
        ? [[fact.name, fact.value] as const]
        : [],
    ),
  )
}

function folderName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

function isTwice(names: readonly string[], name: string): boolean {
  return names.indexOf(name) !== names.lastIndexOf(name)
}

function qualified(service: Service): Service {
  return { ...service, id: `${service.repository}${service.folder === '' ? '' : `/${service.id}`}` }
}

function deepestFirst(one: Service, other: Service): number {
  return other.folder.length - one.folder.length
}

function serviceAt(services: readonly Service[], repository: RepositoryName, path: string): Service {
  const found = services.find(({ folder }) => folder === '' || path.startsWith(`${folder}/`))
  return found ?? { id: repository, repository, folder: '' }
}
