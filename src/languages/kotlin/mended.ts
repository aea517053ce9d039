import type { Parse, SyntaxNode } from '../../domain/outline.js'
import { partsOf } from './nodes.js'

/**
 * The grammar knows no reserved words: below an annotation it takes `class Orders { … }` for `Orders` between a `class` and a
 * function. Such a text is parsed again with the base that all objects have, and no line of it moves.
 */
export function mended(parse: Parse): Parse {
  return (grammar, text) => {
    const tree = parse(grammar, text)
    const places = tree ? mistakenIn(tree.root) : []
    if (!tree || !places.length) return tree
    tree.delete()
    return parse(grammar, withSigns(text, places))
  }
}

/** What no expression can have. */
const sign = ' : Any'

/** As much of a declaration as stands before its body. */
const headLength = 600

const head = /(?:^|[\s)])(?:class|interface|object)\s+[A-Za-z_]\w*(?=\s*\{)/

/** Where the names of such classes end. */
function mistakenIn(root: SyntaxNode): readonly number[] {
  return partsOf(root).flatMap((node) => {
    if (node.type !== 'annotated_expression') return []
    const expression = innermost(node)
    const found = head.exec(expression.text.slice(0, headLength))
    return found ? [expression.startIndex + found.index + found[0].length] : []
  })
}

/** What stands below all annotations. */
export function innermost(node: SyntaxNode): SyntaxNode {
  let at = node
  while (at.type === 'annotated_expression') at = partsOf(at)[1] ?? at
  return at
}

function withSigns(text: string, places: readonly number[]): string {
  const starts = [0, ...places]
  return starts.map((start, index) => text.slice(start, starts[index + 1])).join(sign)
}
