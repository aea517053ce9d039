import type { ShapeField } from '../../domain/fact.js'
import type { DeclaredField } from '../../domain/outline.js'

/**
 * A field as the serializers of ASP.NET Core and of its clients write it: public properties under their names in camelCase,
 * where no attribute of System.Text.Json, Json.NET or a data contract names them. Null for what is not written.
 */
export function csharpField({
  name,
  type,
  line,
  tag,
  optional,
  modifiers = [],
}: DeclaredField): ShapeField | null {
  const isWritten = modifiers.includes('public') && modifiers.includes('get') && !modifiers.includes('static')
  if (!isWritten) return null
  const ignored = /\bJsonIgnore(?:Attribute)?\b(?:\s*\(([^)]*)\))?/.exec(tag)
  if (ignored && !/Condition/.test(ignored[1] ?? '')) return null
  const isOptional = ignored !== null && optional
  return { name: aliasIn(tag) ?? camelCase(name), local: name, line, optional: isOptional, type }
}

function aliasIn(tag: string): string | null {
  const found =
    /\bJson(?:PropertyName|Property)\s*\(\s*(?:PropertyName\s*=\s*|propertyName:\s*)?"([^"\\]+)"/.exec(tag) ??
    /\bDataMember\s*\((?:[^()"]*,)?\s*Name\s*=\s*"([^"\\]+)"/.exec(tag)
  return found?.[1] ?? null
}

/** As System.Text.Json does it: `OrderId` is `orderId`, `ID` is `id`, `URLValue` is `urlValue`. */
export function camelCase(name: string): string {
  const upper = /^\p{Lu}+/u.exec(name)?.[0].length ?? 0
  // Of several capitals the last one begins the next word.
  const end = upper > 1 && upper < name.length && /\p{Ll}/u.test(name[upper] ?? '') ? upper - 1 : upper
  return name.slice(0, end).toLowerCase() + name.slice(end)
}
