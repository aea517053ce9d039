import type { Value } from '../../domain/outline.js'
import type { Code } from './code.js'
import type { At } from './names.js'

/** A value and where it is used. */
type Given = { readonly value: Value; readonly at: At }

/** Longer than people write chains. */
const maxLength = 50

/**
 * What all calls of a name in a chain are given, as one list, those of their lists among it: `auth` and `admin` for
 * `middleware('auth')->get('/orders', …)->middleware(['admin'])`. Null where nothing of the kind is called.
 */
export function givenInChain(code: Code, own: number, name: string): Given | null {
  const calls = chainOf(code, own).filter((each) => code.outline.calls[each]?.name === name)
  const items = calls.flatMap((each) => code.outline.calls[each]?.arguments ?? [])
  const first = code.outline.calls[calls[0] ?? -1]
  if (!first) return null
  const value: Value = {
    type: 'list',
    items: items.flatMap((item) => (item.type === 'list' ? item.items : [item])),
  }
  return { value, at: { scope: first.scope, line: first.line } }
}

/** True where something of the name is called in the chain: `shallow()`. */
export function calledInChain(code: Code, own: number, name: string): Given | null {
  const found = chainOf(code, own).find((each) => code.outline.calls[each]?.name === name)
  const call = code.outline.calls[found ?? -1]
  return call
    ? { value: { type: 'boolean', text: 'true' }, at: { scope: call.scope, line: call.line } }
    : null
}

/** The names of an object's fields, as a list of texts. */
export function keysOf(taken: Given | null): Given | null {
  if (taken?.value.type !== 'object') return null
  const items = taken.value.fields.map(({ name, line }): Value => ({ type: 'text', parts: [name], line }))
  return { value: { type: 'list', items }, at: taken.at }
}

/** The calls of the chain that a call is part of, in the order they run. */
function chainOf({ outline, madeOn }: Code, own: number): readonly number[] {
  const before: number[] = []
  for (let at = outline.calls[own]; at?.receiver?.type === 'call' && before.length < maxLength; ) {
    before.unshift(at.receiver.call)
    at = outline.calls[at.receiver.call]
  }
  const after: number[] = []
  for (let at = madeOn(own); at !== null && after.length < maxLength; at = madeOn(at)) after.push(at)
  return [...before, own, ...after]
}
