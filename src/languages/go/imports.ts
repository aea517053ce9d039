import type { SyntaxNode } from '../../domain/outline.js'
import { lineOf } from '../shared/values.js'
import type { VisitRule, Walk } from '../shared/walk.js'
import { literalText } from './literals.js'

/** A package under its alias, or under the name that its path suggests. A dot import cannot be told name by name. */
function importSpec(walk: Walk, node: SyntaxNode): void {
  const path = node.childForFieldName('path')
  if (!path) return
  const module = literalText(path)
  const alias = node.childForFieldName('name')?.text
  const local = alias === '.' ? '*' : (alias ?? packageName(module))
  walk.imports.push({ module, line: lineOf(node), names: local === '_' ? [] : [{ imported: '*', local }] })
}

/** The path's last part that is no version; `go-redis` and `kafka-go` are by custom the packages `redis` and `kafka`. */
export function packageName(module: string): string {
  const parts = module.split('/')
  const last = parts.at(-1) ?? ''
  const name = parts.length > 1 && /^v\d+$/.test(last) ? (parts.at(-2) ?? '') : last
  return name
    .replace(/\.v\d+$/, '')
    .replace(/^go-/, '')
    .replace(/[-.]go$/, '')
    .replaceAll('-', '_')
}

export const importVisits: readonly (readonly [string, VisitRule])[] = [['import_spec', importSpec]]
