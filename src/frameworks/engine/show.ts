import type { Value } from '../../domain/outline.js'
import type { Code } from './code.js'

/** A value as a person would name it: `requireLogin`, `session.MustUser()`; empty for what has no short name. */
export function showValue(value: Value, code: Code): string {
  switch (value.type) {
    case 'name':
      return value.name
    case 'call':
      return `${code.outline.calls[value.call]?.callee ?? ''}()`
    case 'member':
      return `${showValue(value.of, code)}.${value.member}`
    case 'cast':
      return showValue(value.value, code)
    case 'text':
      return value.parts.map((part) => (typeof part === 'string' ? part : '{}')).join('')
    case 'choice':
      return value.of.map((each) => showValue(each, code)).find((text) => text !== '') ?? ''
    case 'function':
      return code.outline.definitions[value.definition]?.name ?? ''
    case 'object':
    case 'list':
    case 'format':
      return ''
    default:
      return value.text
  }
}
