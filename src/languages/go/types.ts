import type { DeclaredField, SyntaxNode } from '../../domain/outline.js'
import { endLineOf, lineOf } from '../shared/values.js'
import type { VisitRule, Walk } from '../shared/walk.js'
import { declareFunction } from './functions.js'
import { literalText } from './literals.js'
import { typeText } from './type-text.js'

type Shape = { readonly bases: readonly string[]; readonly fields: readonly DeclaredField[] }

function typeSpec(walk: Walk, node: SyntaxNode): void {
  const name = node.childForFieldName('name')?.text ?? ''
  const type = node.childForFieldName('type')
  defineType(walk, node, name, shapeOf(type))
  if (type?.type === 'interface_type') declareMethods(walk, type, name)
}

function defineType(walk: Walk, node: SyntaxNode, name: string, shape: Shape): void {
  walk.define({
    kind: 'type',
    name,
    owner: null,
    line: lineOf(node),
    endLine: endLineOf(node),
    parameters: [],
    returnType: null,
    ...shape,
  })
}

function shapeOf(type: SyntaxNode | null): Shape {
  switch (type?.type) {
    case 'struct_type':
      return structShape(type)
    case 'interface_type':
      return { bases: elementsOf(type), fields: [] }
    case 'type_identifier':
    case 'qualified_type':
      return { bases: [type.text], fields: [] }
    default:
      return { bases: [], fields: [] }
  }
}

function elementsOf(type: SyntaxNode): readonly string[] {
  return type.namedChildren.flatMap((child) => (child?.type === 'type_elem' ? [child.text] : []))
}

/** An interface says what its methods take and give. */
function declareMethods(walk: Walk, type: SyntaxNode, owner: string): void {
  for (const child of type.namedChildren) {
    if (child?.type !== 'method_elem') continue
    const name = child.childForFieldName('name')?.text ?? ''
    declareFunction(walk, child, { kind: 'method', name, owner })
  }
}

/** A struct's fields with their tags; a field without a name embeds its type. */
function structShape(type: SyntaxNode): Shape {
  const bases: string[] = []
  const fields: DeclaredField[] = []
  for (const declaration of type.namedChild(0)?.namedChildren ?? []) {
    if (!declaration) continue
    const names = declaration.children.filter((child) => child?.field === 'name' && child.isNamed)
    const written = declaration.childForFieldName('type')
    if (names.length === 0 && written) bases.push(typeText(written) ?? '')
    for (const name of names) if (name) fields.push(fieldOf(declaration, name))
  }
  return { bases, fields }
}

function fieldOf(declaration: SyntaxNode, name: SyntaxNode): DeclaredField {
  const type = declaration.childForFieldName('type')
  const tag = declaration.childForFieldName('tag')
  return {
    name: name.text,
    type: typeText(type) ?? '',
    optional: type?.type === 'pointer_type',
    line: lineOf(name),
    tag: tag ? literalText(tag) : '',
    value: null,
  }
}

/** A type says nothing that is called or read. */
const passOver: VisitRule = () => {}

export const typeVisits: readonly (readonly [string, VisitRule])[] = [
  ['type_spec', typeSpec],
  ['type_alias', typeSpec],
  ['struct_type', passOver],
  ['interface_type', passOver],
  ['function_type', passOver],
  ['type_parameter_list', passOver],
]
