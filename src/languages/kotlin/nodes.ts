import type { SyntaxNode } from '../../domain/outline.js'

/** The named children that are not comments. */
export function partsOf(node: SyntaxNode | null): readonly SyntaxNode[] {
  return (node?.namedChildren ?? []).flatMap((child) =>
    child && !/comment$/.test(child.type) ? [child] : [],
  )
}

export function partCalled(node: SyntaxNode | null, ...types: readonly string[]): SyntaxNode | null {
  return partsOf(node).find(({ type }) => types.includes(type)) ?? null
}

/** The word or sign that stands between two expressions: `?:`, `?.`, `::`. */
export function signIn(node: SyntaxNode): string {
  return node.children.find((child) => child && !child.isNamed)?.type ?? ''
}

/** A name without the quotes that make any text one: `in` for `` `in` ``. */
export function nameIn(node: SyntaxNode | null): string {
  return node?.text.replace(/^`(.*)`$/s, '$1') ?? ''
}

export function isType({ type }: SyntaxNode): boolean {
  return /_type$/.test(type)
}

/** A word among a declaration's modifiers: `private`, `vararg`. */
export function hasModifier(node: SyntaxNode, modifier: string): boolean {
  return partsOf(partCalled(node, 'modifiers')).some(({ text }) => text === modifier)
}
