/**
 * JSON Schema documents: the fields of the schema that a document is, by the last part of its `$id`, or else its title.
 * Deliberately absent: schemas of settings that editors are given, definitions that nobody names by a document, and what only
 * one of several schemas gives.
 */
import type { Details } from '../../domain/element-fact.js'
import type { Format } from '../../domain/format.js'
import { elementFact } from '../shared/fact-of.js'
import { readJson } from '../shared/read-json.js'
import { readYaml } from '../shared/read-yaml.js'
import { type SchemaField, schemaFields } from '../shared/schema-fields.js'
import { below, type Tree, textOf } from '../shared/tree.js'

export const jsonSchema: Format = {
  id: 'json-schema',
  mayBe: (path) => /(?:[.-]schema|(?:^|\/)(?:json-?)?schemas?\/[\w./-]+)\.(?:json|ya?ml)$/i.test(path),
  facts: (path, text) => {
    if (!isSchema.test(text)) return { facts: [], problems: [] }
    const { documents, problem } = path.endsWith('.json') ? readJson(text) : readYaml(text)
    return {
      facts: documents.flatMap((document) => {
        const name = nameOf(document)
        return name === null ? [] : schemaFields(document, document).flatMap((field) => factOf(name, field))
      }),
      problems: problem === null ? [] : [{ problem }],
    }
  },
}

const isSchema = /["']?\$schema["']?\s*:\s*["']?https?:\/\/json-schema\.org\//

/** `https://acme.test/schemas/order-paid.v1.schema.json` is `order-paid.v1`. */
function nameOf(document: Tree): string | null {
  const id = textOf(below(document, '$id')) ?? textOf(below(document, 'id')) ?? ''
  const last =
    id
      .replace(/[#?].*$/, '')
      .replace(/\/$/, '')
      .split(/[/:]/)
      .at(-1) ?? ''
  const name =
    last.replace(/\.(?:json|ya?ml)$/, '').replace(/[.-]schema$/, '') || textOf(below(document, 'title'))
  return name && /^[\w.@-]+$/.test(name) ? name : null
}

function factOf(name: string, field: SchemaField) {
  const details = fieldDetails(field)
  return elementFact(
    { line: field.line, rule: 'json-schema.field' },
    'declares',
    ['schema', name, field.path],
    details,
  )
}

function fieldDetails({
  type,
  isRequired,
  default: initial,
}: SchemaField): Readonly<Partial<Record<keyof Details, string | null>>> {
  return { type, required: isRequired ? 'true' : null, default: initial }
}
