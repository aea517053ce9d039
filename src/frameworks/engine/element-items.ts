import type { ElementFrom } from '../../domain/framework.js'
import type { Parameter } from '../../domain/outline.js'
import type { AnyPlace, Item } from './element-place.js'
import { classOf, takenAt } from './element-word.js'
import type { Reading } from './reading.js'
import type { Taken } from './take.js'

/** As many as anybody lists at one place. */
const maxItems = 500

/** The items at the first of the places that has any; what is neither a list nor an object is one. */
export function itemsOf(reading: Reading, place: AnyPlace, from: readonly ElementFrom[]): readonly Item[] {
  for (const each of from) {
    const found =
      each === 'fields' ? fieldsOf(reading, place) : each === 'methods' ? methodsOf(reading, place) : null
    const taken = found ? null : takenAt(reading, place, each)
    const items = found ?? (taken ? inside(reading, taken) : [])
    if (items.length) return items.slice(0, maxItems)
  }
  return []
}

function inside(reading: Reading, taken: Taken, depth = 0): readonly Item[] {
  const traces = reading.tracer.trace(taken.value, taken.at)
  for (const { source, steps } of traces) {
    if (source.type !== 'value' || steps.length) continue
    const { value, at } = source
    const line = lineOf(value) ?? at.line
    if (value.type === 'list')
      return value.items.map((item) => ({ key: null, value: item, type: '', at, line: lineOf(item) ?? line }))
    if (value.type !== 'object') continue
    const spread =
      depth > 3 ? [] : value.spreads.flatMap((each) => inside(reading, { value: each, at }, depth + 1))
    const own = value.fields.map((field) => ({
      key: field.name,
      value: field.value,
      type: '',
      at,
      line: field.line,
    }))
    return [...spread.filter((item) => item.key !== null), ...own]
  }
  return [{ key: null, value: taken.value, type: '', at: taken.at, line: taken.at.line }]
}

function lineOf(value: Item['value']): number | null {
  return value && 'line' in value ? value.line : null
}

function fieldsOf(reading: Reading, place: AnyPlace): readonly Item[] {
  const owner = classOf(reading, place)
  const definition = owner === null ? null : reading.code.typeNamed(owner)
  return (definition?.fields ?? []).map(({ name, value, type, tag, line }) => ({
    key: name,
    value,
    type,
    tag,
    at: { scope: null, line },
    line,
  }))
}

function methodsOf(reading: Reading, place: AnyPlace): readonly Item[] {
  const owner = classOf(reading, place)
  return reading.code.outline.definitions.flatMap(({ kind, name, owner: own, line, parameters }, scope) =>
    kind === 'method' && own === owner && name !== ''
      ? [{ key: name, value: null, type: typesOf(parameters), at: { scope, line }, line }]
      : [],
  )
}

function typesOf(parameters: readonly Parameter[]): string {
  return parameters.map(({ type }) => type ?? '').join(', ')
}
