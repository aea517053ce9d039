import type { BlobId } from '../../domain/blob.js'
import type { BlobFacts, Fact, FactKind, FactOf, Reference } from '../../domain/fact.js'
import { createModuleResolver } from './modules.js'
import { directoryOf } from './paths.js'

/** A file of the tree with the facts of its blob. */
export type FileFacts = { readonly path: string; readonly blob: BlobId; readonly facts: BlobFacts }

/** Where a name is declared. */
export type Site = { readonly path: string; readonly name: string }

/** All files of one repository, and where their names lead. */
export type World = {
  readonly files: readonly FileFacts[]
  file(path: string): BlobFacts | null
  /** Where what a file calls by this reference is declared; several for what cannot be told apart. */
  resolve(path: string, reference: Reference): readonly Site[]
  /** The files that share their names with this one: in Go those of its package, elsewhere itself alone. */
  together(path: string): readonly string[]
  /** What a class extends, or an object is made of. */
  bases(site: Site): readonly Site[]
}

const maxDepth = 8

export function createWorld(files: readonly FileFacts[]): World {
  const byPath = new Map(files.map((file) => [file.path, file.facts]))
  const resolveModule = createModuleResolver(byPath.keys())
  const packages = packagesOf(files)
  const world: World = {
    files,
    file: (path) => byPath.get(path) ?? null,
    resolve: (path, reference) => resolve(path, reference, 0),
    together,
    bases,
  }
  return world

  function together(path: string): readonly string[] {
    return byPath.get(path)?.language === 'go' ? (packages.get(directoryOf(path)) ?? [path]) : [path]
  }

  function resolve(path: string, { name, module }: Reference, depth: number): readonly Site[] {
    const language = byPath.get(path)?.language ?? ''
    if (depth > maxDepth) return []
    if (module === null) return resolveLocal(path, name, depth)
    const targets = resolveModule(path, module, language)
    if (targets.length) return targets.flatMap((target) => resolveExport(target, name, depth + 1))
    // `from routers import orders` names a module by its last word.
    const inner =
      language === 'python'
        ? resolveModule(path, module.endsWith('.') ? `${module}${name}` : `${module}.${name}`, language)
        : []
    return inner.map((target) => ({ path: target, name: '*' }))
  }

  /** A name of the file itself, unless the file has it from elsewhere. */
  function resolveLocal(path: string, name: string, depth: number): readonly Site[] {
    const imported = importOf(byPath.get(path), name)
    if (imported) return resolve(path, imported, depth + 1)
    return together(path).map((each) => ({ path: each, name }))
  }

  function resolveExport(path: string, name: string, depth: number): readonly Site[] {
    const facts = byPath.get(path)
    if (!facts || depth > maxDepth) return []
    const named = facts.exports.find((each) => each.name === name)
    if (named) {
      const reference = { name: named.local, module: named.module }
      return named.module === null
        ? resolveLocal(path, named.local, depth)
        : resolve(path, reference, depth + 1)
    }
    const passedOn = facts.exports.filter((each) => each.name === '*' && each.module !== null)
    const found = passedOn.flatMap((each) => resolve(path, { name, module: each.module }, depth + 1))
    if (found.some((site) => declares(byPath.get(site.path), site.name))) return found
    return resolveLocal(path, name, depth)
  }

  function bases({ path, name }: Site): readonly Site[] {
    return together(path).flatMap((each) =>
      (byPath.get(each)?.inherits ?? [])
        .filter((inherits) => inherits.name === name)
        .flatMap((inherits) => resolve(each, inherits.base, 0)),
    )
  }
}

/** Where a file has a name from; null when it has it not from elsewhere. */
export function importOf(facts: BlobFacts | undefined, name: string): Reference | null {
  for (const each of facts?.imports ?? []) {
    const found = each.names.find((one) => one.local === name)
    if (found) return { name: found.imported, module: each.module }
  }
  return null
}

function declares(facts: BlobFacts | undefined, name: string): boolean {
  return facts?.facts.some((fact) => 'name' in fact && fact.name === name) ?? false
}

function packagesOf(files: readonly FileFacts[]): ReadonlyMap<string, readonly string[]> {
  const packages = new Map<string, string[]>()
  for (const { path, facts } of files) {
    if (facts.language !== 'go') continue
    packages.set(directoryOf(path), [...(packages.get(directoryOf(path)) ?? []), path])
  }
  return packages
}

/** Facts of one kind by the place and name under which others know them: `path owner.name`. */
type NamedKind = 'wrapper' | 'result' | 'shape'

export type Named<K extends FactKind> = ReadonlyMap<string, readonly FactOf<K>[]>

export function indexNamed<K extends NamedKind>(world: World, kind: K): Named<K> {
  const index = new Map<string, FactOf<K>[]>()
  for (const { path, facts } of world.files) {
    for (const fact of facts.facts) {
      if (!isKind(fact, kind)) continue
      const named: FactOf<NamedKind> = fact
      const key = namedKey(path, 'owner' in named ? named.owner : null, named.name)
      index.set(key, [...(index.get(key) ?? []), fact])
    }
  }
  return index
}

export function isKind<K extends FactKind>(fact: Fact, kind: K): fact is FactOf<K> {
  return fact.kind === kind
}

function namedKey(path: string, owner: string | null, name: string): string {
  return `${path}\n${owner ?? ''}\n${name}`
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
  called: Called,
): readonly FactOf<K>[] {
  const { name, owner, reference } = called
  if (owner === null) {
    const sites = world.resolve(path, reference ?? { name, module: null })
    return sites.flatMap((site) => index.get(namedKey(site.path, null, site.name)) ?? [])
  }
  const owners = world.resolve(path, reference ?? { name: owner, module: null })
  return owners.flatMap((site) => findMethod(world, index, site, { name, depth: 0 }))
}

type Sought = { readonly name: string; readonly depth: number }

function findMethod<K extends 'wrapper' | 'result'>(
  world: World,
  index: Named<K>,
  site: Site,
  { name, depth }: Sought,
): readonly FactOf<K>[] {
  // A namespace import: the function is the module's own.
  const owner = site.name === '*' ? null : site.name
  const own = world.together(site.path).flatMap((path) => index.get(namedKey(path, owner, name)) ?? [])
  if (own.length || depth > 5) return own
  return world.bases(site).flatMap((base) => findMethod(world, index, base, { name, depth: depth + 1 }))
}

export function findShape(
  world: World,
  shapes: Named<'shape'>,
  path: string,
  type: Reference,
): readonly { readonly site: Site; readonly shape: FactOf<'shape'> }[] {
  return world
    .resolve(path, type)
    .flatMap((site) =>
      (shapes.get(namedKey(site.path, null, site.name)) ?? []).map((shape) => ({ site, shape })),
    )
}
