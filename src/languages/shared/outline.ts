import type { Grammar, Outline, Parse } from '../../domain/outline.js'
import { parseProblems, unparsed } from './problems.js'
import { type Rules, Walk } from './walk.js'

/** A source, and the grammar that it is written in. */
export type Source = { readonly path: string; readonly text: string; readonly grammar: Grammar }

/** The outline of a source by the rules of its language, with the parts that could not be parsed as problems. */
export function outlineSource(source: Source, rules: Rules, parse: Parse): Outline {
  const tree = parse(source.grammar, source.text)
  if (!tree) return unparsed(source.path)
  try {
    const walk = new Walk(rules)
    walk.problems.push(...parseProblems(tree.root))
    return walk.outline(tree.root)
  } finally {
    tree.delete()
  }
}
