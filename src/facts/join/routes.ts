import type { RouteFact } from '../../domain/fact.js'
import { createEverywhere } from './everywhere.js'
import { routeOfFile } from './file-routes.js'
import { createPlacer, joinRoute } from './mounts.js'
import type { World } from './world.js'

/** The final routes that a route of one file comes to: none, one, or one for each place where its router is mounted. */
export type JoinRoute = (path: string, fact: RouteFact) => readonly RouteFact[]

export function createRouteJoin(world: World): JoinRoute {
  const placeRouter = createPlacer(world)
  const everywhere = createEverywhere(world)
  return (path, fact) => {
    const filed = routeOfFile(path, fact)
    return filed ? joinRoute(placeRouter, path, filed).map((route) => everywhere(path, route)) : []
  }
}
