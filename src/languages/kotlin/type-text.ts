import type { SyntaxNode } from '../../domain/outline.js'
import { isType, partCalled, partsOf } from './nodes.js'

/** A type as written, without its question mark; null for none. */
export function typeText(type: SyntaxNode | null): string | null {
  return type ? type.text.replace(/\?$/, '') : null
}

/** The type that is written in a declaration, after its name. */
export function declaredType(node: SyntaxNode | null): SyntaxNode | null {
  return partsOf(node).find(isType) ?? null
}

/** A type by its name alone: `Base` for `Base<Order>`. */
export function bareType(text: string): string {
  const cut = text.indexOf('<')
  return (cut === -1 ? text : text.slice(0, cut)).trim()
}

/** The types between the brackets of a call or a type. */
export function typeArgumentsIn(node: SyntaxNode | null): readonly string[] {
  return partsOf(partCalled(node, 'type_arguments')).map((each) => each.text)
}
