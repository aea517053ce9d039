import type { BlobId } from '../../domain/blob.js'
import type { BlobFacts, Reference, TextConstant, UrlConstant } from '../../domain/fact.js'
import { createModuleResolver, type ResolveModule } from './modules.js'
import { directoryOf, nearest } from './paths.js'
import { createNamespaces, type Namespaces } from './resolve-csharp.js'
import { applicationOf, type Constants, createConstants } from './resolve-ruby.js'

/** A file of the tree with the facts of its blob. */
export type FileFacts = { readonly path: string; readonly blob: BlobId; readonly facts: BlobFacts }

/**
 * Files that share their top-level names: a package of Go, Java or Kotlin (its folder, with a `/` at the end), elsewhere one
 * file (its path).
 */
export type Unit = string

/** Where a name is declared; `*` is the unit as a whole. */
export type Site = { readonly unit: Unit; readonly name: string }

/** All files of one repository, and where their names lead. */
export type World = {
  readonly files: readonly FileFacts[]
  /** Of every file of the tree, also those that hold no facts. */
  readonly paths: readonly string[]
  file(path: string): BlobFacts | null
  unitOf(path: string): Unit
  /** Where what a file calls by this reference is declared; several for what cannot be told apart. */
  resolve(path: string, reference: Reference): readonly Site[]
  /** What a class extends, or an object is made of. */
  bases(site: Site): readonly Site[]
  constant(site: Site): UrlConstant | null
  /** A text, and the file that it is of. */
  text(site: Site): { readonly path: string; readonly item: TextConstant } | null
}

const maxDepth = 8

/** A world at work: its files, and what it remembers. */
type Resolving = {
  readonly byPath: ReadonlyMap<string, BlobFacts>
  readonly resolveModule: ResolveModule
  readonly namespaces: Namespaces
  readonly rubyConstants: Constants
  readonly known: Map<string, readonly Site[]>
  /** Sites at which something is declared that has a name. */
  readonly declared: ReadonlySet<string>
}

export function createWorld(
  files: readonly FileFacts[],
  paths: readonly string[] = files.map((file) => file.path),
): World {
  const byPath = new Map(files.map((file) => [file.path, file.facts]))
  const inherited = indexBySite(byPath, (facts) => facts.inherits)
  const constants = indexBySite(byPath, (facts) => facts.constants ?? [])
  const texts = indexBySite(byPath, (facts) => facts.texts ?? [])
  const named = indexBySite(byPath, (facts) => facts.facts.flatMap((fact) => ('name' in fact ? [fact] : [])))
  const resolveModule = createModuleResolver([...byPath.keys()])
  const namespaces = createNamespaces(byPath)
  const resolving = {
    byPath,
    resolveModule,
    namespaces,
    rubyConstants: createConstants(byPath),
    known: new Map(),
    declared: new Set(named.keys()),
  }
  return {
    files,
    paths,
    file: (path) => byPath.get(path) ?? null,
    unitOf: (path) => unitOf(byPath, path),
    resolve: (path, reference) => resolveOnce(resolving, path, reference),
    bases: (site) =>
      (inherited.get(siteKey(site)) ?? []).flatMap(({ path, item }) =>
        resolveOnce(resolving, path, item.base),
      ),
    constant: (site) => constants.get(siteKey(site))?.[0]?.item ?? null,
    text: (site) => texts.get(siteKey(site))?.[0] ?? null,
  }
}

function unitOf(byPath: Resolving['byPath'], path: string): Unit {
  return byPackage.has(byPath.get(path)?.language ?? '') ? `${directoryOf(path)}/` : path
}

/** Languages in which the files of a folder know each other's names. */
const byPackage: ReadonlySet<string> = new Set(['go', 'java', 'kotlin'])

function resolveOnce(resolving: Resolving, path: string, reference: Reference): readonly Site[] {
  const key = `${path}\n${reference.module ?? ''}\n${reference.name}`
  const found = resolving.known.get(key) ?? resolve(resolving, path, reference, 0)
  resolving.known.set(key, found)
  return found
}

function resolve(
  resolving: Resolving,
  path: string,
  { name, module }: Reference,
  depth: number,
): readonly Site[] {
  const { byPath, resolveModule } = resolving
  const language = byPath.get(path)?.language ?? ''
  if (depth > maxDepth) return []
  if (module === null) return resolveLocal(resolving, path, name, depth)
  if (language === 'csharp') return sitesOf(resolving, resolving.namespaces.qualified(`${module}.${name}`))
  const packaged = language === 'kotlin' ? packagedSites(resolving, path, { name, module }) : []
  if (packaged.length) return packaged
  // A package is one place, however many files it has.
  const [target] = resolveModule(path, module, language)
  if (target !== undefined && !isSubmodule(resolving, target, name))
    return resolveExport(resolving, target, name, depth + 1)
  // `from routers import orders` names a module by its last word.
  const inner = module.endsWith('.') ? `${module}${name}` : `${module}.${name}`
  const found = language === 'python' ? resolveModule(path, inner, language) : []
  return found.map((each) => ({ unit: each, name: '*' }))
}

