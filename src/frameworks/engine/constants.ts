import type { UrlConstant } from '../../domain/fact.js'
import type { Value } from '../../domain/outline.js'
import type { At } from './code.js'
import type { Reading } from './reading.js'
import { textsOf } from './text.js'
import { readUrl } from './url.js'

/** Names at the top of a blob that other files may build URLs of: `ORDERS_URL`, `config.ordersUrl`. */
export function readConstants(reading: Reading): readonly UrlConstant[] {
  return reading.code.outline.bindings.flatMap((binding, index) => {
    if (binding.scope !== null || binding.name === '') return []
    const at = { scope: null, line: binding.line, before: index }
    return constantsOf(reading, binding.name, binding.value, at, 0)
  })
}

function constantsOf(
  reading: Reading,
  name: string,
  value: Value,
  at: At,
  depth: number,
): readonly UrlConstant[] {
  if (value.type === 'cast') return constantsOf(reading, name, value.value, at, depth)
  if (value.type === 'object' && depth < 3)
    return value.fields.flatMap((field) =>
      constantsOf(reading, `${name}.${field.name}`, field.value, { ...at, line: field.line }, depth + 1),
    )
  if (!/^(?:text|name|member|choice|call|format)$/.test(value.type)) return []
  const [text] = textsOf(reading, value, at)
  const url = text && readUrl(reading, text)
  const isBase = url && (url.base.type === 'environment' || url.base.type === 'origin')
  const isPath = url && url.base.type === 'relative' && /^\/[\w{-]/.test(url.path)
  return url && (isBase || isPath) ? [{ name, base: url.base, path: url.path, line: at.line }] : []
}
