import type { SyntaxNode } from '../../domain/outline.js'

/** A type as written, without `?` and the namespaces before its names: `List<Order>` for `System.List<Shop.Order?>?`. */
export function typeText(type: SyntaxNode | null): string | null {
  if (!type || type.type === 'implicit_type') return null
  const bare = type.type === 'ref_type' ? (type.childForFieldName('type') ?? type) : type
  return bare.text.replace(/\?|global::|\s+/g, '').replace(/\b(?:[A-Za-z_]\w*\.)+(?=[A-Za-z_])/g, '')
}

/** Whether a declared type admits null: `string?`. */
export function isNullable(type: SyntaxNode | null): boolean {
  return type?.type === 'nullable_type'
}

/** A name without its namespaces and type arguments: `Order` for `Shop.Order<T>`. */
export function bareName(node: SyntaxNode | null): string {
  const text = node?.text.replace(/<[\s\S]*$/, '') ?? ''
  return text.slice(Math.max(text.lastIndexOf('.'), text.lastIndexOf(':')) + 1).trim()
}
