import type { ShapeFact, ShapeField } from '../../domain/fact.js'
import type { DeclaredField, Definition, Value } from '../../domain/outline.js'
import type { Code } from './code.js'
import { csharpField } from './csharp-field.js'
import { rustField } from './rust-field.js'
import { typeName } from './type-text.js'

/** The shapes that a blob declares: types, structs and models with named fields. */
export function readShapes(code: Code): readonly ShapeFact[] {
  return code.outline.definitions
    .filter((each) => (each.kind === 'type' || each.kind === 'class') && each.name !== '')
    .flatMap((each) => shapeOf(code, each) ?? [])
    .filter((shape) => shape.fields.length > 0)
}

/** A type's fields with those of the types of this blob that it extends or embeds. */
export function shapeOf(code: Code, definition: Definition): ShapeFact | null {
  if (definition.kind !== 'type' && definition.kind !== 'class') return null
  const seen = new Set<string>()
  return {
    kind: 'shape',
    line: definition.line,
    rule: `${code.language}.shape`,
    certainty: 'certain',
    name: definition.name,
    fields: fieldsOf(code, definition, seen),
  }
}

/** More types than people extend. */
const maxBases = 60

function fieldsOf(code: Code, definition: Definition, seen: Set<string>): readonly ShapeField[] {
  if (seen.has(definition.name) || seen.size > maxBases) return []
  seen.add(definition.name)
  const inherited = definition.bases.flatMap((base) => {
    const declared = code.typeNamed(typeName(base)?.name ?? base)
    return declared ? fieldsOf(code, declared, seen) : []
  })
  const own = definition.fields.flatMap((field) => shapeField(code, field) ?? [])
  return [...inherited.filter((field) => !own.some((each) => each.local === field.local)), ...own]
}

function shapeField(code: Code, field: DeclaredField): ShapeField | null {
  if (code.language === 'csharp') return csharpField(field)
  if (code.language === 'rust') return rustField(field)
  const tag = /json:"([^"]*)"/.exec(field.tag)?.[1]?.split(',')
  // `json:"-"` is never on the wire, and neither is an unexported field.
  if (tag?.[0] === '-' && tag.length === 1) return null
  if (code.language === 'go' && !/^[A-Z]/.test(field.name)) return null
  if (code.language === 'kotlin' && field.modifiers?.includes('private')) return null
  if (
    field.value?.type === 'function' ||
    /@(?:JsonIgnore|Expose\(serialize = false)\b(?!Properties)/.test(field.tag)
  )
    return null
  const name = tag?.[0] || aliasOf(code, field) || field.name
  const optional = field.optional || (tag?.includes('omitempty') ?? false)
  return { name, local: field.name, line: field.line, optional, type: field.type }
}

/** `total: int = Field(alias="orderTotal")`: pydantic's name on the wire, wherever the language keeps it. */
function aliasOf(code: Code, field: DeclaredField): string | null {
  const written = /\b(?:serialization_alias|validation_alias|alias)\s*=\s*["']([^"']+)["']/.exec(
    field.tag,
  )?.[1]
  if (written) return written
  const annotated =
    /@(?:JsonProperty|SerializedName|JsonbProperty|SerialName|Json)\(\s*(?:(?:value|name)\s*=\s*)?"([^"]+)"/.exec(
      field.tag,
    )?.[1]
  if (annotated) return annotated
  const call = field.value?.type === 'call' ? code.outline.calls[field.value.call] : undefined
  return call?.name === 'Field'
    ? constant(call.keywords['alias'] ?? call.keywords['serialization_alias'])
    : null
}

function constant(value: Value | undefined): string | null {
  const part = value?.type === 'text' && value.parts.length === 1 ? value.parts[0] : null
  return typeof part === 'string' ? part : null
}
