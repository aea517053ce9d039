import { pathTemplate } from '../../domain/element.js'
import type { RouteFact } from '../../domain/fact.js'
import { siteKey, type World } from './world.js'

/** Routes with what annotations of other files say of them: their methods, and paths where the use gives none. */
export function createTelling(world: World): (path: string, fact: RouteFact) => readonly RouteFact[] {
  const said = saidBy(world)
  return (path, { told, ...fact }) => {
    if (told === undefined) return [fact]
    const found = world.resolve(path, told.annotation).flatMap((site) => said.get(siteKey(site)) ?? [])
    return found.map(({ method, path: below }) => ({
      ...fact,
      method,
      path: told.hasPath ? fact.path : pathTemplate(`${fact.path}/${below}`),
    }))
  }
}

/** What is said of whatever stands under a name, such as an annotation's. */
function saidBy(world: World): ReadonlyMap<string, readonly RouteFact[]> {
  const said = new Map<string, RouteFact[]>()
  for (const { path, facts } of world.files) {
    for (const fact of facts.facts) {
      if (fact.kind !== 'route' || !fact.isView || fact.receiver === null) continue
      const key = siteKey({ unit: world.unitOf(path), name: fact.receiver })
      said.set(key, [...(said.get(key) ?? []), fact])
    }
  }
  return said
}
