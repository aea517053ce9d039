import type { Value } from '../../domain/outline.js'
import type { At } from './names.js'
import type { Reading } from './reading.js'

/** The function that a handler's value stands for, when it is in this blob: also one that is wrapped in a call. */
export function handlerDefinition(reading: Reading, value: Value, at: At, depth = 0): number | null {
  if (value.type === 'function') return value.definition
  for (const { source, steps } of reading.tracer.trace(value, at)) {
    if (source.type === 'definition' && steps.length === 0) return source.index
    if (source.type === 'value' && source.value.type === 'function' && steps.length === 0)
      return source.value.definition
    const own =
      source.type === 'self' && steps.length === 1
        ? reading.code.method(source.owner, steps[0]?.name ?? '')
        : null
    if (own !== null) return own
  }
  return depth < 3 ? wrappedHandler(reading, value, at, depth) : null
}

function wrappedHandler(reading: Reading, value: Value, at: At, depth: number): number | null {
  const call = value.type === 'call' ? reading.code.outline.calls[value.call] : undefined
  const found = call?.arguments.map((each) => handlerDefinition(reading, each, at, depth + 1))
  return found?.findLast((each) => each !== null) ?? null
}

/** `requireUser(getOrder)`: the guard around a handler, and the handler inside. */
export function unwrapHandler(
  reading: Reading,
  value: Value,
  at: At,
): { readonly guards: readonly string[]; readonly handler: Value } {
  const call = value.type === 'call' ? reading.code.outline.calls[value.call] : undefined
  const inner = call?.arguments.findLast((each) => isHandler(reading, each, at))
  if (!call || !inner || call.constructs) return { guards: [], handler: value }
  const below = unwrapHandler(reading, inner, at)
  // `http.HandlerFunc(getOrder)` changes a function's type and guards nothing.
  const isPlain = /^(?:HandlerFunc|WrapF|WrapH|asyncHandler|wrap|catchAsync|FromHTTPHandler)$/.test(call.name)
  return { guards: isPlain ? below.guards : [call.callee, ...below.guards], handler: below.handler }
}

/** A function of this blob or of a module, or a call around one; not the store that a handler is made with. */
function isHandler(reading: Reading, value: Value, at: At): boolean {
  if (value.type === 'call') {
    const call = reading.code.outline.calls[value.call]
    return call?.arguments.some((each) => isHandler(reading, each, at)) ?? false
  }
  if (handlerDefinition(reading, value, at) !== null) return true
  if (value.type !== 'name') return false
  return reading.tracer
    .trace(value, at)
    .some(
      ({ source, steps }) =>
        /^(?:import|global)$/.test(source.type) && steps.every((step) => step.call === undefined),
    )
}
