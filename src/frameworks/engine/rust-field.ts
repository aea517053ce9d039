import type { ShapeField } from '../../domain/fact.js'
import type { DeclaredField } from '../../domain/outline.js'

/**
 * A field as serde writes and reads it: under its name, unless an attribute of the field or of its type (`#![serde(…)]` in
 * the tag) says otherwise. Null for what is never on the wire, or is there without a name of its own.
 */
export function rustField({ name, type, line, tag, optional }: DeclaredField): ShapeField | null {
  const at = tag.search(/#\[/)
  const own = at === -1 ? '' : tag.slice(at)
  const around = at === -1 ? tag : tag.slice(0, at)
  if (/[(,]\s*(?:skip|flatten)\s*[,)]/.test(own)) return null
  const renamed = writtenAs(own, 'rename') ?? writtenAs(own, 'serialize')
  const style = writtenAs(around, 'rename_all')
  const mayLack = optional && /[(,]\s*skip_serializing_if\b/.test(own)
  return { name: renamed ?? (style ? styled(name, style) : name), local: name, line, optional: mayLack, type }
}

function writtenAs(attributes: string, key: string): string | null {
  return new RegExp(`[(,]\\s*${key}\\s*=\\s*"([^"\\\\]+)"`).exec(attributes)?.[1] ?? null
}

/** The styles of serde's `rename_all`, of a name in snake_case. */
function styled(name: string, style: string): string {
  const pascal = name.replace(/(?:^|_)+(\w)/g, (_, letter: string) => letter.toUpperCase())
  switch (style) {
    case 'camelCase':
      return pascal.charAt(0).toLowerCase() + pascal.slice(1)
    case 'PascalCase':
      return pascal
    case 'lowercase':
      return name.toLowerCase()
    case 'UPPERCASE':
    case 'SCREAMING_SNAKE_CASE':
      return name.toUpperCase()
    case 'kebab-case':
      return name.replaceAll('_', '-')
    case 'SCREAMING-KEBAB-CASE':
      return name.toUpperCase().replaceAll('_', '-')
    default:
      return name
  }
}
