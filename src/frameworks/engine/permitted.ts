import type { SentField } from '../../domain/fact.js'
import type { ControllerRule } from '../../domain/framework.js'
import type { Call, Scope, Value } from '../../domain/outline.js'
import { constantOf } from './environment.js'
import type { Reading } from './reading.js'

/** As far as methods are followed that a method calls. */
const maxDepth = 3

/** Tells the fields that a method of a class picks of what it receives, also by way of other methods of the class. */
export function createReceived(
  reading: Reading,
  { received }: ControllerRule,
): (owner: string, method: number) => readonly SentField[] {
  if (!received) return () => []
  const picked = byMethod(reading, reading.code.outline.calls, (call) => fieldsOf(reading, received, call))
  if (picked.size === 0) return () => []
  const names = ownNames(reading)
  return (owner, method) => {
    const methods = [...reachable(reading, names, owner, method)]
    const fields = methods.flatMap((each) => picked.get(each) ?? [])
    return [...new Map(fields.map((field) => [field.name, field])).values()]
  }
}

type Received = NonNullable<ControllerRule['received']>

function fieldsOf(reading: Reading, received: Received, call: Call): readonly SentField[] {
  if (received.both.includes(call.name)) return isRoot(call.receiver, received.from) ? bothFields(call) : []
  if (!received.picks.includes(call.name)) return []
  const below = belowOf(reading, call, received)
  return below === null ? [] : pickedFields(reading, call, below)
}

/** What things come to, by the method that they stand in. */
function byMethod<T extends { readonly scope: Scope }, U>(
  reading: Reading,
  things: readonly T[],
  of: (thing: T) => readonly U[],
): ReadonlyMap<number, readonly U[]> {
  const found = new Map<number, U[]>()
  for (const thing of things) {
    const each = of(thing)
    const method = each.length ? reading.code.namedAround(thing.scope) : null
    if (method === null) continue
    const known = found.get(method)
    if (known) known.push(...each)
    else found.set(method, [...each])
  }
  return found
}

/** The method, and those of its class whose names stand in it. */
function reachable(
  reading: Reading,
  names: (method: number) => readonly string[],
  owner: string,
  method: number,
): ReadonlySet<number> {
  const found = new Set([method])
  let edge = [method]
  for (let depth = 0; depth < maxDepth && edge.length > 0; depth++) {
    edge = edge.flatMap(names).flatMap((name) => {
      const index = reading.code.method(owner, name)
      return index === null || found.has(index) ? [] : [index]
    })
    for (const index of edge) found.add(index)
  }
  return found
}

/** The names of its own class that stand in a method. */
function ownNames(reading: Reading): (method: number) => readonly string[] {
  const { calls, bindings, returns } = reading.code.outline
  const ofCalls = byMethod(reading, calls, (call) => [
    ...ownName(call.callee),
    ...[...call.arguments, ...Object.values(call.keywords)].flatMap(ownNameOf),
  ])
  const ofBindings = byMethod(reading, bindings, ({ value }) => ownNameOf(value))
  const ofReturns = byMethod(reading, returns, ({ value }) => ownNameOf(value))
  return (method) => [ofCalls, ofBindings, ofReturns].flatMap((each) => each.get(method) ?? [])
}

function ownNameOf(value: Value): readonly string[] {
  return value.type === 'name' ? ownName(value.name) : []
}

function ownName(name: string): readonly string[] {
  const own = /^this\.(\w+[?!]?)/.exec(name)?.[1]
  return own === undefined ? [] : [own]
}

function isRoot(receiver: Value | null, root: string): boolean {
  return receiver?.type === 'name' && (receiver.name === root || receiver.name === `this.${root}`)
}

/** What stands before the picked fields: `order.` for `params.require(:order)`; null for what is not received. */
function belowOf(
  reading: Reading,
  { receiver, scope, line }: Call,
  { from, below }: Received,
): string | null {
  if (isRoot(receiver, from)) return ''
  const call = receiver?.type === 'call' ? reading.code.outline.calls[receiver.call] : undefined
  if (!call || !below.includes(call.name) || !isRoot(call.receiver, from)) return null
  const name = call.arguments[0] && constantOf(reading, call.arguments[0], { scope, line })
  return name ? `${name}.` : null
}

function pickedFields(reading: Reading, call: Call, below: string): readonly SentField[] {
  const own = call.arguments.flatMap((value) => {
    const name = constantOf(reading, value, { scope: call.scope, line: call.line })
    return name === null ? [] : [field(below, name, value, call)]
  })
  const nested = Object.entries(call.keywords).map(([name, value]) => field(below, name, value, call))
  return [...own, ...nested]
}

/** `params.expect(order: [:total, :note])` */
function bothFields(call: Call): readonly SentField[] {
  return Object.entries(call.keywords).flatMap(([root, value]) =>
    (value.type === 'list' ? value.items : []).flatMap((item) => {
      const [name] = item.type === 'text' ? item.parts : []
      return typeof name === 'string' ? [field(`${root}.`, name, item, call)] : []
    }),
  )
}

function field(below: string, name: string, value: Value, { line }: Call): SentField {
  return { name: `${below}${name}`, line: value.type === 'text' ? value.line : line }
}
