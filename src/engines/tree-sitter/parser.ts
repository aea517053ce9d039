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

/** A parser that loads no grammar before a text of it came. */
export type LazyParser = {
  /** Answers null for the first texts of a grammar, which are then to be parsed again. */
  readonly parse: Parse
  /** How many texts came whose grammar was not there yet. */
  missed(): number
  /** Loads the grammars of those texts. */
  load(): Promise<void>
}

export function createLazyParser(): LazyParser {
  const parsers = new Map<Grammar, Parser>()
  const wanted = new Set<Grammar>()
  let missed = 0
  return {
    parse: (grammar, text) => {
      const parser = parsers.get(grammar)
      if (parser) return parseWithin(parser, text, budgetMs)
      wanted.add(grammar)
      missed += 1
      return null
    },
    missed: () => missed,
    load: async () => {
      for (const grammar of [...wanted])
        if (!parsers.has(grammar)) parsers.set(grammar, parserOf(await loadGrammar(grammar)))
    },
  }
}

function parserOf(language: Language): Parser {
  const parser = new Parser()
  parser.setLanguage(language)
  return parser
}

/** The copied tree; null when the parser had no time left. */
export function parseWithin(parser: Parser, text: string, milliseconds: number): SyntaxTree | null {
  // Time of this process and not of the clock: a busy machine must not make a gap of a file.
  const deadline = usedMilliseconds() + milliseconds
  let steps = 0
  // It is called back after every few tokens, and asking the system takes longer than those.
  const progressCallback = () => ++steps % 100 === 0 && usedMilliseconds() > deadline
  const tree = parser.parse(text, null, { progressCallback })
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

function usedMilliseconds(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
