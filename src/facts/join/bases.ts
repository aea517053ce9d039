import type { UrlBase, UrlConstant } from '../../domain/fact.js'
import { importOf, type World } from './world.js'

/** A base with what it puts before the path. */
export type ResolvedBase = { readonly base: UrlBase; readonly prefix: string }

/** What a base is that one file only knows by name: a constant or a settings object of another file. */
export function resolveBase(world: World, path: string, base: UrlBase): ResolvedBase {
  if (base.type !== 'unknown') return { base, prefix: '' }
  const [head = '', ...rest] = base.text.split('.')
  const constant = constantOf(world, path, head, rest)
  return constant ? { base: constant.base, prefix: constant.path } : { base, prefix: '' }
}

function constantOf(world: World, path: string, head: string, rest: readonly string[]): UrlConstant | null {
  const facts = world.file(path)
  if (!facts || !/^[\w$]+$/.test(head)) return null
  const imported = importOf(facts, head)
  const isModule = imported?.name === '*'
  const reference =
    imported && isModule ? { name: rest[0] ?? '', module: imported.module } : { name: head, module: null }
  const below = isModule ? rest.slice(1) : rest
  for (const site of world.resolve(path, reference)) {
    const name = [site.name, ...below].join('.')
    const found = world.constant({ unit: site.unit, name })
    if (found) return found
  }
  return null
}
