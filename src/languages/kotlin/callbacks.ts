import type { Call } from '../../domain/outline.js'
import type { Place } from '../shared/walk.js'

/** Functions that hand the items of what they are called on to their lambda, by the position of its parameter. */
const itemwise: ReadonlyMap<string, number> = new Map([
  ...[
    'map',
    'mapNotNull',
    'flatMap',
    'filter',
    'filterNot',
    'forEach',
    'onEach',
    'associate',
    'associateBy',
    'associateWith',
    'groupBy',
    'sortedBy',
    'sortedByDescending',
    'sumOf',
    'any',
    'all',
    'none',
    'find',
    'first',
    'firstOrNull',
    'single',
    'last',
    'count',
    'collect',
    'partition',
    'distinctBy',
    'maxOf',
    'minOf',
    'joinToString',
  ].map((name): [string, number] => [name, 0]),
  ['mapIndexed', 1],
  ['forEachIndexed', 1],
])

/** These hand over the very thing that they are called on. */
const handing = new Set(['let', 'also', 'takeIf', 'takeUnless', 'use', 'ifPresent', 'doOnNext', 'subscribe'])

/** What a lambda that is given to a call is called with: in `orders.map { it.id }` an item of `orders`. */
export function placeOfLambda({ name, receiver }: Pick<Call, 'name' | 'receiver'>): Place | null {
  if (!receiver) return null
  if (handing.has(name)) return { given: [{ parameter: 0, of: receiver, item: false }] }
  const parameter = itemwise.get(name)
  return parameter === undefined ? null : { given: [{ parameter, of: receiver, item: true }] }
}
