import { below, entriesOf, itemsOf, type Tree, textOf, textsOf } from './tree.js'

/** A field that a JSON Schema gives to its objects. */
export type SchemaField = {
  /** `customer.email`, `items[].price` */
  readonly path: string
  /** `string`, `string (date-time)`, `array`, the name of what `$ref` leads to; null where it is not told. */
  readonly type: string | null
  readonly isRequired: boolean
  readonly default: string | null
  readonly line: number
}

/** Objects are not read deeper, and no schema for more fields. */
const mostLevels = 6
const mostFields = 500

type Walk = {
  readonly root: Tree
  readonly fields: SchemaField[]
  readonly refs: readonly string[]
  left: number
}

/**
 * The fields of a schema in its document, those of `allOf` too. References are followed within the document; what only one
 * of several schemas gives (`oneOf`) is left out, because no object must have it.
 */
export function schemaFields(root: Tree, schema: Tree | undefined): readonly SchemaField[] {
  const walk: Walk = { root, fields: [], refs: [], left: 5_000 }
  walkSchema(walk, schema, '', 0)
  return walk.fields.slice(0, mostFields)
}

function walkSchema(walk: Walk, schema: Tree | undefined, path: string, depth: number): void {
  if (!schema || depth > mostLevels || walk.left-- <= 0) return
  const reference = textOf(below(schema, '$ref'))
  if (reference !== null) {
    if (walk.refs.includes(reference)) return
    const inside = { ...walk, refs: [...walk.refs, reference] }
    walkSchema(inside, resolveReference(walk.root, reference), path, depth)
    walk.left = inside.left
    return
  }
  const required = new Set(textsOf(below(schema, 'required')).map(({ text }) => text))
  for (const { key, line, value } of entriesOf(below(schema, 'properties'))) {
    if (walk.fields.length >= mostFields) return
    const field = path === '' ? key : `${path}.${key}`
    const initial = textOf(below(value, 'default'))
    walk.fields.push({
      path: field,
      type: typeOf(value),
      isRequired: required.has(key),
      default: initial,
      line,
    })
    walkSchema(walk, value, field, depth + 1)
  }
  for (const part of itemsOf(below(schema, 'allOf'))) walkSchema(walk, part, path, depth + 1)
  const items = below(schema, 'items')
  if (items?.type === 'map') walkSchema(walk, items, `${path}[]`, depth + 1)
}

function typeOf(schema: Tree): string | null {
  const reference = textOf(below(schema, '$ref'))
  if (reference !== null) return /[^/#]+$/.exec(reference)?.[0] ?? null
  const types = textsOf(below(schema, 'type')).map(({ text }) => text)
  const format = textOf(below(schema, 'format'))
  if (types.length === 0) return below(schema, 'enum') ? 'enum' : null
  return `${types.join(' or ')}${format === null ? '' : ` (${format})`}`
}

/** What a reference within the document leads to: `#/components/messages/OrderPaid`. */
export function resolveReference(root: Tree, reference: string): Tree | undefined {
  if (!reference.startsWith('#/')) return undefined
  const keys = reference
    .slice(2)
    .split('/')
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))
  return below(root, ...keys)
}
