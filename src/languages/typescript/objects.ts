import type { ObjectField, SyntaxNode, Value } from '../../domain/outline.js'
import { lineOf, nameValue } from '../shared/values.js'
import type { Naming, ValueRule, Walk } from '../shared/walk.js'
import { defineFunction } from './functions.js'
import { constantKey } from './keys.js'

function objectValue(walk: Walk, node: SyntaxNode, naming: Naming | null): Value {
  const owner = naming?.name ?? null
  const fields: ObjectField[] = []
  const spreads: Value[] = []
  for (const child of node.namedChildren) {
    if (!child) continue
    if (child.type === 'spread_element') spreads.push(walk.value(child.namedChild(0)))
    else fields.push(...fieldOf(walk, child, owner))
  }
  return { type: 'object', fields, spreads, line: lineOf(node) }
}

function fieldOf(walk: Walk, node: SyntaxNode, owner: string | null): readonly ObjectField[] {
  const line = lineOf(node)
  switch (node.type) {
    case 'shorthand_property_identifier':
      return [{ name: node.text, value: nameValue(node.text), line }]
    case 'pair': {
      const name = keyOf(walk, node.childForFieldName('key'))
      return [{ name, value: walk.value(node.childForFieldName('value'), { name, owner }), line }]
    }
    case 'method_definition': {
      const name = keyOf(walk, node.childForFieldName('name'))
      return [{ name, value: methodValue(walk, node, { name, owner }), line }]
    }
    default:
      walk.visit(node)
      return []
  }
}

function methodValue(walk: Walk, node: SyntaxNode, naming: Naming): Value {
  return { type: 'function', definition: defineFunction(walk, node, { kind: 'method', ...naming }) }
}

function keyOf(walk: Walk, key: SyntaxNode | null): string {
  const name = key ? constantKey(key) : null
  if (name === null) walk.visit(key)
  return name ?? '[]'
}

export const objectRules: readonly (readonly [string, ValueRule])[] = [['object', objectValue]]
