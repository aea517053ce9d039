import type { ObjectField, SyntaxNode, Value } from '../../domain/outline.js'
import { constantText, lineOf, otherValue } from '../shared/values.js'
import type { ValueRule, Walk } from '../shared/walk.js'
import { argumentsOf } from './arguments.js'
import { bareName, typeText } from './type-text.js'

function createdValue(walk: Walk, node: SyntaxNode): Value {
  return creation(walk, node, typeText(node.childForFieldName('type')))
}

/**
 * `new Order(id) { Total = 1 }` is a call with named arguments; without arguments it is an object of that type. The type of
 * `new()` is the declared one, where there is any.
 */
export function creation(walk: Walk, node: SyntaxNode, type: string | null): Value {
  const given = childOf(node, 'argument_list')
  const initializer = childOf(node, 'initializer_expression')
  if (initializer && !given?.namedChildCount) {
    const value = contentOf(walk, initializer)
    return type === null ? value : { type: 'cast', value, to: type }
  }
  const callee = type?.replace(/<.*$/, '') ?? 'new'
  const index = walk.reserveCall()
  const { arguments: positional, keywords } = argumentsOf(walk, given)
  const settings = initializer ? contentOf(walk, initializer) : null
  const fields = settings?.type === 'object' ? settings.fields : []
  return walk.finishCall(index, {
    callee,
    name: callee,
    receiver: null,
    arguments: positional,
    keywords: { ...keywords, ...Object.fromEntries(fields.map(({ name, value }) => [name, value])) },
    constructs: true,
    line: lineOf(node),
    typeArguments: [],
  })
}

function childOf(node: SyntaxNode, type: string): SyntaxNode | null {
  return node.namedChildren.find((child) => child?.type === type) ?? null
}

/** Fields of an object, keys of a dictionary, items of a list. */
function contentOf(walk: Walk, initializer: SyntaxNode): Value {
  const fields: ObjectField[] = []
  const items: Value[] = []
  for (const child of initializer.namedChildren) {
    const field = child && fieldOf(walk, child)
    if (field) fields.push(field)
    else if (child && child.type !== 'comment') items.push(walk.value(child))
  }
  return items.length > 0 && fields.length === 0
    ? { type: 'list', items }
    : { type: 'object', fields, spreads: [], line: lineOf(initializer) }
}

/** `Total = 1`, `["total"] = 1`, `{ "total", 1 }` */
function fieldOf(walk: Walk, node: SyntaxNode): ObjectField | null {
  if (node.type === 'initializer_expression') {
    const [key, value] = node.namedChildren
    if (!value || node.namedChildCount !== 2) return null
    return { name: keyOf(walk, key ?? null), value: walk.value(value), line: lineOf(node) }
  }
  if (node.type !== 'assignment_expression') return null
  const left = node.childForFieldName('left')
  const name =
    left?.type === 'element_binding_expression'
      ? keyOf(walk, left.namedChild(0)?.namedChild(0) ?? null)
      : (left?.text ?? '')
  const right = node.childForFieldName('right')
  // `Headers = { Accept = json }` fills what is there already.
  const value = right?.type === 'initializer_expression' ? inside(walk, right) : walk.value(right, { name })
  return { name, value, line: lineOf(node) }
}

function inside(walk: Walk, initializer: SyntaxNode): Value {
  return walk.nested(initializer, () => contentOf(walk, initializer))
}

function keyOf(walk: Walk, key: SyntaxNode | null): string {
  return constantText(walk.value(key)) ?? '[]'
}

/** `new { total = 1, order.Name }` */
function anonymousValue(walk: Walk, node: SyntaxNode): Value {
  const fields: ObjectField[] = []
  let name: SyntaxNode | null = null
  for (const [position, child] of node.children.entries()) {
    if (!child?.isNamed || child.type === 'comment') continue
    if (node.child(position + 1)?.type === '=') {
      name = child
      continue
    }
    const named = name?.text ?? bareName(child)
    fields.push({ name: named, value: walk.value(child, { name: named }), line: lineOf(name ?? child) })
    name = null
  }
  return { type: 'object', fields, spreads: [], line: lineOf(node) }
}

/** `order with { Total = 1 }` */
function withValue(walk: Walk, node: SyntaxNode): Value {
  const [of, ...settings] = node.namedChildren
  const spreads = [walk.value(of ?? null)]
  const fields = settings.flatMap((setting) => {
    const [name, value] = setting?.namedChildren ?? []
    return name && value ? [{ name: name.text, value: walk.value(value), line: lineOf(name) }] : []
  })
  return { type: 'object', fields, spreads, line: lineOf(node) }
}

/** `new[] { "a" }`, `new string[] { "a" }` */
function arrayValue(walk: Walk, node: SyntaxNode): Value {
  const initializer = childOf(node, 'initializer_expression')
  if (!initializer) return otherValue(node)
  const value: Value = { type: 'list', items: initializer.namedChildren.map((item) => walk.value(item)) }
  const type = typeText(node.childForFieldName('type'))
  return type === null ? value : { type: 'cast', value, to: type }
}

/** `["a", "b"]`, which the grammar takes for an index. */
function collectionValue(walk: Walk, node: SyntaxNode): Value {
  return { type: 'list', items: node.namedChildren.map((item) => walk.value(item?.namedChild(0) ?? null)) }
}

export const creationRules: readonly (readonly [string, ValueRule])[] = [
  ['object_creation_expression', createdValue],
  ['implicit_object_creation_expression', createdValue],
  ['initializer_expression', (walk, node) => contentOf(walk, node)],
  ['anonymous_object_creation_expression', anonymousValue],
  ['with_expression', withValue],
  ['array_creation_expression', arrayValue],
  ['implicit_array_creation_expression', arrayValue],
  ['element_binding_expression', collectionValue],
  ['collection_expression', collectionValue],
]
