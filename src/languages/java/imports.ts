import type { SyntaxNode } from '../../domain/outline.js'
import { lineOf } from '../shared/values.js'
import type { VisitRule, Walk } from '../shared/walk.js'

/**
 * A class is a module of its own under its whole name, and `*` a name for all of a package. What is imported of a class
 * keeps the class's name before it: `ORDERS` is `Paths.ORDERS` of `shop.Paths`.
 */
function importDeclaration(walk: Walk, node: SyntaxNode): void {
  const path = node.namedChildren.find(
    (child) => child?.type === 'scoped_identifier' || child?.type === 'identifier',
  )
  if (!path) return
  const words = path.text.replace(/\s/g, '').split('.')
  const last = words.at(-1) ?? ''
  const line = lineOf(node)
  if (node.namedChildren.some((child) => child?.type === 'asterisk')) {
    walk.imports.push({ module: words.join('.'), line, names: [{ imported: '*', local: '*' }] })
    return
  }
  const isStatic = node.children.some((child) => child?.type === 'static')
  const module = (isStatic ? words.slice(0, -1) : words).join('.')
  const imported = isStatic ? words.slice(-2).join('.') : last
  walk.imports.push({ module, line, names: [{ imported, local: last }] })
}

/** The name of a package says nothing that the path does not. */
const passOver: VisitRule = () => {}

export const importVisits: readonly (readonly [string, VisitRule])[] = [
  ['import_declaration', importDeclaration],
  ['package_declaration', passOver],
]
