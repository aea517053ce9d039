import type { SyntaxNode } from '../../domain/outline.js'
import type { VisitRule, Walk } from '../shared/walk.js'
import { declareFunction } from './functions.js'
import { defineType, type Shape, type Site, structShape } from './shapes.js'
import { typeText } from './type-text.js'

function typeSpec(walk: Walk, node: SyntaxNode): void {
  const name = node.childForFieldName('name')?.text ?? ''
  const type = node.childForFieldName('type')
  defineType(walk, node, name, (site) => shapeOf(walk, type, site))
  if (type?.type === 'interface_type') declareMethods(walk, type, name)
}

function shapeOf(walk: Walk, type: SyntaxNode | null, site: Site): Shape {
  switch (type?.type) {
    case 'struct_type':
      return structShape(walk, type, site)
    case 'interface_type':
      return { bases: elementsOf(type), fields: [] }
    case 'type_identifier':
    case 'qualified_type':
    case 'pointer_type':
      return { bases: [typeText(type) ?? ''], fields: [] }
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
