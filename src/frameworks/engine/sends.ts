import type { SentField } from '../../domain/fact.js'
import type { Definition, Value } from '../../domain/outline.js'
import type { At } from './names.js'
import type { Reading } from './reading.js'
import { shapeOf } from './shape.js'
import type { Taken } from './take.js'
import type { Trace } from './trace.js'
import { typeName } from './type-text.js'

const maxDepth = 4

/** The fields of a body: of an object literal, or of a shape that this blob declares; null when not known. */
export function sentFields(reading: Reading, body: Taken | null): readonly SentField[] | null {
  if (!body) return null
  for (const trace of reading.tracer.trace(body.value, body.at)) {
    const made = constructedType(reading, trace)
    const shaped = made === null ? null : declaredFields(reading, made)
    if (shaped) return shaped
    if (trace.steps.length) continue
    const declared = trace.types.findLast((type) => type.after === 0)?.text
    const { source } = trace
    const literal =
      source.type === 'value'
        ? literalFields(reading, source.value, source.at, { type: declared ?? null, depth: 0 })
        : null
    // An empty object that has a name is made to be filled.
    if (literal && (literal.length > 0 || body.value.type === 'object')) return literal
    const shape = declared === undefined ? null : declaredFields(reading, declared)
    if (shape) return shape
  }
  return null
}

/** `new Order(id, total)`: a record sends what it is made of. */
function constructedType(reading: Reading, { steps }: Trace): string | null {
  const call = reading.code.outline.calls[steps.length === 1 ? (steps[0]?.call ?? -1) : -1]
  return call?.constructs && sendsAll.has(reading.code.language) ? call.callee : null
}

type Inside = { readonly type: string | null; readonly depth: number }

function literalFields(reading: Reading, value: Value, at: At, inside: Inside): readonly SentField[] | null {
  if (value.type !== 'object' || inside.depth > maxDepth) return null
  const spreads = value.spreads.map((each) => sentFields(reading, { value: each, at }))
  // A spread of something unknown may send anything.
  if (spreads.some((each) => each === null)) return null
  const shape = inside.type === null ? null : declaredType(reading, inside.type)
  const own = value.fields.flatMap((field) => {
    const wire = shape?.fields.find((each) => each.local === field.name)?.name ?? field.name
    const below = nestedFields(reading, field.value, at, inside.depth + 1)
    return [
      { name: wire, line: field.line },
      ...below.map((each) => ({ ...each, name: `${wire}${each.name}` })),
    ]
  })
  const implied =
    sendsAll.has(reading.code.language) && shape ? (declaredFields(reading, inside.type ?? '') ?? []) : []
  // A struct or record sends all of its fields, given or not, but those that are left out when empty.
  const missing = implied.filter((field) => !own.some((each) => each.name === field.name))
  return [...spreads.flatMap((each) => each ?? []), ...own, ...missing]
}

/** Languages whose serializers write what was not given too. */
const sendsAll: ReadonlySet<string> = new Set(['go', 'csharp', 'java', 'kotlin', 'rust'])

/** Fields below one field, with `.` or `[].` before them. */
function nestedFields(reading: Reading, value: Value, at: At, depth: number): readonly SentField[] {
  if (value.type === 'list') {
    const [first] = value.items
    const item = first ? literalFields(reading, first, at, { type: null, depth }) : null
    return (item ?? []).map((each) => ({ ...each, name: `[].${each.name}` }))
  }
  return (literalFields(reading, value, at, { type: null, depth }) ?? []).map((each) => ({
    ...each,
    name: `.${each.name}`,
  }))
}

function declaredFields(reading: Reading, type: string): readonly SentField[] | null {
  const shape = declaredType(reading, type)
  return shape?.fields.length
    ? shape.fields.filter((field) => !field.optional).map(({ name, line }) => ({ name, line }))
    : null
}

function declaredType(reading: Reading, text: string) {
  const type = typeName(text)
  const declared: Definition | null = type ? reading.code.typeNamed(type.name) : null
  return declared && shapeOf(reading.code, declared)
}
