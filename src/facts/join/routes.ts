import { pathTemplate } from '../../domain/element.js'
import type { RouteFact } from '../../domain/fact.js'
import { createActionJoin } from './actions.js'
import { beginningOf, withNames } from './bases.js'
import { createEverywhere } from './everywhere.js'
import { routeOfFile } from './file-routes.js'
import { createPlacer, joinRoute } from './mounts.js'
import { createServing } from './served.js'
import { createTelling } from './told.js'
import type { World } from './world.js'

/** The final routes that a route of one file comes to: none, one, or one for each place where its router is mounted. */
export type JoinRoute = (path: string, fact: RouteFact) => readonly RouteFact[]

export function createRouteJoin(world: World): JoinRoute {
  const placeRouter = createPlacer(world)
  const everywhere = createEverywhere(world)
  const tell = createTelling(world)
  const serveFiles = createServing(world.paths)
  const placeActions = createActionJoin(world)
  return (path, fact) => {
    if (fact.action) return placeActions(path, fact, fact.action).map((route) => everywhere(path, route))
    const filed = routeOfFile(path, fact)
    const begun = filed ? tell(path, filed).flatMap((route) => beginRoute(world, path, route)) : []
    return begun
      .flatMap((route) => joinRoute(placeRouter, path, route))
      .flatMap((route) => (route.serves ? serveFiles(path, route) : everywhere(path, route)))
  }
}

/** A route with the constants that its path begins with; none when all of its path is a name that nobody explains. */
function beginRoute(world: World, path: string, { begins, ...fact }: RouteFact): readonly RouteFact[] {
  const own = withNames(world, path, fact.path)
  const beginning = begins === undefined ? '' : beginningOf(world, path, begins)
  if (own === null || (beginning === null && own === '/')) return []
  const { ownPrefix: prefix, ...rest } = fact
  const ownPrefix = prefix === undefined ? undefined : (withNames(world, path, prefix) ?? '')
  const known = ownPrefix === undefined ? rest : { ...rest, ownPrefix }
  return [{ ...known, path: beginning ? pathTemplate(`${beginning}/${own}`) : own }]
}
