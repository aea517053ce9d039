import { type Language, Parser } from 'web-tree-sitter'
import type { Grammar, Parse, SyntaxTree } from '../../domain/outline.js'
import { copyTree } from './copied-tree.js'
import { allGrammars, loadGrammar } from './grammars.js'

/** Far beyond any real file (a megabyte takes a tenth of a second); only hostile input gets here. */
const budgetMs = 5_000

/**
 * A parser for the given grammars. It answers null for a text that takes longer than its budget, or whose grammar was not
 * asked for. Trees are copied out of WebAssembly memory before they are returned, so nothing leaks when one is forgotten.
 */
export async function createParser(grammars: readonly Grammar[] = allGrammars): Promise<Parse> {
  const parsers = new Map<Grammar, Parser>()
  for (const grammar of grammars) parsers.set(grammar, parserOf(await loadGrammar(grammar)))
  return (grammar, text) => {
    const parser = parsers.get(grammar)
    return parser ? parseWithin(parser, text, budgetMs) : null
  }
}

function parserOf(language: Language): Parser {
  const parser = new Parser()
  parser.setLanguage(language)
  return parser
}

/** The copied tree; null when the parser had no time left. */
export function parseWithin(parser: Parser, text: string, milliseconds: number): SyntaxTree | null {
  const deadline = performance.now() + milliseconds
  const tree = parser.parse(text, null, { progressCallback: () => performance.now() > deadline })
  if (!tree) {
    // Without this the next text would continue the abandoned one.
    parser.reset()
    return null
  }
  try {
    return copyTree(tree, text)
  } finally {
    tree.delete()
  }
}
