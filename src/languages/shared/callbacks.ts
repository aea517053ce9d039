import type { Call, Value } from '../../domain/outline.js'
import type { Walk } from './walk.js'

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
const passingOperators = new Set([
  'tap',
  'filter',
  'catchError',
  'retry',
  'take',
  'takeUntil',
  'delay',
  'finalize',
])

/** Operators of a `pipe` whose callback is given what comes in, and changes it. */
const changingOperators = new Set(['map', 'switchMap', 'mergeMap', 'concatMap', 'exhaustMap'])

type Called = Pick<Call, 'name' | 'receiver' | 'arguments'>

/** Binds the parameters of a call's callbacks to what the call is made on: `orders.map((order) => …)`. */
export function bindCallbacks(walk: Walk, call: Called): void {
  const { name, receiver } = call
  if (!receiver) return
  const items = itemParameters.get(name)
  for (const parameter of items ?? [])
    bindParameter(walk, call.arguments[0], parameter, { of: receiver, item: true })
  if (settlers.has(name)) bindParameter(walk, observer(call.arguments[0]), 0, { of: receiver, item: false })
  if (name === 'pipe') bindPipe(walk, receiver, call.arguments)
}

/** `subscribe({ next: (order) => … })` */
function observer(given: Value | undefined): Value | undefined {
  return given?.type === 'object' ? given.fields.find((field) => field.name === 'next')?.value : given
}

function bindPipe(walk: Walk, source: Value, operators: readonly Value[]): void {
  for (const operator of operators) {
    const call = operator.type === 'call' ? walk.calls[operator.call] : undefined
    const isChanging = changingOperators.has(call?.name ?? '')
    if (!call || !(isChanging || passingOperators.has(call.name))) return
    if (call.name !== 'catchError') bindParameter(walk, call.arguments[0], 0, { of: source, item: false })
    if (isChanging) return
  }
}

type Given = { readonly of: Value; readonly item: boolean }

function bindParameter(walk: Walk, callback: Value | undefined, position: number, given: Given): void {
  if (callback?.type !== 'function') return
  const definition = walk.definitions[callback.definition]
  const parameter = definition?.parameters[position]
  if (!definition || !parameter) return
  const { name, fields, type } = parameter
  const scope = callback.definition
  walk.bind({ name, fields, type, value: given.of, item: given.item, scope, line: definition.line })
}

/** Binds the first parameter of a function to an item of a value, for languages where `map` is a function itself. */
export function bindFunctionItems(walk: Walk, callback: Value | undefined, items: Value): void {
  bindParameter(walk, callback, 0, { of: items, item: true })
}
