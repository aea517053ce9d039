import type { Origin, Reference } from '../../domain/fact.js'
import { fieldPath } from './path-of-field.js'
import type { Reading } from './reading.js'
import { referenceTo } from './target.js'
import type { Trace } from './trace.js'
import { typeName } from './type-text.js'

/** Where a value comes from, and which field of that it is (empty: all of it). */
export type Provenance = {
  readonly origin: Origin
  readonly field: string
  /** The declared type nearest to the value, and the field below it. */
  readonly shape: { readonly type: Reference; readonly below: string } | null
}

/** The field that a trace reads of an origin, which lies `from` steps after its source; null when it is none. */
export function provenance(reading: Reading, origin: Origin, trace: Trace, from: number): Provenance | null {
  const field = fieldPath(trace.steps.slice(from))
  return field === null ? null : { origin, field, shape: shapeBelow(reading, trace, from) }
}

function shapeBelow(reading: Reading, trace: Trace, from: number): Provenance['shape'] {
  const type = trace.types.findLast((each) => each.after >= from)
  const name = type && typeName(type.text)
  const path = type ? fieldPath(trace.steps.slice(type.after)) : null
  return name && path ? { type: referenceTo(reading, name.name), below: path } : null
}
