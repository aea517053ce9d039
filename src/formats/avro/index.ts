/**
 * Avro schemas: fields of records and values of enums, by the full name of what they are in. Deliberately absent: the language
 * of Avro IDL, and names that other files explain.
 */
import type { Fact } from '../../domain/fact.js'
import type { Format } from '../../domain/format.js'
import { elementFact } from '../shared/fact-of.js'
import { readJson } from '../shared/read-json.js'
import { below, type Entry, entryOf, itemsOf, type Tree, textOf, textsOf } from '../shared/tree.js'

export const avro: Format = {
  id: 'avro',
  mayBe: (path) => path.endsWith('.avsc'),
  facts: (_path, text) => {
    const { documents, problem } = readJson(text)
    return {
      facts: documents.flatMap((document) => ofSchema(document, '', 0)),
      problems: problem === null ? [] : [{ problem }],
    }
  },
}

/** Schemas are not nested deeper. */
const mostLevels = 40

/** What a schema and those in it name; a name without a namespace has that of the schema around it. */
function ofSchema(schema: Tree | undefined, namespace: string, depth: number): readonly Fact[] {
  if (!schema || depth > mostLevels) return []
  if (schema.type === 'list') return schema.items.flatMap((each) => ofSchema(each, namespace, depth + 1))
  const type = below(schema, 'type')
  if (type && type.type !== 'text') return ofSchema(type, namespace, depth + 1)
  const name = fullName(schema, namespace)
  const around = name.includes('.') ? name.slice(0, name.lastIndexOf('.')) : ''
  switch (textOf(type)) {
    case 'record':
    case 'error':
      return itemsOf(below(schema, 'fields')).flatMap((field) => [
        ...ofField(name, field),
        ...ofSchema(below(field, 'type'), around, depth + 1),
      ])
    case 'enum':
      return textsOf(below(schema, 'symbols')).flatMap(({ text, line }) =>
        elementFact({ line, rule: 'avro.symbol' }, 'declares', ['enum', name, text]),
      )
    case 'array':
      return ofSchema(below(schema, 'items'), namespace, depth + 1)
    case 'map':
      return ofSchema(below(schema, 'values'), namespace, depth + 1)
    default:
      return []
  }
}

function fullName(schema: Tree, around: string): string {
  const name = textOf(below(schema, 'name')) ?? ''
  const namespace = textOf(below(schema, 'namespace')) ?? around
  return name.includes('.') || namespace === '' ? name : `${namespace}.${name}`
}

/** A field without a default must be written by everybody. */
function ofField(record: string, field: Tree): readonly Fact[] {
  const name = entryOf(field, 'name')
  const spelt = textOf(name?.value)
  if (!name || spelt === null) return []
  const initial = entryOf(field, 'default')
  const details = {
    type: typeOf(below(field, 'type'), 0),
    required: initial ? null : 'true',
    default: initial ? defaultOf(initial) : null,
  }
  return elementFact({ line: name.line, rule: 'avro.field' }, 'declares', ['schema', record, spelt], details)
}

function defaultOf({ value }: Entry): string {
  if (value.type === 'text') return value.text
  return value.type === 'empty' ? 'null' : value.type === 'map' ? '{}' : '[]'
}

/** `union null, string`, `array of Line`, `long (timestamp-millis)` */
function typeOf(type: Tree | undefined, depth: number): string {
  if (!type || depth > mostLevels) return ''
  if (type.type === 'list') return `union ${type.items.map((each) => typeOf(each, depth + 1)).join(', ')}`
  if (type.type === 'empty') return 'null'
  if (type.type === 'text') return type.text
  const inner = below(type, 'type')
  const name = textOf(inner) ?? typeOf(inner, depth + 1)
  const logical = textOf(below(type, 'logicalType'))
  if (name === 'array') return `array of ${typeOf(below(type, 'items'), depth + 1)}`
  if (name === 'map') return `map of ${typeOf(below(type, 'values'), depth + 1)}`
  return logical === null ? (textOf(below(type, 'name')) ?? name) : `${name} (${logical})`
}
