import type { ObjectField, SyntaxNode, Value } from '../../domain/outline.js'
import { lineOf, nameValue } from '../shared/values.js'
import type { Given, Place, ValueRule, Walk } from '../shared/walk.js'
import { defineFunction, type Signature } from './functions.js'
import { constantKey } from './keys.js'

function objectValue(walk: Walk, node: SyntaxNode, place: Place | null): Value {
  const owner = place?.name ?? null
  const fields: ObjectField[] = []
  const spreads: Value[] = []
  for (const child of node.namedChildren) {
    if (!child) continue
    if (child.type === 'spread_element') spreads.push(walk.value(child.namedChild(0)))
    else fields.push(...fieldOf(walk, child, { owner, given: place?.given ?? [] }))
  }
  return { type: 'object', fields, spreads, line: lineOf(node) }
}

type Around = { readonly owner: string | null; readonly given: readonly Given[] }

function fieldOf(walk: Walk, node: SyntaxNode, around: Around): readonly ObjectField[] {
  const { owner } = around
  const line = lineOf(node)
  switch (node.type) {
    case 'shorthand_property_identifier':
      return [{ name: node.text, value: nameValue(node.text), line }]
    case 'pair': {
      const name = keyOf(walk, node.childForFieldName('key'))
      return [
        {
          name,
          value: walk.value(node.childForFieldName('value'), { name, owner, given: givenTo(name, around) }),
          line,
        },
      ]
    }
    case 'method_definition': {
      const name = keyOf(walk, node.childForFieldName('name'))
      return [{ name, value: methodValue(walk, node, { name, owner, given: givenTo(name, around) }), line }]
    }
    default:
      walk.visit(node)
      return []
  }
}

/** An observer is given what it observes: `subscribe({ next: (order) => … })`. */
function givenTo(name: string, around: Around): readonly Given[] {
  return name === 'next' ? around.given : []
}

type Method = Omit<Signature, 'kind'>

function methodValue(walk: Walk, node: SyntaxNode, method: Method): Value {
  return { type: 'function', definition: defineFunction(walk, node, { kind: 'method', ...method }) }
}

function keyOf(walk: Walk, key: SyntaxNode | null): string {
  const name = key ? constantKey(key) : null
  if (name === null) walk.visit(key)
  return name ?? '[]'
}

export const objectRules: readonly (readonly [string, ValueRule])[] = [['object', objectValue]]
