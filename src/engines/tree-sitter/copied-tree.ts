import type { Language, Tree, TreeCursor } from 'web-tree-sitter'
import type { SyntaxTree } from '../../domain/outline.js'
import { CopiedNode, lineStartsOf, type Source } from './copied-node.js'

/**
 * The whole tree as plain objects, without what means nothing to an outline and makes up half of it: comments and brackets.
 * One walk with a cursor costs as much as the parse; every later question is a property read instead of a call into
 * WebAssembly. In a tree with errors the brackets stay, for one of them may be what is missing.
 */
export function copyTree(tree: Tree, text: string): SyntaxTree {
  const cursor = tree.walk()
  try {
    const source = { text, lineStarts: lineStartsOf(text) }
    const copy = { cursor, source, kindOf: kindsOf(tree.language), isWhole: tree.rootNode.hasError }
    return { root: copyFrom(copy), delete: () => {} }
  } finally {
    cursor.delete()
  }
}

type Copy = {
  readonly cursor: TreeCursor
  readonly source: Source
  readonly kindOf: (id: number) => Kind
  readonly isWhole: boolean
}

function copyFrom(copy: Copy): CopiedNode {
  const { cursor, source, kindOf } = copy
  const root = copyNode(copy, kindOf(cursor.nodeTypeId), null)
  let parent = root
  let row = 0
  for (let moved = cursor.gotoFirstChild(); moved || parent.parent; ) {
    if (!moved) {
      cursor.gotoParent()
      parent = parent.parent ?? root
      moved = cursor.gotoNextSibling()
      continue
    }
    const kind = kindOf(cursor.nodeTypeId)
    if (kind.isComment || (kind.isBracket && !copy.isWhole)) {
      moved = cursor.gotoNextSibling()
      continue
    }
    const node = copyNode(copy, kind, parent)
    // Starts never go back, so the row is found by going on from the last one.
    while ((source.lineStarts[row + 1] ?? Number.POSITIVE_INFINITY) <= node.startIndex) row++
    node.row = row
    parent.add(node)
    if (kind.isNamed && cursor.gotoFirstChild()) parent = node
    else moved = cursor.gotoNextSibling()
  }
  return root
}

function copyNode({ cursor, source, isWhole }: Copy, kind: Kind, parent: CopiedNode | null): CopiedNode {
  const { startIndex, endIndex } = cursor
  const field = parent ? cursor.currentFieldName : null
  const node = new CopiedNode(kind, [startIndex, endIndex], { field, parent, source })
  // Only an empty node can be one that the parser made up.
  node.isMissing = isWhole && startIndex === endIndex && cursor.nodeIsMissing
  if (node.isMissing || node.isError) markError(node)
  return node
}

function markError(node: CopiedNode): void {
  for (let at: CopiedNode | null = node; at && !at.hasError; at = at.parent) at.hasError = true
}

type Kind = {
  readonly type: string
  readonly isNamed: boolean
  readonly isComment: boolean
  readonly isBracket: boolean
}

const errorKind: Kind = { type: 'ERROR', isNamed: true, isComment: false, isBracket: false }

const kindsByLanguage = new WeakMap<Language, (id: number) => Kind>()

/** Names of node kinds are asked once a language, not once a node. */
function kindsOf(language: Language): (id: number) => Kind {
  const known = kindsByLanguage.get(language)
  if (known) return known
  const kinds = language.types.map((type, id): Kind => {
    const isNamed = language.nodeTypeIsNamed(id)
    return {
      type,
      isNamed,
      isComment: isNamed && /comment$/.test(type),
      isBracket: /^[(){}[\];:."'`]$/.test(type),
    }
  })
  const kindOf = (id: number): Kind => kinds[id] ?? errorKind
  kindsByLanguage.set(language, kindOf)
  return kindOf
}
