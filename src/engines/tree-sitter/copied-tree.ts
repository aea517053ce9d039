import type { Language, Tree, TreeCursor } from 'web-tree-sitter'
import type { SyntaxTree } from '../../domain/outline.js'
import { CopiedNode, lineStartsOf, type Source } from './copied-node.js'

/**
 * The whole tree as plain objects, without its comments (they may stand anywhere and mean nothing to an outline). One walk
 * with a cursor costs a fraction of the parse; every later question is a property read instead of a call into WebAssembly.
 */
export function copyTree(tree: Tree, text: string): SyntaxTree {
  const cursor = tree.walk()
  try {
    const source = { text, lineStarts: lineStartsOf(text) }
    return { root: copyFrom(cursor, kindsOf(tree.language), source), delete: () => {} }
  } finally {
    cursor.delete()
  }
}

function copyFrom(cursor: TreeCursor, kindOf: (id: number) => Kind, source: Source): CopiedNode {
  const root = copyNode(cursor, kindOf, source, null)
  let parent = root
  let row = 0
  for (let moved = cursor.gotoFirstChild(); moved || parent.parent; ) {
    if (!moved) {
      cursor.gotoParent()
      parent = parent.parent ?? root
      moved = cursor.gotoNextSibling()
      continue
    }
    const node = copyNode(cursor, kindOf, source, parent)
    const isComment = node.isNamed && node.type.endsWith('comment')
    if (!isComment) {
      // Starts never go back, so the row is found by going on from the last one.
      while ((source.lineStarts[row + 1] ?? Number.POSITIVE_INFINITY) <= node.startIndex) row++
      node.row = row
      parent.children.push(node)
    }
    if (!isComment && node.isNamed && cursor.gotoFirstChild()) parent = node
    else moved = cursor.gotoNextSibling()
  }
  return root
}

function copyNode(
  cursor: TreeCursor,
  kindOf: (id: number) => Kind,
  source: Source,
  parent: CopiedNode | null,
): CopiedNode {
  const kind = kindOf(cursor.nodeTypeId)
  const { startIndex, endIndex } = cursor
  const field = parent ? cursor.currentFieldName : null
  const node = new CopiedNode(kind.type, kind.isNamed, startIndex, endIndex, field, parent, source)
  // Only an empty node can be one that the parser made up.
  node.isMissing = startIndex === endIndex && cursor.nodeIsMissing
  if (node.isMissing || node.isError) markError(node)
  return node
}

function markError(node: CopiedNode): void {
  for (let at: CopiedNode | null = node; at && !at.hasError; at = at.parent) at.hasError = true
}

type Kind = { readonly type: string; readonly isNamed: boolean }

const knownKinds = new WeakMap<Language, (id: number) => Kind>()

/** Names of node kinds are asked once a language, not once a node. */
function kindsOf(language: Language): (id: number) => Kind {
  const kinds: Kind[] = []
  const errorKind: Kind = { type: 'ERROR', isNamed: true }
  const known = knownKinds.get(language)
  if (known) return known
  const kindOf = (id: number): Kind => {
    const type = language.types[id]
    if (type === undefined) return errorKind
    kinds[id] ??= { type, isNamed: language.nodeTypeIsNamed(id) }
    return kinds[id]
  }
  knownKinds.set(language, kindOf)
  return kindOf
}
