import type { BlobId } from '../../domain/blob.js'
import type { BlobFacts, Reference, UrlConstant } from '../../domain/fact.js'
import { createModuleResolver } from './modules.js'
import { directoryOf } from './paths.js'

/** A file of the tree with the facts of its blob. */
export type FileFacts = { readonly path: string; readonly blob: BlobId; readonly facts: BlobFacts }

/**
 * Files that share their top-level names: a Go package (its folder, with a `/` at the end), elsewhere one file (its path).
 */
export type Unit = string

/** Where a name is declared; `*` is the unit as a whole. */
export type Site = { readonly unit: Unit; readonly name: string }

/** All files of one repository, and where their names lead. */
export type World = {
  readonly files: readonly FileFacts[]
  file(path: string): BlobFacts | null
  unitOf(path: string): Unit
  /** Where what a file calls by this reference is declared; several for what cannot be told apart. */
  resolve(path: string, reference: Reference): readonly Site[]
  /** What a class extends, or an object is made of. */
  bases(site: Site): readonly Site[]
  constant(site: Site): UrlConstant | null
}

const maxDepth = 8

export function createWorld(files: readonly FileFacts[]): World {
  const byPath = new Map(files.map((file) => [file.path, file.facts]))
  const resolveModule = createModuleResolver(byPath.keys())
  const known = new Map<string, readonly Site[]>()
  const inherited = indexBySite(files, unitOf, (facts) => facts.inherits)
  const constants = indexBySite(files, unitOf, (facts) => facts.constants ?? [])
  const named = indexBySite(files, unitOf, (facts) =>
    facts.facts.flatMap((fact) => ('name' in fact ? [fact] : [])),
  )
  return {
    files,
    file: (path) => byPath.get(path) ?? null,
    unitOf,
    resolve: resolveOnce,
    bases: (site) =>
      (inherited.get(siteKey(site)) ?? []).flatMap(({ path, item }) => resolveOnce(path, item.base)),
    constant: (site) => constants.get(siteKey(site))?.[0]?.item ?? null,
  }

  function unitOf(path: string): Unit {
    return byPath.get(path)?.language === 'go' ? `${directoryOf(path)}/` : path
  }

  function resolveOnce(path: string, reference: Reference): readonly Site[] {
    const key = `${path}\n${reference.module ?? ''}\n${reference.name}`
    const found = known.get(key) ?? resolve(path, reference, 0)
    known.set(key, found)
    return found
  }

  function resolve(path: string, { name, module }: Reference, depth: number): readonly Site[] {
    const language = byPath.get(path)?.language ?? ''
    if (depth > maxDepth) return []
    if (module === null) return resolveLocal(path, name, depth)
    const targets = resolveModule(path, module, language)
    // A package is one place, however many files it has.
    const [target] = targets
    if (target !== undefined) return resolveExport(target, name, depth + 1)
    // `from routers import orders` names a module by its last word.
    const inner = module.endsWith('.') ? `${module}${name}` : `${module}.${name}`
    return language === 'python'
      ? resolveModule(path, inner, language).map((each) => ({ unit: each, name: '*' }))
      : []
  }

  /** A name of the file itself, unless the file has it from elsewhere. */
  function resolveLocal(path: string, name: string, depth: number): readonly Site[] {
    const imported = importOf(byPath.get(path), name)
    return imported ? resolve(path, imported, depth + 1) : [{ unit: unitOf(path), name }]
  }

  function resolveExport(path: string, name: string, depth: number): readonly Site[] {
    const facts = byPath.get(path)
    if (!facts || depth > maxDepth) return []
    const exported = facts.exports.find((each) => each.name === name)
    if (exported?.module === null) return resolveLocal(path, exported.local, depth)
    if (exported) return resolve(path, { name: exported.local, module: exported.module }, depth + 1)
    const passedOn = facts.exports.filter((each) => each.name === '*' && each.module !== null)
    const found = passedOn.flatMap((each) => resolve(path, { name, module: each.module }, depth + 1))
    return found.some((site) => named.has(siteKey(site))) ? found : resolveLocal(path, name, depth)
  }
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
  files: readonly FileFacts[],
  unitOf: (path: string) => Unit,
  itemsOf: (facts: BlobFacts) => readonly T[],
): ReadonlyMap<string, readonly At<T>[]> {
  const index = new Map<string, At<T>[]>()
  for (const { path, facts } of files) {
    for (const item of itemsOf(facts)) {
      const key = siteKey({ unit: unitOf(path), name: item.name })
      const known = index.get(key)
      if (known) known.push({ path, item })
      else index.set(key, [{ path, item }])
    }
  }
  return index
}
