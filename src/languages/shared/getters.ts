import type { Call, Value } from '../../domain/outline.js'
import { constantText, memberValue } from './values.js'
import type { Walk } from './walk.js'

/** By custom these do something when they are asked, and hold no fields that anybody reads. */
const doers =
  /(?:client|service|repository|repo|api|factory|builder|context|config|configuration|properties|template|manager|provider|handler|controller|mapper|store|gateway|facade|dao|environment|env|request|response|session|registry|logger|log)$/i

/**
 * The field that a getter reads: `order.getTotal()` is `order.total`, `order.isPaid()` is `order.paid`. Null for anything
 * else, also for a getter of one's own, of a class (`Orders.getInstance()`) and of what does something when asked.
 */
export function readByGetter(walk: Walk, call: Omit<Call, 'scope'>): Value | null {
  const { receiver, name } = call
  if (!receiver || call.arguments.length > 0) return null
  const member = /^(?:get|is)([A-Z]\w*)$/.exec(name)?.[1]
  if (member === undefined || member === 'Class' || !mayHold(receiver)) return null
  const field = uncapitalised(member)
  walk.read(receiver, field, call.line)
  return memberValue(receiver, field)
}

/** `order.setTotal(1)` writes to `order.total`. */
export function writtenBySetter(walk: Walk, call: Omit<Call, 'scope'>): void {
  const member = /^set([A-Z]\w*)$/.exec(call.name)?.[1]
  if (member === undefined || call.arguments.length !== 1 || !call.receiver || !mayHold(call.receiver)) return
  walk.read(call.receiver, uncapitalised(member), call.line, 'write')
}

/** `node.get("total")` and `map.getOrDefault("total", 0)` read a key, `client.get("/orders")` does not. */
export function readByKey(walk: Walk, call: Omit<Call, 'scope'>): Value | null {
  const [first, ...rest] = call.arguments
  if (
    !/^(?:get|path|getOrDefault|getString|getInt|getLong|getJSONObject|getJSONArray|getBoolean|getDouble)$/.test(
      call.name,
    )
  )
    return null
  const key = constantText(first)
  if (
    !call.receiver ||
    /getenv\(\)/.test(call.callee) ||
    key === null ||
    rest.length > 1 ||
    !/^[\w$@-]+$/.test(key) ||
    !mayHold(call.receiver)
  )
    return null
  walk.read(call.receiver, key, call.line)
  return memberValue(call.receiver, key)
}

function mayHold(receiver: Value): boolean {
  if (receiver.type !== 'name') return receiver.type === 'call' || receiver.type === 'member'
  const last = receiver.name.slice(receiver.name.lastIndexOf('.') + 1)
  return last !== 'this' && last !== 'super' && !/^[A-Z]/.test(last) && !doers.test(last)
}

/** As beans are named: `URL` stays as it is. */
function uncapitalised(name: string): string {
  return /^[A-Z]{2}/.test(name) ? name : `${name[0]?.toLowerCase() ?? ''}${name.slice(1)}`
}
