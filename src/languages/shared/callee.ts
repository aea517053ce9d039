import type { Call, Value } from '../../domain/outline.js'
import { uncast } from './values.js'

/**
 * How a callee that is a member of this value is spelt: `fetch().json` for `fetch(url).json`, `rows[].get` for an index.
 * What has no name at all (an object literal, an operator) leaves the member alone with its dot: `.then`.
 */
export function calleeOf(receiver: Value, member: string, calls: readonly Call[]): string {
  return memberSpelling(spelling(receiver, calls), member)
}

export function spelling(value: Value, calls: readonly Call[]): string {
  const inner = uncast(value)
  if (inner.type === 'name') return inner.name
  if (inner.type === 'call') return `${calls[inner.call]?.callee ?? ''}()`
  if (inner.type !== 'member') return ''
  return memberSpelling(spelling(inner.of, calls), inner.member)
}

function memberSpelling(of: string, member: string): string {
  return member === '[]' ? `${of}[]` : `${of}.${member}`
}
