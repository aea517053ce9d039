import type { Problem } from '../../domain/blob.js'
import type { Outline, SyntaxNode } from '../../domain/outline.js'
import { lineOf } from './values.js'

/** Enough to see what is wrong; a file in a language of its own has thousands. */
const problemLimit = 10

/** The outermost places that could not be parsed, one a line. */
export function parseProblems(root: SyntaxNode): readonly Problem[] {
  const lines = new Set<number>()
  const pending = root.hasError ? [root] : []
  for (let node = pending.pop(); node && lines.size < problemLimit; node = pending.pop()) {
    if (node.isError || node.isMissing) lines.add(lineOf(node))
    else for (const child of node.children.toReversed()) if (child?.hasError) pending.push(child)
  }
  return [...lines].map((line) => ({ problem: 'this part could not be parsed', line }))
}

/** All that can be said of a text that the parser gave up. */
export function unparsed(path: string): Outline {
  const problems = [{ problem: 'the parser ran out of time', path }]
  return {
    imports: [],
    exports: [],
    definitions: [],
    calls: [],
    bindings: [],
    decorators: [],
    reads: [],
    returns: [],
    problems,
  }
}
