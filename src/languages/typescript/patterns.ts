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

/** The pattern's fields by their path from the destructured value. Defaults are walked for what they call. */
export function patternOf(walk: Walk, pattern: SyntaxNode): Pattern {
  const fields: DestructuredField[] = []
  collect({ walk, fields }, pattern, '', 0)
  const rest = pattern.type === 'object_pattern' ? pattern.namedChildren.at(-1) : null
  return { fields, rest: rest?.type === 'rest_pattern' ? (rest.namedChild(0)?.text ?? null) : null }
}

type Collected = { readonly walk: Walk; readonly fields: DestructuredField[] }

function collect(collected: Collected, node: SyntaxNode, path: string, depth: number): void {
  if (depth > depthLimit) return
  switch (node.type) {
    case 'object_pattern':
      for (const child of node.namedChildren) if (child) collectField(collected, child, path, depth)
      return
    case 'array_pattern':
      for (const child of node.namedChildren) if (child) collect(collected, child, `${path}[]`, depth + 1)
      return
    case 'assignment_pattern':
    case 'object_assignment_pattern':
      collectWithDefault(collected, node, path, depth)
      return
    case 'rest_pattern':
      return
    default:
      collected.fields.push({ field: path, local: node.text, line: lineOf(node) })
  }
}

function collectField(collected: Collected, child: SyntaxNode, path: string, depth: number): void {
  if (child.type === 'rest_pattern') return
  if (child.type !== 'pair_pattern') {
    const local = child.type === 'object_assignment_pattern' ? child.childForFieldName('left') : child
    collect(collected, child, join(path, local?.text ?? '[]'), depth + 1)
    return
  }
  const key = child.childForFieldName('key')
  const value = child.childForFieldName('value')
  if (key && value) collect(collected, value, join(path, constantKey(key) ?? '[]'), depth + 1)
}

function collectWithDefault(collected: Collected, node: SyntaxNode, path: string, depth: number): void {
  const left = node.childForFieldName('left')
  if (left) collect(collected, left, path, depth + 1)
  collected.walk.visit(node.childForFieldName('right'))
}

function join(path: string, field: string): string {
  return path === '' || field === '[]' ? path + field : `${path}.${field}`
}
