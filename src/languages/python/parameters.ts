import type { Parameter, SyntaxNode } from '../../domain/outline.js'
import type { Walk } from '../shared/walk.js'
import { annotationOf } from './annotations.js'

/** The parameters without `self` and `cls`; `*args` and `**options` under their bare names. */
export function parametersOf(walk: Walk, list: SyntaxNode | null): readonly Parameter[] {
  const parameters: Parameter[] = []
  for (const node of list?.namedChildren ?? []) {
    const name = node && nameOf(node)
    if (!name) continue
    const isSelf = parameters.length === 0 && (name === 'self' || name === 'cls')
    if (!isSelf) parameters.push(parameterOf(walk, node, name))
  }
  return parameters
}

function nameOf(node: SyntaxNode): string | null {
  switch (node.type) {
    case 'identifier':
      return node.text
    case 'default_parameter':
    case 'typed_default_parameter':
      return node.childForFieldName('name')?.text ?? null
    case 'typed_parameter':
    case 'list_splat_pattern':
    case 'dictionary_splat_pattern':
      return node.namedChild(0)?.text.replace(/^\*+/, '') ?? null
    default:
      return null
  }
}

function parameterOf(walk: Walk, node: SyntaxNode, name: string): Parameter {
  const { type, value } = annotationOf(walk, node.childForFieldName('type'))
  const given = node.childForFieldName('value')
  return { name, type, fields: [], default: given ? walk.value(given) : value }
}
