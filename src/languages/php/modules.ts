import type { SyntaxNode } from '../../domain/outline.js'
import { lineOf } from '../shared/values.js'
import type { VisitRule, Walk } from '../shared/walk.js'
import { addImport, enterNamespace, importOwnNamespace, lastWord } from './class-names.js'

/** A file, once it is walked: its classes are exported, the first of them as the file itself. */
function program(walk: Walk, node: SyntaxNode): void {
  walk.visitChildren(node)
  importOwnNamespace(walk)
  const own = walk.definitions.filter(({ kind, scope, name }) => kind !== 'method' && scope === null && name)
  const [main] = own.filter(({ kind }) => kind === 'class')
  if (main) walk.exports.push({ name: 'default', local: main.name, module: null })
  walk.exports.push(...own.map(({ name }) => ({ name, local: name, module: null })))
}

function namespaceDefinition(walk: Walk, node: SyntaxNode): void {
  enterNamespace(walk, node.childForFieldName('name')?.text ?? '')
  walk.visit(node.childForFieldName('body'))
}

/** `use App\Models\Order as Sale;`, `use App\Models\{Bill, Cart};`, `use function App\total;` */
function useDeclaration(walk: Walk, node: SyntaxNode): void {
  const group = node.childForFieldName('body')
  const prefix = group
    ? `${node.namedChildren.find((child) => child?.type === 'namespace_name')?.text}\\`
    : ''
  const ofAll = wordsOf(node)
  for (const clause of (group ?? node).namedChildren) {
    if (clause?.type !== 'namespace_use_clause') continue
    const alias = clause.childForFieldName('alias')?.text ?? null
    const words = new Set([...ofAll, ...wordsOf(clause)])
    const named = clause.namedChildren.find(
      (child) => child?.type === 'name' || child?.type === 'qualified_name',
    )
    const full = `${prefix}${named?.text ?? ''}`.replace(/^\\/, '')
    const local = alias ?? lastWord(full)
    if (words.has('function') || words.has('const')) importMember(walk, full, local, lineOf(clause))
    else addImport(walk, full, local, lineOf(clause))
  }
}

function wordsOf(node: SyntaxNode): readonly string[] {
  return node.children.flatMap((child) => (child && !child.isNamed ? [child.type] : []))
}

function importMember(walk: Walk, full: string, local: string, line: number): void {
  const imported = lastWord(full)
  const module = full.slice(0, Math.max(0, full.length - imported.length - 1))
  if (module !== '') walk.imports.push({ module, line, names: [{ imported, local }] })
}

export const moduleVisits: readonly (readonly [string, VisitRule])[] = [
  ['program', program],
  ['namespace_definition', namespaceDefinition],
  ['namespace_use_declaration', useDeclaration],
]
