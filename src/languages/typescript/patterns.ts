import type { DestructuredField, SyntaxNode } from '../../domain/outline.js'
import { lineOf } from '../shared/values.js'
import type { Walk } from '../shared/walk.js'
import { constantKey } from './keys.js'

/** What a destructuring takes, and the name that gets what is left over (`...rest`). */
export type Pattern = { readonly fields: readonly DestructuredField[]; readonly rest: string | null }

const depthLimit = 10

export function isPattern(node: SyntaxNode): boolean {
  return node.type === 'object_pattern' || node.type === 'array_pattern'
}

/** The pattern's fields by their path from the destructured value. */
export function patternOf(pattern: SyntaxNode): Pattern {
  const rest = pattern.type === 'object_pattern' ? pattern.namedChildren.at(-1) : null
  const local = rest?.type === 'rest_pattern' ? (rest.namedChild(0)?.text ?? null) : null
  return { fields: fieldsOf(pattern, '', 0), rest: local }
}

function fieldsOf(node: SyntaxNode, path: string, depth: number): readonly DestructuredField[] {
  if (depth > depthLimit) return []
  const inside = (child: SyntaxNode | null, field: string) =>
    child ? fieldsOf(child, path === '' ? field : `${path}.${field}`, depth + 1) : []
  switch (node.type) {
    case 'object_pattern':
      return node.namedChildren.flatMap((child) => (child ? inside(targetOf(child), keyOf(child)) : []))
    case 'array_pattern':
      return node.namedChildren.flatMap((child) => inside(child, '[]'))
    case 'assignment_pattern':
    case 'object_assignment_pattern':
      return fieldsOf(node.childForFieldName('left') ?? node, path, depth + 1)
    case 'rest_pattern':
      return []
    default:
      return [{ field: path, local: node.text, line: lineOf(node) }]
  }
}

/** `total`, `total: sum` and `total = 0` all take `total`. */
function keyOf(child: SyntaxNode): string {
  const key = child.childForFieldName('key') ?? child.childForFieldName('left') ?? child
  return constantKey(key) ?? '[]'
}

function targetOf(child: SyntaxNode): SyntaxNode | null {
  return child.type === 'pair_pattern' ? child.childForFieldName('value') : child
}

/** Walks the defaults of a pattern, which call and read like any other expression. */
export function walkDefaults(walk: Walk, pattern: SyntaxNode, depth = 0): void {
  if (depth > depthLimit || !(isPattern(pattern) || pattern.type.endsWith('_pattern'))) return
  for (const child of pattern.namedChildren) {
    if (child?.field === 'right') walk.visit(child)
    else if (child) walkDefaults(walk, child, depth + 1)
  }
}
