import type { Call, Value } from '../../domain/outline.js'
import type { Place, Walk } from '../shared/walk.js'

/** Methods that hand what they are called on to their function: of a stream one by one, of anything else as it is. */
const handing = new Set([
  'map',
  'flatMap',
  'filter',
  'peek',
  'mapToInt',
  'mapToLong',
  'mapToDouble',
  'anyMatch',
  'allMatch',
  'noneMatch',
  'ifPresent',
  'thenApply',
  'thenAccept',
  'thenCompose',
  'doOnNext',
  'doOnSuccess',
  'subscribe',
])

/** These hand over items, whatever they are called on. */
const itemwise = new Set(['forEach', 'removeIf', 'forEachOrdered'])

const streams = new Set(['stream', 'parallelStream', 'bodyToFlux'])

/** As many calls of a chain as are looked at for its beginning. */
const maxChain = 20

/** What a function that is given to a call is called with: in `orders.stream().map(o -> …)` an item of `orders`. */
export function placeOfLambda(walk: Walk, { name, receiver }: Pick<Call, 'name' | 'receiver'>): Place | null {
  if (!receiver) return null
  if (itemwise.has(name)) return { given: [{ parameter: 0, of: receiver, item: true }] }
  return handing.has(name)
    ? { given: [{ parameter: 0, of: receiver, item: isStream(walk, receiver) }] }
    : null
}

function isStream(walk: Walk, value: Value): boolean {
  let at: Value | null = value
  for (let depth = 0; at?.type === 'call' && depth < maxChain; depth += 1) {
    const call: Call | undefined = walk.calls[at.call]
    if (call && streams.has(call.name)) return true
    at = call?.receiver ?? null
  }
  return false
}
