import type { ObjectField, Outline, Value } from '../../domain/outline.js'
import type { At } from './names.js'

/** A literal that says its type (`kafka.Message{Topic: "orders"}`), or is kept under a name that does: `const resolvers: Resolvers = {}`. */
export type Literal = {
  readonly to: string
  readonly fields: readonly ObjectField[]
  readonly value: Value
  readonly at: At
}

/** Deeper than people nest them. */
const maxDepth = 12

/** Every such literal of a blob, also those inside others. */
export function literalsOf({ calls, bindings, returns }: Outline): readonly Literal[] {
  const roots = [
    ...calls.flatMap((call) =>
      [...call.arguments, ...Object.values(call.keywords)].map((value) => ({ value, at: call })),
    ),
    ...bindings.map((binding) => ({ value: binding.value, at: binding })),
    ...returns.map((each) => ({ value: each.value, at: each })),
  ]
  const found = new Map<Value, Literal>()
  for (const { name, type, value, scope, line } of bindings) {
    const literal = value.type === 'cast' ? value.value : value
    if (literal.type !== 'object' || name === '' || found.has(literal)) continue
    const to = type ?? name
    found.set(literal, { to, fields: literal.fields, value: literal, at: { scope, line } })
  }
  for (const { value, at } of roots) collect(value, { scope: at.scope, line: at.line }, found, 0)
  return [...found.values()]
}

function collect(value: Value, at: At, found: Map<Value, Literal>, depth: number): void {
  if (depth > maxDepth || found.has(value)) return
  const inner = (each: Value) => collect(each, at, found, depth + 1)
  if (value.type === 'cast') {
    if (value.value.type === 'object')
      found.set(value, { to: value.to, fields: value.value.fields, value, at })
    inner(value.value)
  }
  if (value.type === 'object') for (const field of value.fields) inner(field.value)
  if (value.type === 'list') value.items.forEach(inner)
}
