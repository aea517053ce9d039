import type { SyntaxNode } from '../../domain/outline.js'
import { lineOf } from '../shared/values.js'
import type { VisitRule, Walk } from '../shared/walk.js'

/** `import a.b` makes `a.b` known under its own name, and `a` as well. */
function importStatement(walk: Walk, node: SyntaxNode): void {
  const line = lineOf(node)
  for (const { name, alias } of namesOf(node)) {
    walk.imports.push({ module: name, line, names: [{ imported: '*', local: alias ?? name }] })
    const root = name.slice(0, Math.max(0, name.indexOf('.')))
    if (root !== '' && alias === null)
      walk.imports.push({ module: root, line, names: [{ imported: '*', local: root }] })
  }
}

/** `from ..orders import total as sum`: the module as written, with its dots. */
function importFrom(walk: Walk, node: SyntaxNode): void {
  const module = node.childForFieldName('module_name')?.text.replaceAll(/\s/g, '') ?? ''
  const isWildcard = node.namedChildren.some((child) => child?.type === 'wildcard_import')
  const names = namesOf(node).map(({ name, alias }) => ({ imported: name, local: alias ?? name }))
  // The local name of a wildcard cannot be written in code, so it is never mistaken for one.
  walk.imports.push({
    module,
    line: lineOf(node),
    names: isWildcard ? [{ imported: '*', local: '*' }] : names,
  })
}

type Named = { readonly name: string; readonly alias: string | null }

function namesOf(node: SyntaxNode): readonly Named[] {
  return node.children.flatMap((child) => {
    if (child?.field !== 'name') return []
    const name = child.childForFieldName('name') ?? child
    return [{ name: name.text, alias: child.childForFieldName('alias')?.text ?? null }]
  })
}

export const importVisits: readonly (readonly [string, VisitRule])[] = [
  ['import_statement', importStatement],
  ['import_from_statement', importFrom],
]
