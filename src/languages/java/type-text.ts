import type { SyntaxNode } from '../../domain/outline.js'

/** A type as written, without annotations; null for none, and for `var`. */
export function typeText(type: SyntaxNode | null, dimensions: SyntaxNode | null = null): string | null {
  if (!type) return null
  const text = type.type === 'annotated_type' ? (type.namedChildren.at(-1)?.text ?? '') : type.text
  return text === 'var' ? null : `${text}${dimensions?.text.replace(/\s/g, '') ?? ''}`
}

/** A type by its name alone: `Base` for `Base<Order>`. */
export function bareType(text: string): string {
  const cut = text.indexOf('<')
  return cut === -1 ? text : text.slice(0, cut).trim()
}

/** The types between the brackets of a generic one. */
export function typeArgumentsIn(node: SyntaxNode | null): readonly string[] {
  const list =
    node?.type === 'generic_type'
      ? node.namedChildren.find((child) => child?.type === 'type_arguments')
      : node?.type === 'type_arguments'
        ? node
        : null
  return (list?.namedChildren ?? []).flatMap((type) => typeText(type) ?? [])
}
