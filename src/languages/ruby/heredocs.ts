import type { SyntaxNode } from '../../domain/outline.js'
import type { Walk } from '../shared/walk.js'

const bodiesOfWalk = new WeakMap<Walk, ReadonlyMap<number, SyntaxNode>>()

/** The body of a here-document, which stands on the lines after its beginning: they follow each other in the same order. */
export function bodyOfHeredoc(walk: Walk, beginning: SyntaxNode): SyntaxNode | null {
  const known = bodiesOfWalk.get(walk) ?? pairHeredocs(rootOf(beginning))
  bodiesOfWalk.set(walk, known)
  return known.get(beginning.startIndex) ?? null
}

function rootOf(node: SyntaxNode): SyntaxNode {
  let root = node
  while (root.parent) root = root.parent
  return root
}

function pairHeredocs(root: SyntaxNode): ReadonlyMap<number, SyntaxNode> {
  const beginnings: number[] = []
  const bodies: SyntaxNode[] = []
  const pending: SyntaxNode[] = [root]
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (node.type === 'heredoc_beginning') beginnings.push(node.startIndex)
    if (node.type === 'heredoc_body') bodies.push(node)
    for (const child of node.children.toReversed()) if (child?.isNamed) pending.push(child)
  }
  return new Map(
    beginnings.flatMap((start, index): [number, SyntaxNode][] => {
      const body = bodies[index]
      return body ? [[start, body]] : []
    }),
  )
}
