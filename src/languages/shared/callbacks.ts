import type { Call, Value } from '../../domain/outline.js'
import type { Given, Place } from './walk.js'

/** By the name of the method: which parameters of its callback are items of what it is called on. */
const itemParameters: ReadonlyMap<string, readonly number[]> = new Map([
  ...[
    'map',
    'forEach',
    'filter',
    'find',
    'findLast',
    'findIndex',
    'findLastIndex',
    'some',
    'every',
    'flatMap',
  ].map((name): [string, readonly number[]] => [name, [0]]),
  ['sort', [0, 1]],
  ['toSorted', [0, 1]],
  ['reduce', [1]],
])

/** These hand the callback the very thing they are called on, once it is there. */
const settlers = new Set(['then', 'subscribe'])

/** Operators of a `pipe` that let what they are given through unchanged. */
const passing = new Set(['tap', 'filter', 'catchError', 'retry', 'take', 'takeUntil', 'delay', 'finalize'])

/** Operators of a `pipe` whose callback is given what comes in, and changes it. */
const changing = new Set(['map', 'switchMap', 'mergeMap', 'concatMap', 'exhaustMap'])

/** What a call tells its first argument: in `orders.map((order) => …)` that `order` is an item of `orders`. */
export function placeOfCallback(call: Pick<Call, 'name' | 'receiver'>, place: Place | null): Place | null {
  const { name, receiver } = call
  if (place?.piped && isOperator(name) && name !== 'catchError') {
    return { given: [{ parameter: 0, of: place.piped, item: false }] }
  }
  const given = receiver ? givenBy(name, receiver) : []
  return given.length > 0 ? { given } : null
}

function givenBy(name: string, of: Value): readonly Given[] {
  if (settlers.has(name)) return [{ parameter: 0, of, item: false }]
  return (itemParameters.get(name) ?? []).map((parameter) => ({ parameter, of, item: true }))
}

/** Whether what goes into an operator of a `pipe` still comes out of it. */
export function isPassing(operator: string): boolean {
  return passing.has(operator)
}

function isOperator(name: string): boolean {
  return passing.has(name) || changing.has(name)
}
