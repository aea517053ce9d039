import type { SyntaxNode } from '../../domain/outline.js'
import { lineOf } from '../shared/values.js'
import type { VisitRule, Walk } from '../shared/walk.js'
import { namespaceOf, setNamespace } from './knowledge.js'
import { bareName } from './type-text.js'

/** `using Shop.Orders;` makes all of its names known here; a global one passes them on to every file of its project. */
function usingDirective(walk: Walk, node: SyntaxNode): void {
  const alias = node.childForFieldName('name')
  const target = node.namedChildren.at(-1)
  if (!target) return
  const module = target.text.replace(/^global::|\s+|<[\s\S]*$/g, '')
  const isGlobal = node.child(0)?.type === 'global'
  if (isGlobal && !alias) walk.exports.push({ name: '*', local: '*', module })
  const parent = module.slice(0, Math.max(0, module.lastIndexOf('.')))
  const names = alias ? [{ imported: bareName(target), local: alias.text }] : []
  walk.imports.push({ module: alias ? parent : module, line: lineOf(node), names })
}

function fileNamespace(walk: Walk, node: SyntaxNode): void {
  setNamespace(walk, node.childForFieldName('name')?.text ?? '')
  walk.visitChildren(node)
}

function blockNamespace(walk: Walk, node: SyntaxNode): void {
  const around = namespaceOf(walk)
  const name = node.childForFieldName('name')?.text ?? ''
  setNamespace(walk, around === '' ? name : `${around}.${name}`)
  walk.visit(node.childForFieldName('body'))
  setNamespace(walk, around)
}

export const namespaceVisits: readonly (readonly [string, VisitRule])[] = [
  ['using_directive', usingDirective],
  ['file_scoped_namespace_declaration', fileNamespace],
  ['namespace_declaration', blockNamespace],
]
