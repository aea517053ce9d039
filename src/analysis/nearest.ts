import { segmentsOf } from './path-fit.js'
import type { Asked, Route } from './routes.js'

/** The route that differs least from what was asked; of equals the first by its path. Null when there is none. */
export function nearestRoute(asked: Asked, routes: readonly Route[]): Route | null {
  const ranked = routes
    .map((route) => ({ route, distance: distanceOf(asked, route) }))
    .sort((one, other) => one.distance - other.distance || (one.route.element < other.route.element ? -1 : 1))
  return ranked[0]?.route ?? null
}

function distanceOf(asked: Asked, { fact }: Route): number {
  const called = segmentsOf(asked.path)
  const promised = segmentsOf(fact.path)
  const length = Math.max(called.length, promised.length)
  const method = fact.method === asked.method || fact.method === 'ANY' ? 0 : 0.5
  let distance = method
  for (let at = 0; at < length; at++) distance += segmentDistance(called[at], promised[at])
  return distance
}

/** From 0 for the same segment to 1 for one that has nothing in common with it: `pipeline` is near `pipelines`. */
function segmentDistance(one: string | undefined, other: string | undefined): number {
  if (one === other) return 0
  if (one === undefined || other === undefined) return 1
  let common = 0
  while (common < one.length && one[common] === other[common]) common++
  return 1 - common / Math.max(one.length, other.length)
}
