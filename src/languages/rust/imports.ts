import type { Import } from '../../domain/fact.js'
import type { SyntaxNode } from '../../domain/outline.js'
import { lineOf } from '../shared/values.js'
import type { VisitRule, Walk } from '../shared/walk.js'
import { knownOf } from './knowledge.js'
import { isAnchor, segmentsOf } from './paths.js'

type Used = { readonly module: readonly string[]; readonly name: string; readonly local: string }

/** Lists inside lists inside lists. */
const maxNesting = 8

function useDeclaration(walk: Walk, node: SyntaxNode): void {
  const isPublic = node.namedChildren.some((child) => child?.type === 'visibility_modifier')
  for (const { module, name, local } of usedBy(node.childForFieldName('argument'), [], 0)) {
    const path = module.join('::')
    walk.imports.push({ module: path, line: lineOf(node), names: [{ imported: name, local }] })
    if (isPublic && local !== '_')
      walk.exports.push(
        name === '*' && local === '*'
          ? { name: '*', local: '*', module: path }
          : { name: local, local: name, module: path },
      )
  }
}

function usedBy(node: SyntaxNode | null, around: readonly string[], depth: number): readonly Used[] {
  if (!node || depth > maxNesting) return []
  if (node.type === 'use_list') return node.namedChildren.flatMap((each) => usedBy(each, around, depth + 1))
  if (node.type === 'scoped_use_list') {
    const inside = [...around, ...segmentsOf(node.childForFieldName('path'))]
    return usedBy(node.childForFieldName('list'), inside, depth + 1)
  }
  if (node.type === 'use_wildcard')
    return [{ module: [...around, ...segmentsOf(node.namedChild(0))], name: '*', local: '*' }]
  const isRenamed = node.type === 'use_as_clause'
  const path = [...around, ...segmentsOf(isRenamed ? node.childForFieldName('path') : node)]
  const alias = isRenamed ? node.childForFieldName('alias')?.text : undefined
  return named(path, alias)
}

/** `axum::{self}` is `axum` itself. */
function named(path: readonly string[], alias: string | undefined): readonly Used[] {
  const whole = path.length > 1 && path.at(-1) === 'self' ? path.slice(0, -1) : path
  const name = whole.at(-1)
  if (name === undefined) return []
  return whole.length === 1
    ? [{ module: whole, name: '*', local: alias ?? name }]
    : [{ module: whole.slice(0, -1), name, local: alias ?? name }]
}

/** `mod orders;` is another file; a module with a body is a part of this one. */
export function declareModule(walk: Walk, node: SyntaxNode): void {
  const name = node.childForFieldName('name')?.text ?? ''
  const module = `self::${name}`
  walk.imports.push({ module, line: lineOf(node), names: [{ imported: '*', local: name }] })
}

/**
 * Completes the imports when all is walked: a name that paths begin with is a module as a whole (`use std::env`,
 * `env::var`), and a path that needs no `use` is one by itself.
 */
export function completeImports(walk: Walk): void {
  const { modules, types } = knownOf(walk)
  for (const [index, each] of walk.imports.entries()) {
    const [first] = each.names
    const isModule = first && first.imported !== '*' && modules.has(first.local)
    if (isModule) walk.imports[index] = wholeModule(each, first)
  }
  const locals = new Map(
    walk.imports.flatMap(({ module, names }) => names.map(({ local }) => [local, module] as const)),
  )
  for (const [local, line] of modules) {
    const module = expanded(local, locals)
    if (!locals.has(local)) walk.imports.push({ module, line, names: [{ imported: '*', local }] })
  }
  for (const [name, { module, line }] of types) {
    const names = [{ imported: name, local: name }]
    if (!locals.has(name)) walk.imports.push({ module: expanded(module, locals), line, names })
  }
}

function wholeModule(
  each: Import,
  { imported, local }: { readonly imported: string; readonly local: string },
): Import {
  return { ...each, module: `${each.module}::${imported}`, names: [{ imported: '*', local }] }
}

/** `todo::controllers` after `use crate::shop::todo`. */
function expanded(module: string, locals: ReadonlyMap<string, string>): string {
  const [first = '', ...rest] = module.split('::')
  const known = isAnchor(first) ? undefined : locals.get(first)
  return [known ?? first, ...rest].join('::')
}

export const importVisits: readonly (readonly [string, VisitRule])[] = [['use_declaration', useDeclaration]]