/** A name that a package does not have itself, and that is one of its modules. */
function isSubmodule({ byPath, declared }: Resolving, path: string, name: string): boolean {
  if (!path.endsWith('/__init__.py')) return false
  const folder = directoryOf(path)
  const isModule = byPath.has(`${folder}/${name}.py`) || byPath.has(`${folder}/${name}/__init__.py`)
  return isModule && !importOf(byPath.get(path), name) && !declared.has(siteKey({ unit: path, name }))
}

/** A name of the file itself, unless the file has it from elsewhere. */
function resolveLocal(resolving: Resolving, path: string, name: string, depth: number): readonly Site[] {
  const imported = importOf(resolving.byPath.get(path), name)
  if (imported) return resolve(resolving, path, imported, depth + 1)
  const isConstant = /^[A-Z]/.test(name) && resolving.byPath.get(path)?.language === 'ruby'
  if (isConstant) return constantSites(resolving, path, name)
  const own = { unit: unitOf(resolving.byPath, path), name }
  const seen = sitesOf(resolving, nearestOf(resolving, path, resolving.namespaces.visible(path, name)))
  if (seen.length) return seen
  return resolving.declared.has(siteKey(own)) ? [own] : [own, ...fromOpened(resolving, path, name)]
}

/** What a file of Kotlin declares in a package, whatever its folder is called: `shop.Order`, and `Order.PATH` of it. */
function packagedSites(resolving: Resolving, from: string, { name, module }: Reference): readonly Site[] {
  const { byPath, namespaces } = resolving
  const declared = nearestOf(resolving, from, namespaces.qualified(module ?? ''))
  return declared.map(({ path }) => ({ unit: unitOf(byPath, path), name }))
}

/** Two modules of one repository may have the same package of Kotlin; a class of C# may stand in several files. */
function nearestOf(
  { byPath }: Resolving,
  path: string,
  declared: ReturnType<Namespaces['qualified']>,
): ReturnType<Namespaces['qualified']> {
  return byPath.get(path)?.language === 'kotlin' && declared.length > 1 ? nearest(path, declared) : declared
}

/** One that nobody declares is the same for all files of an application. */
function constantSites({ rubyConstants }: Resolving, path: string, name: string): readonly Site[] {
  const declared = rubyConstants.declared(path, name)
  return declared.length
    ? declared.map((each) => ({ unit: each.path, name: each.name }))
    : [{ unit: applicationOf(path), name }]
}

function sitesOf({ byPath }: Resolving, declared: ReturnType<Namespaces['qualified']>): readonly Site[] {
  return declared.map(({ path, local }) => ({ unit: unitOf(byPath, path), name: local }))
}

/** A name that may be from a package of which everything was imported: `import shop.orders.*`. */
function fromOpened({ byPath, resolveModule }: Resolving, path: string, name: string): readonly Site[] {
  const { language = '', imports = [] } = byPath.get(path) ?? {}
  if (!byPackage.has(language)) return []
  return imports
    .filter(({ names }) => names.some(({ local }) => local === '*'))
    .flatMap(({ module }) => resolveModule(path, `${module}.${name}`, language))
    .map((target) => ({ unit: unitOf(byPath, target), name }))
}

function resolveExport(resolving: Resolving, path: string, name: string, depth: number): readonly Site[] {
  const facts = resolving.byPath.get(path)
  if (!facts || depth > maxDepth) return []
  const exported = facts.exports.find((each) => each.name === name)
  if (exported?.module === null) return resolveLocal(resolving, path, exported.local, depth)
  if (exported) return resolve(resolving, path, { name: exported.local, module: exported.module }, depth + 1)
  const passedOn = facts.exports.filter((each) => each.name === '*' && each.module !== null)
  const found = passedOn.flatMap((each) => resolve(resolving, path, { name, module: each.module }, depth + 1))
  const isDeclared = found.some((site) => resolving.declared.has(siteKey(site)))
  return isDeclared ? found : resolveLocal(resolving, path, name, depth)
}

/** Where a file has a name from; null when it has it not from elsewhere. */
export function importOf(facts: BlobFacts | null | undefined, name: string): Reference | null {
  for (const each of facts?.imports ?? []) {
    const found = each.names.find((one) => one.local === name)
    if (found) return { name: found.imported, module: each.module }
  }
  return null
}

export function siteKey({ unit, name }: Site): string {
  return `${unit}\n${name}`
}

type At<T> = { readonly path: string; readonly item: T }

function indexBySite<T extends { readonly name: string }>(
  byPath: Resolving['byPath'],
  itemsOf: (facts: BlobFacts) => readonly T[],
): ReadonlyMap<string, readonly At<T>[]> {
  const index = new Map<string, At<T>[]>()
  for (const [path, facts] of byPath) {
    for (const item of itemsOf(facts)) {
      const key = siteKey({ unit: unitOf(byPath, path), name: item.name })
      const known = index.get(key)
      if (known) known.push({ path, item })
      else index.set(key, [{ path, item }])
    }
  }
  return index
}
