import type { Value } from '../../domain/outline.js'
import { constantText, lineOfText, textValue } from '../shared/values.js'

/** What stands for the placeholders of a format: by position, and by name. */
export type Given = {
  readonly positional: readonly Value[]
  readonly named: Readonly<Record<string, Value>>
}

const braces = /\{\{|\}\}|\{([^{}!:]*)(?:[!:][^{}]*)?\}/g
const percents = /%%|%\((\w+)\)[-+ #]*[\d.]*[a-zA-Z]/g

/** `format.format(…)`: opened into a text where the placeholders have names or numbers, else kept as a format. */
export function braceFormat(format: Value, given: Given): Value {
  const written = constantText(format)
  const isNamed = written !== null && /\{\w/.test(written)
  return isNamed ? opened(format, written, braces, given) : formatValue(format, given.positional)
}

/** `format % given`, where `given` is a tuple, a dictionary or a single value. */
export function percentFormat(format: Value, given: Value): Value {
  const written = constantText(format)
  if (given.type === 'object' && written !== null) {
    const named = Object.fromEntries(given.fields.map(({ name, value }) => [name, value]))
    return opened(format, written, percents, { positional: [], named })
  }
  return formatValue(format, given.type === 'list' ? given.items : [given])
}

function opened(format: Value, written: string, placeholders: RegExp, given: Given): Value {
  const parts: (string | Value)[] = ['']
  let end = 0
  for (const match of written.matchAll(placeholders)) {
    parts.push(written.slice(end, match.index))
    end = match.index + match[0].length
    parts.push(match[1] === undefined ? match[0].slice(1) : standIn(match[1], given))
  }
  return textValue([...parts, written.slice(end)], lineOfText(format))
}

/** `{order.id}` is given as `order`; what it takes from it does not matter to a path. */
function standIn(placeholder: string, given: Given): Value {
  const name = /^\w*/.exec(placeholder)?.[0] ?? ''
  const value = /^\d+$/.test(name) ? given.positional[Number(name)] : given.named[name]
  return value ?? { type: 'other', text: placeholder.slice(0, 80) }
}

function formatValue(format: Value, given: readonly Value[]): Value {
  return { type: 'format', format, arguments: given, line: lineOfText(format) }
}
