import { pathTemplate } from '../../domain/element.js'
import type { FactOf, RouteFact } from '../../domain/fact.js'
import { beginningOf, withNames } from './bases.js'
import { isKind } from './named.js'
import { directoryOf } from './paths.js'
import { filesOf } from './served.js'
import { importOf, type Site, siteKey, type World } from './world.js'

/** What other files put before the routes of a router. */
export type Placement = {
  readonly prefix: string
  readonly guards: readonly string[]
  readonly replaces: boolean
}

type Mounted = { readonly path: string; readonly fact: FactOf<'mount'> }

const maxDepth = 8
const unmounted: Placement = { prefix: '', guards: [], replaces: false }

/** Where a router's routes end up: once for each place where it is mounted, and where it is when nobody mounts it. */
export type PlaceRouter = (path: string, receiver: string | null) => readonly Placement[]

export function createPlacer(world: World): PlaceRouter {
  const mounts = mountsByTarget(world)
  const place = (site: Site, seen: readonly string[]): readonly Placement[] => {
    const key = siteKey(site)
    if (seen.includes(key) || seen.length > maxDepth) return []
    const known = mounts.get(key) ?? mounts.get(siteKey({ ...site, name: withoutOwner(site.name) })) ?? []
    const found = firmOf(known).flatMap(({ path, fact }) =>
      outer(path, fact.receiver, [...seen, key])
        .filter((placement) => !fact.inner || placement !== unmounted)
        .map((placement) => below(placement, fact)),
    )
    return found.length ? found : [unmounted]
  }
  const outer = (path: string, receiver: string | null, seen: readonly string[]): readonly Placement[] =>
    receiver === null
      ? [unmounted]
      : unique(sitesOf(world, path, receiver).flatMap((site) => place(site, seen)))
  return (path, receiver) => outer(path, receiver, [])
}

/** What files say of others; what is usual holds only where they say nothing. */
function firmOf(mounts: readonly Mounted[]): readonly Mounted[] {
  const firm = mounts.filter(({ fact }) => fact.files === undefined)
  return firm.length ? firm : mounts
}

/** As the engine of the frameworks spells it: the first parameter goes without its position. */
function atPosition(name: string, position: number | undefined): string {
  return position ? `${name}(${position})` : name
}

/** A method may be mounted by who does not know its class: `orders.New(store).Register(router)`. */
function withoutOwner(name: string): string {
  return name.includes('/') ? name : name.slice(name.indexOf('.') + 1)
}

/** A router that a file imports is the one of the other file. */
function sitesOf(world: World, path: string, receiver: string): readonly Site[] {
  const sites = world.resolve(path, { name: receiver, module: null })
  return sites.length ? sites : [{ unit: world.unitOf(path), name: receiver }]
}

function below(outer: Placement, mount: FactOf<'mount'>): Placement {
  const own = outer.replaces ? mount.prefix.slice(mount.ownPrefix?.length ?? 0) : mount.prefix
  return {
    prefix: pathTemplate(`${outer.prefix}/${own}`),
    guards: [...outer.guards, ...(mount.guards ?? [])],
    replaces: mount.replaces ?? false,
  }
}

function mountsByTarget(world: World): ReadonlyMap<string, readonly Mounted[]> {
  const mounts = new Map<string, Mounted[]>()
  for (const { path, facts } of world.files) {
    for (const fact of facts.facts) {
      if (!isKind(fact, 'mount') || !isIn(fact, path)) continue
      for (const { site, below } of loadedBy(world, path, fact)) {
        const known = mounts.get(siteKey(site)) ?? []
        mounts.set(siteKey(site), [...known, { path, fact: { ...fact, prefix: `${fact.prefix}/${below}` } }])
      }
      for (const site of targetsOf(world, path, fact)) {
        const key = siteKey({ ...site, name: atPosition(site.name, fact.argument) })
        mounts.set(key, [...(mounts.get(key) ?? []), { path, fact: begun(world, path, fact) }])
      }
    }
  }
  return mounts
}

function isIn({ files }: FactOf<'mount'>, path: string): boolean {
  return files === undefined || new RegExp(files).test(path)
}

function begun(world: World, path: string, fact: FactOf<'mount'>): FactOf<'mount'> {
  const beginning = fact.begins === undefined ? '' : (beginningOf(world, path, fact.begins) ?? '')
  const prefix = pathTemplate(`${beginning}/${withNames(world, path, fact.prefix) ?? ''}`)
  const { ownPrefix } = fact
  return ownPrefix === undefined
    ? { ...fact, prefix }
    : { ...fact, prefix, ownPrefix: withNames(world, path, ownPrefix) ?? '' }
}

type Loaded = { readonly site: Site; readonly below: string }

/** What each file of a folder exports, and the path of that file's folder (or another, where the file says so itself). */
function loadedBy(world: World, path: string, { loads }: FactOf<'mount'>): readonly Loaded[] {
  if (!loads) return []
  const { folder, files } = filesOf(world.paths, path, loads)
  return files.flatMap((each) => {
    const file = `${folder}/${each}`
    const exported = world
      .file(file)
      ?.exports.find(({ name, module }) => name === 'default' && module === null)
    const below = beginningOf(world, file, 'autoPrefix') ?? directoryOf(each).replace(/(^|\/)_(?=\w)/g, '$1:')
    return exported ? [{ site: { unit: file, name: exported.local }, below }] : []
  })
}

/** A module that is mounted as a whole (`app.use(require('./orders'))`) stands for what it exports as a whole. */
function targetsOf(world: World, path: string, { target }: FactOf<'mount'>): readonly Site[] {
  const sites = world.resolve(path, target)
  const name = target.module === null ? importOf(world.file(path), target.name) : target
  if (name?.name !== '*') return sites
  return [...sites, ...world.resolve(path, { name: 'default', module: name.module })]
}

function unique(placements: readonly Placement[]): readonly Placement[] {
  const placed = placements.some((each) => each !== unmounted)
    ? placements.filter((each) => each !== unmounted)
    : placements
  return [...new Map(placed.map((each) => [JSON.stringify(each), each])).values()]
}

/** A route at every place where its router is mounted. */
export function joinRoute(placeRouter: PlaceRouter, path: string, fact: RouteFact): readonly RouteFact[] {
  if (fact.source === 'description') return [fact]
  const placements = placeRouter(path, fact.receiver)
  const known = fact.isView ? placements.filter((each) => each !== unmounted) : placements
  return known.map(({ prefix, guards, replaces }) => ({
    ...fact,
    path: pathTemplate(`${prefix}/${replaces ? fact.path.slice(fact.ownPrefix?.length ?? 0) : fact.path}`),
    guards: [...guards, ...fact.guards],
  }))
}
