import type { Snapshot } from '../../domain/blob.js'
import {
  answerElement,
  type Element,
  environmentElement,
  requestElement,
  routeElement,
} from '../../domain/element.js'
import type { Fact, LocatedFact, Origin, Reference, RepositoryFacts } from '../../domain/fact.js'
import { atOnce } from '../../lib/in-turns.js'
import { joinClient } from './clients.js'
import { createHandlers, type Handlers } from './controllers.js'
import { joinElement } from './elements.js'
import { answersByType, type Explained, joinField } from './fields.js'
import { createSelectionJoin } from './graphql-selections.js'
import { createServedJoin } from './graphql-served.js'
import { createMethodJoin } from './grpc-methods.js'
import { createModels } from './models.js'
import { indexNamed } from './named.js'
import { createRouteJoin } from './routes.js'
import { createWorld, type FileFacts, siteKey, type World } from './world.js'

/**
 * The facts of a repository, with what its files know of each other: final paths of routes, calls through wrappers of
 * other files, fields of answers that came by functions and types. What explains others (mounts, wrappers, results, shapes)
 * is used up, and what nothing explains is left out. `paths` are those of the whole tree, when files that hold no facts
 * matter too.
 */
export function joinRepository(
  snapshot: Snapshot,
  files: readonly FileFacts[],
  paths?: readonly string[],
): RepositoryFacts {
  const { joined } = atOnce(joinSteps(snapshot, files, paths))
  const problems = files.flatMap((file) =>
    file.facts.problems.map((each) => ({ ...each, path: each.path ?? file.path })),
  )
  return { snapshot, facts: [...joined.values()].flat(), problems }
}

/** The final facts of one file among those that were joined; what controllers say of bodies is not among them. */
export type JoinFile = (file: FileFacts) => readonly LocatedFact[]

/** Every file with its final facts, and the way they were made. */
export type Joined = {
  readonly joined: ReadonlyMap<string, readonly LocatedFact[]>
  readonly joinFile: JoinFile
}

/** The same, file by file: a repository of thousands takes longer than others may wait. */
export function* joinSteps(
  snapshot: Snapshot,
  files: readonly FileFacts[],
  paths?: readonly string[],
): Generator<void, Joined> {
  const world = createWorld(files, paths)
  yield
  const wrappers = indexNamed(world, 'wrapper')
  const shapes = indexNamed(world, 'shape')
  const joinRoute = createRouteJoin(world)
  const explained: Explained = {
    world,
    wrappers,
    results: indexNamed(world, 'result'),
    shapes,
    answers: answersByType(world, wrappers),
    joinRoute,
    fieldsOfModel: createModels(world, shapes, joinRoute),
    views: viewsOf(world),
  }
  yield
  const handlers = createHandlers(world)
  const joinFile = joinFileIn(snapshot, explained, handlers)
  const joined = new Map<string, readonly LocatedFact[]>()
  for (const file of files) {
    yield
    joined.set(file.path, joinFile(file))
  }
  // Bodies are known when every route has found who handles it.
  for (const file of files) {
    if (!file.facts.controllers?.length) continue
    const bodies = unique(handlers.fields(file.path)).map((fact) => located(snapshot, file, fact))
    joined.set(file.path, [...(joined.get(file.path) ?? []), ...bodies])
  }
  return { joined, joinFile }
}

function joinFileIn(snapshot: Snapshot, explained: Explained, handlers: Handlers): JoinFile {
  const { world } = explained
  const joinSelection = createSelectionJoin(world)
  const joinServed = createServedJoin(world)
  const joinMethod = createMethodJoin(world)
  return (file) => {
    const { path, facts } = file
    return unique(facts.facts.flatMap((fact) => joinFact(explained, path, fact)))
      .flatMap((fact) => (fact.kind === 'route' ? (handlers.handled(path, fact) ?? []) : fact))
      .map((fact) => (fact.kind === 'graphql' ? joinSelection(path, fact) : fact))
      .flatMap((fact) => (fact.kind === 'graphql' ? joinServed(fact) : fact))
      .flatMap((fact) => (fact.kind === 'grpc' ? joinMethod(fact) : fact))
      .map((fact) => located(snapshot, file, fact))
  }
}

function joinFact(explained: Explained, path: string, fact: Fact): readonly Fact[] {
  const { world } = explained
  switch (fact.kind) {
    case 'route':
      return fact.view && isAnswered(explained, path, fact.view) ? [] : explained.joinRoute(path, fact)
    case 'client':
      return joinClient(world, explained.wrappers, path, fact)
    case 'field':
      return joinField(explained, path, fact)
    case 'mount':
    case 'wrapper':
    case 'result':
      return []
    case 'shape':
      return explained.fieldsOfModel(path, fact)
    case 'environment':
      return [fact]
    default:
      return joinElement(world, path, fact)
  }
}

/** Where views and routers are declared that say themselves what they answer. */
function viewsOf(world: World): ReadonlySet<string> {
  return new Set(
    world.files.flatMap(({ path, facts }) =>
      facts.facts.flatMap((fact) =>
        (fact.kind === 'route' || fact.kind === 'mount') && fact.receiver
          ? world.resolve(path, { name: fact.receiver, module: null }).map(siteKey)
          : [],
      ),
    ),
  )
}

function isAnswered({ world, views }: Explained, path: string, view: Reference): boolean {
  return world.resolve(path, view).some((site) => views.has(siteKey(site)))
}

function located(snapshot: Snapshot, { path, blob }: FileFacts, fact: Fact): LocatedFact {
  return {
    fact,
    element: elementOf(fact),
    repository: snapshot.repository,
    commit: snapshot.commit,
    path,
    blob,
  }
}

function elementOf(fact: Fact): Element {
  switch (fact.kind) {
    case 'route':
    case 'client':
      return routeElement(fact.method, fact.path)
    case 'field':
      return fieldElement(fact.origin, fact.field)
    case 'environment':
      return environmentElement(fact.name)
    case 'mount':
    case 'wrapper':
    case 'result':
    case 'shape':
      return ''
    default:
      return fact.element
  }
}

function fieldElement(origin: Origin, field: string): Element {
  if (!('path' in origin)) return ''
  const isRequest = origin.type === 'route' && origin.side === 'request'
  return isRequest
    ? requestElement(origin.method, origin.path, field)
    : answerElement(origin.method, origin.path, '*', field)
}

function unique(facts: readonly Fact[]): readonly Fact[] {
  return [...new Map(facts.map((fact) => [JSON.stringify(fact), fact])).values()]
}
