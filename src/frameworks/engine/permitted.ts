import type { SentField } from '../../domain/fact.js'
import type { ControllerRule } from '../../domain/framework.js'
import type { Call, Value } from '../../domain/outline.js'
import { constantOf } from './environment.js'
import type { Reading } from './reading.js'
import { isInside } from './within.js'

/** As far as methods are followed that a method calls. */
const maxDepth = 3

/** The fields that a method of a class picks of what it receives, also by way of other methods of the class. */
export function receivedFields(
  reading: Reading,
  { received }: ControllerRule,
  owner: string,
  method: number,
): readonly SentField[] {
  if (!received) return []
  const methods = reachable(reading, owner, method)
  const fields = reading.code.outline.calls.flatMap((call) => {
    if (![...methods].some((each) => isInside(reading.code, call.scope, each))) return []
    if (received.both.includes(call.name)) return isRoot(call.receiver, received.from) ? bothFields(call) : []
    if (!received.picks.includes(call.name)) return []
    const below = belowOf(reading, call, received)
    return below === null ? [] : pickedFields(reading, call, below)
  })
  return [...new Map(fields.map((field) => [field.name, field])).values()]
}

/** The method, and those of its class whose names stand in it. */
function reachable(reading: Reading, owner: string, method: number): ReadonlySet<number> {
  const found = new Set([method])
  let edge = [method]
  for (let depth = 0; depth < maxDepth && edge.length > 0; depth++) {
    edge = edge
      .flatMap((each) => ownNames(reading, each))
      .flatMap((name) => {
        const index = reading.code.method(owner, name)
        return index === null || found.has(index) ? [] : [index]
      })
    for (const index of edge) found.add(index)
  }
  return found
}

function ownNames(reading: Reading, method: number): readonly string[] {
  const { calls, bindings, returns } = reading.code.outline
  const inside = <T extends { readonly scope: number | null }>(each: T) =>
    isInside(reading.code, each.scope, method)
  const values: readonly Value[] = [
    ...calls.filter(inside).flatMap((call) => [...call.arguments, ...Object.values(call.keywords)]),
    ...bindings.filter(inside).map(({ value }) => value),
    ...returns.filter(inside).map(({ value }) => value),
  ]
  const names = values.flatMap((value) => (value.type === 'name' ? [value.name] : []))
  return [...names, ...calls.filter(inside).map(({ callee }) => callee)].flatMap(
    (name) => /^this\.(\w+[?!]?)/.exec(name)?.[1] ?? [],
  )
}

function isRoot(receiver: Value | null, root: string): boolean {
  return receiver?.type === 'name' && (receiver.name === root || receiver.name === `this.${root}`)
}

/** What stands before the picked fields: `order.` for `params.require(:order)`; null for what is not received. */
function belowOf(
  reading: Reading,
  { receiver }: Call,
  { from, below }: NonNullable<ControllerRule['received']>,
): string | null {
  if (isRoot(receiver, from)) return ''
  const call = receiver?.type === 'call' ? reading.code.outline.calls[receiver.call] : undefined
  if (!call || !below.includes(call.name) || !isRoot(call.receiver, from)) return null
  const name = call.arguments[0] && constantOf(reading, call.arguments[0], reading.siteOf(0).at)
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
