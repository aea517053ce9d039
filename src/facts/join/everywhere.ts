import { pathTemplate } from '../../domain/element.js'
import type { FactOf, RouteFact } from '../../domain/fact.js'
import { isKind } from './named.js'
import { ancestors, directoryOf } from './paths.js'
import type { World } from './world.js'

type Base = { readonly folder: string; readonly everywhere: Everywhere; readonly prefix: string }
type Everywhere = NonNullable<FactOf<'mount'>['everywhere']>

/**
 * Puts a route under the prefix that its application gives to all of its routes. Of several applications in a repository it
 * is the one whose folder is nearest above the route's file; a library beside them belongs to the only one there is.
 */
export function createEverywhere(world: World): (path: string, fact: RouteFact) => RouteFact {
  const bases = basesIn(world)
  return (path, fact) => {
    const [framework = ''] = fact.rule.split('.')
    const own = bases.filter((each) => each.everywhere.framework === framework)
    const base = nearest(own, path) ?? ofModule(own, path) ?? (own.length === 1 ? own[0] : undefined)
    if (!base || base.everywhere.except.includes(fact.path) || fact.source === 'description') return fact
    return { ...fact, path: pathTemplate(`${base.prefix}/${fact.path}`) }
  }
}

function nearest(bases: readonly Base[], path: string): Base | undefined {
  for (const folder of ancestors(path)) {
    const found = bases.find((each) => each.folder === folder)
    if (found) return found
  }
  return undefined
}

/** Sources and settings of a module may lie side by side: `src/main/java` and `src/main/resources`. */
function ofModule(bases: readonly Base[], path: string): Base | undefined {
  const modules = bases.map((base) => ({
    ...base,
    folder: base.folder.replace(/\/?\bsrc\/main(?:\/.*)?$|\/?\b(?:resources|config)$/, ''),
  }))
  return nearest(modules, path)
}

function basesIn(world: World): readonly Base[] {
  return world.files.flatMap(({ path, facts }) =>
    facts.facts.flatMap((fact) =>
      isKind(fact, 'mount') && fact.everywhere
        ? [{ folder: directoryOf(path), everywhere: fact.everywhere, prefix: fact.prefix }]
        : [],
    ),
  )
}
