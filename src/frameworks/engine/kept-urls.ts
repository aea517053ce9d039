import type { UrlConstant } from '../../domain/fact.js'
import type { Value } from '../../domain/outline.js'
import { addressConstants } from './address.js'
import type { At } from './names.js'
import type { Reading } from './reading.js'
import { textsOf } from './text.js'
import { readUrl } from './url.js'

/** Names at the top of a blob that other files may build URLs of: `ORDERS_URL`, `config.ordersUrl`. */
export function readKeptUrls(reading: Reading): readonly UrlConstant[] {
  return [...addressConstants(reading), ...boundUrls(reading)]
}

function boundUrls(reading: Reading): readonly UrlConstant[] {
  return reading.code.outline.bindings.flatMap((binding, index) => {
    if (binding.scope !== null || binding.name === '') return []
    const at = { scope: null, line: binding.line, before: index }
    return valuesBelow(binding.name, binding.value, at).flatMap((named) => constantOf(reading, named))
  })
}

type Named = { readonly name: string; readonly value: Value; readonly at: At }

/** A value under its name; for an object, each of its fields under its own (`settings.orders.url`). */
export function valuesBelow(name: string, value: Value, at: At): readonly Named[] {
  if (value.type === 'cast') return valuesBelow(name, value.value, at)
  if (value.type !== 'object') return [{ name, value, at }]
  return value.fields.flatMap((field) =>
    valuesBelow(`${name}.${field.name}`, field.value, { ...at, line: field.line }),
  )
}

function constantOf(reading: Reading, { name, value, at }: Named): readonly UrlConstant[] {
  if (!/^(?:text|name|member|choice|call|format)$/.test(value.type)) return []
  const [text] = textsOf(reading, value, at)
  const url = text && readUrl(reading, text)
  const isBase = url && (url.base.type === 'environment' || url.base.type === 'origin')
  const isPath = url && url.base.type === 'relative' && /^\/[\w{-]/.test(url.path)
  return url && (isBase || isPath) ? [{ name, base: url.base, path: url.path, line: at.line }] : []
}
