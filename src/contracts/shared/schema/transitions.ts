import { constrainsNothing, equivalent, flattened } from './equivalent.js'
import { childrenOf, propertiesOf, type Schema, type SchemaPair, typesOf } from './schema.js'

/** Several keywords that changed together and mean one thing; they are told as that one thing and not again. */
export type Transition =
  | { readonly type: 'same' }
  | { readonly type: 'nullable'; readonly gained: boolean }
  | { readonly type: 'one-of-wrapping'; readonly moved: readonly string[] }
  | { readonly type: 'list-of-types'; readonly removed: readonly string[]; readonly added: readonly string[] }

export function transitionOf(pair: SchemaPair): Transition | null {
  if (isRefolded(pair)) return { type: 'same' }
  if (isNullableWrap(pair.old, pair.new)) return { type: 'nullable', gained: true }
  if (isNullableWrap(pair.new, pair.old)) return { type: 'nullable', gained: false }
  const moved = wrappedProperties(pair)
  if (moved.length > 0) return { type: 'one-of-wrapping', moved }
  return listOfTypes(pair)
}

/** Properties that moved into or out of the parts of an `allOf` and are all still there. */
function isRefolded({ old, new: head }: SchemaPair): boolean {
  const parts = [old, head].map((each) => childrenOf(each, 'allOf').length)
  if (parts[0] === parts[1]) return false
  const [left, right] = [flattened(old), flattened(head)]
  return left !== null && right !== null && equivalent(left, right)
}

/** `X` against `oneOf: [X, { type: 'null' }]`. */
function isNullableWrap(plain: Schema, wrapped: Schema): boolean {
  if (['oneOf', 'anyOf', 'allOf', 'not'].some((keyword) => keyword in plain.node) || acceptsNull(plain))
    return false
  const { oneOf, ...rest } = wrapped.node
  const branches = childrenOf(wrapped, 'oneOf')
  if (oneOf === undefined || branches.length !== 2 || !constrainsNothing(rest)) return false
  const payload = branches.filter((each) => !isNull(each))
  return payload.length === 1 && payload[0] !== undefined && equivalent(plain, payload[0])
}

function isNull(schema: Schema): boolean {
  const { type, ...rest } = schema.node
  return typesOf(schema).join() === 'null' && type !== undefined && constrainsNothing(rest)
}

export function acceptsNull(schema: Schema): boolean {
  return schema.node['nullable'] === true || typesOf(schema).includes('null')
}

/** The properties of an object that became a choice of objects, and that some alternative still has. */
function wrappedProperties({ old, new: head }: SchemaPair): readonly string[] {
  const names = Object.keys(propertiesOf(old))
  if ('oneOf' in old.node || Object.keys(propertiesOf(head)).length > 0 || typesOf(head).length > 0) return []
  const alternatives = childrenOf(head, 'oneOf')
  return names.filter((name) => alternatives.some((each) => name in propertiesOf(each)))
}

/** `type: string` against `oneOf: [{ type: string }, { type: integer }]`: the types that went and came. */
function listOfTypes({ old, new: head }: SchemaPair): Transition | null {
  const [before, after] = [typePattern(old), typePattern(head)]
  if (!before || !after || !(before.isList || after.isList)) return null
  const removed = before.types.filter((each) => !after.types.includes(each))
  const added = after.types.filter((each) => !before.types.includes(each))
  return removed.length + added.length > 0 ? { type: 'list-of-types', removed, added } : null
}

function typePattern(schema: Schema): { readonly types: readonly string[]; readonly isList: boolean } | null {
  if ('not' in schema.node || 'allOf' in schema.node || Object.keys(propertiesOf(schema)).length > 0)
    return null
  const [single] = typesOf(schema)
  if (single !== undefined) return { types: [single], isList: false }
  for (const keyword of ['oneOf', 'anyOf']) {
    const parts = childrenOf(schema, keyword)
    if (parts.length > 0 && parts.every(isPlainType)) return { types: parts.flatMap(typesOf), isList: true }
  }
  return null
}

function isPlainType(schema: Schema): boolean {
  return (
    typesOf(schema).length === 1 &&
    !['properties', 'oneOf', 'anyOf', 'allOf'].some((keyword) => keyword in schema.node)
  )
}
