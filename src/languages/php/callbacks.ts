import type { Call, SyntaxNode } from '../../domain/outline.js'
import type { Place, Walk } from '../shared/walk.js'

/** Methods of a collection that hand over item by item. */
const overItems = new Set([
  'map',
  'each',
  'filter',
  'reject',
  'flatMap',
  'mapWithKeys',
  'keyBy',
  'groupBy',
  'sortBy',
  'sum',
  'every',
  'contains',
  'partition',
])

/** What a call tells a function that is its first argument: `array_map(fn ($order) => …, $orders)`, `$orders->map(…)`. */
export function placeOfCallback(
  walk: Walk,
  { name, receiver }: Pick<Call, 'name' | 'receiver'>,
  given: SyntaxNode | null,
): Place | null {
  const callback = given?.namedChild(0)?.namedChild(0)?.type ?? ''
  if (callback !== 'arrow_function' && callback !== 'anonymous_function') return null
  const items = given?.namedChild(1)?.namedChild(0)
  // Only a plain name can be told twice: anything else would be walked, and counted, twice.
  const isNamed = items?.type === 'variable_name'
  const of = receiver && overItems.has(name) ? receiver : null
  if (of) return { given: [{ parameter: 0, of, item: true }] }
  return receiver === null && name === 'array_map' && isNamed
    ? { given: [{ parameter: 0, of: walk.value(items), item: true }] }
    : null
}
