import type { Origin } from '../../domain/fact.js'
import { fieldPath } from './path-of-field.js'
import { type Provenance, provenance } from './provenance.js'
import type { Reading } from './reading.js'
import { foreignOf, referenceTo } from './target.js'
import type { Trace } from './trace.js'
import { typeName } from './type-text.js'

/** What a trace reads of what a function of another file returns; null when it calls none. */
export function fromResult(reading: Reading, trace: Trace): readonly Provenance[] | null {
  const at = trace.steps.findIndex((step) => step.call !== undefined)
  if (at === -1 || trace.source.type === 'global') return null
  const types = trace.types.filter((type) => type.after <= at + 1)
  const found = foreignOf(reading, { ...trace, steps: trace.steps.slice(0, at + 1), types })
  // A module of the outside world answers with nothing that we could follow.
  if (!found || !isOwnModule(reading, found.reference?.module ?? '.')) return null
  const reference = { name: found.name, module: found.reference?.module ?? null }
  const given = provenance(
    reading,
    { type: 'result', function: reference, owner: found.owner },
    trace,
    at + 1,
  )
  return given ? [given] : null
}

/** What a trace reads of a value of which only the declared type is known; null when not even that is. */
export function fromType(reading: Reading, trace: Trace): readonly Provenance[] | null {
  const type = trace.types.at(-1)
  const name = type && typeName(type.text)
  if (!type || !name) return null
  const steps = trace.steps.slice(type.after)
  const field = fieldPath(name.held && steps[0]?.name === name.held ? steps.slice(1) : steps)
  if (field === null || !mayBeOnWire(reading, trace)) return null
  const origin: Origin = { type: 'type', name: referenceTo(reading, name.name) }
  return [{ origin, field: below(name.list, field), shape: null }]
}

/** Relative, aliased, scoped and dotted modules may be in this repository; `lodash` may not. */
function isOwnModule(reading: Reading, module: string): boolean {
  if (reading.code.language === 'go') return module === '.' || /^[^/]*\./.test(module)
  return reading.code.language !== 'typescript' || /^[.@~#$]|\//.test(module)
}

/** Go's encoders see exported fields only; a type of the standard library is nobody's answer. */
function mayBeOnWire(reading: Reading, { steps, types }: Trace): boolean {
  if (reading.code.language !== 'go') return true
  const name = typeName(types.at(-1)?.text ?? '')?.name ?? ''
  const module = referenceTo(reading, name).module ?? '.'
  return /^[A-Z[]/.test(steps.at(-1)?.name ?? '') && isOwnModule(reading, module)
}

/** `Order[]`, of which an item is read: the list is the type's own, unless the code has taken an item already. */
function below(list: boolean, field: string): string {
  return list && field.startsWith('[]') ? field.replace(/^\[\]\.?/, '') : field
}
