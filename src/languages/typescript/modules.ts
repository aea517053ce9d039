import type { Export } from '../../domain/fact.js'
import type { SyntaxNode } from '../../domain/outline.js'
import { lineOf } from '../shared/values.js'
import type { VisitRule, Walk } from '../shared/walk.js'
import { exportValue } from './common-js.js'
import { literalText } from './literals.js'
import { isPattern, patternOf } from './patterns.js'

function importStatement(walk: Walk, node: SyntaxNode): void {
  const required = node.namedChildren.find((child) => child?.type === 'import_require_clause')
  const source = (required ?? node).childForFieldName('source')
  if (!source) return
  const clause = node.namedChildren.find((child) => child?.type === 'import_clause')
  const names = required
    ? [{ imported: '*', local: required.namedChild(0)?.text ?? '' }]
    : (clause?.namedChildren ?? []).flatMap(importedNames)
  walk.imports.push({ module: literalText(source), line: lineOf(node), names })
}

type Imported = { readonly imported: string; readonly local: string }

function importedNames(part: SyntaxNode | null): readonly Imported[] {
  switch (part?.type) {
    case 'identifier':
      return [{ imported: 'default', local: part.text }]
    case 'namespace_import':
      return [{ imported: '*', local: part.namedChild(0)?.text ?? '' }]
    case 'named_imports':
      return part.namedChildren.flatMap((specifier) => {
        const name = specifier && specifierName(specifier, 'name')
        return name ? [{ imported: name, local: specifierName(specifier, 'alias') ?? name }] : []
      })
    default:
      return []
  }
}

/** A name in braces may be written as a string: `export { total as "order-total" }`. */
function specifierName(specifier: SyntaxNode, field: string): string | null {
  const name = specifier.childForFieldName(field)
  return name?.type === 'string' ? literalText(name) : (name?.text ?? null)
}

function exportStatement(walk: Walk, node: SyntaxNode): void {
  const source = node.childForFieldName('source')
  if (source) {
    walk.exports.push(...passedOn(node, literalText(source)))
    return
  }
  const declaration = node.childForFieldName('declaration')
  const isDefault = node.children.some((child) => child?.type === 'default' || child?.type === '=')
  if (declaration) {
    exportDeclaration(walk, declaration, isDefault)
    return
  }
  const clause = node.namedChildren.find((child) => child?.type === 'export_clause')
  if (clause) walk.exports.push(...specifiers(clause, null))
  const value = node.childForFieldName('value') ?? (isDefault ? node.namedChildren.at(-1) : null)
  if (value) exportValue(walk, 'default', value)
}

function passedOn(node: SyntaxNode, module: string): readonly Export[] {
  const clause = node.namedChildren.find((child) => child?.type === 'export_clause')
  if (clause) return specifiers(clause, module)
  const namespace = node.namedChildren.find((child) => child?.type === 'namespace_export')
  return [{ name: namespace?.namedChild(0)?.text ?? '*', local: '*', module }]
}

function specifiers(clause: SyntaxNode, module: string | null): readonly Export[] {
  return clause.namedChildren.flatMap((specifier) => {
    const local = specifier && specifierName(specifier, 'name')
    return local ? [{ name: specifierName(specifier, 'alias') ?? local, local, module }] : []
  })
}

function exportDeclaration(walk: Walk, declaration: SyntaxNode, isDefault: boolean): void {
  for (const local of declaredNames(declaration)) {
    walk.exports.push({ name: isDefault ? 'default' : local, local, module: null })
  }
  walk.visit(declaration)
}

function declaredNames(declaration: SyntaxNode): readonly string[] {
  if (declaration.type !== 'lexical_declaration' && declaration.type !== 'variable_declaration') {
    return [declaration.childForFieldName('name')?.text ?? 'default']
  }
  return declaration.namedChildren.flatMap((declarator) => {
    const name = declarator?.childForFieldName('name')
    if (!name) return []
    return isPattern(name) ? patternOf(name).fields.map((field) => field.local) : [name.text]
  })
}

export const moduleVisits: readonly (readonly [string, VisitRule])[] = [
  ['import_statement', importStatement],
  ['export_statement', exportStatement],
]
