import type { SyntaxNode } from '../../domain/outline.js'
import { lineOf } from '../shared/values.js'
import type { VisitRule, Walk } from '../shared/walk.js'
import { nameIn, partsOf } from './nodes.js'

/**
 * Whatever is imported is a module of its own under its whole name, and `*` a name for all of a package. What is imported of
 * a class or an object keeps its name before it: `ORDERS` is `Paths.ORDERS` of `shop.Paths`.
 */
function importDeclaration(walk: Walk, node: SyntaxNode): void {
  const [path, alias] = partsOf(node)
  const words = partsOf(path ?? null).map(nameIn)
  const last = words.at(-1)
  if (last === undefined) return
  const line = lineOf(node)
  if (node.children.some((child) => child?.type === '*')) {
    walk.imports.push({ module: words.join('.'), line, names: [{ imported: '*', local: '*' }] })
    return
  }
  const isMember = /^[A-Z]/.test(words.at(-2) ?? '') && !/^[A-Z]\w*[a-z]/.test(last)
  const module = (isMember ? words.slice(0, -1) : words).filter((word) => word !== 'Companion').join('.')
  const imported = isMember ? `${module.slice(module.lastIndexOf('.') + 1)}.${last}` : last
  walk.imports.push({ module, line, names: [{ imported, local: alias ? nameIn(alias) : last }] })
}

const packages = new WeakMap<Walk, string>()

/** The package under whose name others import what this file declares. */
function packageHeader(walk: Walk, node: SyntaxNode): void {
  packages.set(
    walk,
    partsOf(partsOf(node)[0] ?? null)
      .map(nameIn)
      .join('.'),
  )
}

/** Tells of a declaration at the top of the file: others know it under the name of its package. */
export function exportTop(walk: Walk, name: string): void {
  if (walk.scope !== null || name === '') return
  const around = packages.get(walk) ?? ''
  walk.exports.push({ name: around === '' ? name : `${around}.${name}`, local: name, module: null })
}

/** What annotates a file says nothing of what is in it. */
const passOver: VisitRule = () => {}

export const importVisits: readonly (readonly [string, VisitRule])[] = [
  ['import', importDeclaration],
  ['package_header', packageHeader],
  ['file_annotation', passOver],
]
