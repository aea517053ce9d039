import type { Fact, FactKind, FactOf, Reference } from '../../domain/fact.js'
import type { Site, Unit, World } from './world.js'

type NamedKind = 'wrapper' | 'result' | 'shape'

/** A fact with the file that it is of. */
export type Placed<K extends FactKind> = { readonly path: string; readonly fact: FactOf<K> }

/** Facts of one kind by the place and name under which other files know them. */
export type Named<K extends FactKind> = ReadonlyMap<string, readonly Placed<K>[]>

export function indexNamed<K extends NamedKind>(world: World, kind: K): Named<K> {
  const index = new Map<string, Placed<K>[]>()
  for (const { path, facts } of world.files) {
    for (const fact of facts.facts) {
      if (!isKind(fact, kind)) continue
      const named: FactOf<NamedKind> = fact
      const key = namedKey(world.unitOf(path), 'owner' in named ? named.owner : null, named.name)
      const known = index.get(key)
      if (known) known.push({ path, fact })
      else index.set(key, [{ path, fact }])
    }
  }
  return index
}

export function isKind<K extends FactKind>(fact: Fact, kind: K): fact is FactOf<K> {
  return fact.kind === kind
}

function namedKey(unit: Unit, owner: string | null, name: string): string {
  return `${unit}\n${owner ?? ''}\n${name}`
}

/** A function as a call in some file names it. */
export type Called = {
  readonly name: string
  readonly owner: string | null
  readonly reference: Reference | null
}

/** The facts of a function that a file calls: its own, its module's, or inherited ones. */
export function findCalled<K extends 'wrapper' | 'result'>(
  world: World,
  index: Named<K>,
  path: string,
  { name, owner, reference }: Called,
): readonly Placed<K>[] {
  if (owner === null) {
    const sites = world.resolve(path, reference ?? { name, module: null })
    return sites.flatMap((site) => index.get(namedKey(site.unit, null, site.name)) ?? [])
  }
  const owners = world.resolve(path, reference ?? { name: owner, module: null })
  return owners.flatMap((site) => findMethod(world, index, site, { name, depth: 0 }))
}

type Sought = { readonly name: string; readonly depth: number }

/** As long as chains of classes are. */
const maxDepth = 5

function findMethod<K extends 'wrapper' | 'result'>(
  world: World,
  index: Named<K>,
  site: Site,
  { name, depth }: Sought,
): readonly Placed<K>[] {
  // A namespace import: the function is the module's own.
  const own = index.get(namedKey(site.unit, site.name === '*' ? null : site.name, name)) ?? []
  if (own.length || depth > maxDepth) return own
  return world.bases(site).flatMap((base) => findMethod(world, index, base, { name, depth: depth + 1 }))
}

export function findShapes(shapes: Named<'shape'>, site: Site): readonly Placed<'shape'>[] {
  return shapes.get(namedKey(site.unit, null, site.name)) ?? []
}
