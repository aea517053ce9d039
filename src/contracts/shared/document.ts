import { Composer, type Document, Lexer, LineCounter, Parser } from 'yaml'
import type { Problem } from '../../domain/blob.js'
import type { Line } from '../../domain/place.js'
import { Conversion, mostLevels, Refused } from './conversion.js'
import type { Json } from './json.js'
import { Places } from './places.js'

/** A YAML or JSON text as values. */
export type SourceDocument = {
  readonly path: string
  /** Null when the text could not be read at all. */
  readonly root: Json
  readonly problems: readonly Problem[]
}

/** Where the values of documents stand, by their identity: values are never copied between reading and reporting. */
export type Positions = {
  /** The line that declares an object or a list (that of its key, when it has one), or the line of one of its keys. */
  readonly lineOf: (value: object, key?: string) => Line | null
  /** The document that an object or a list stands in. */
  readonly pathOf: (value: object) => string | null
}

export type DocumentReader = Positions & {
  /**
   * The first document of a YAML or JSON text. Never throws: what cannot be read is a problem with its line, and the
   * rest is read. Texts that would cost far more than their size (deep nesting, alias bombs) are refused.
   */
  readonly read: (path: string, text: string) => SourceDocument
}

/** The largest published descriptions have 13 MB. */
const mostCharacters = 32_000_000

/** Each level of a document is at most two tokens on the parser's stack. */
const mostTokens = 2 * mostLevels

/** More of them help nobody. */
const mostProblems = 20

export function documentReader(): DocumentReader {
  const places = new Places()
  return {
    read: (path, text) => readDocument(path, text, places),
    pathOf: (value) => places.pathOf(value),
    lineOf: (value, key) => places.lineOf(value, key),
  }
}

function readDocument(path: string, text: string, places: Places): SourceDocument {
  const lines = new LineCounter()
  const refused = (problem: string): SourceDocument => ({
    path,
    root: null,
    problems: [{ problem, path, line: 1 }],
  })
  if (text.length > mostCharacters) return refused(`larger than ${mostCharacters / 1_000_000} MB`)
  try {
    const document = parse(text, lines)
    const conversion = new Conversion(places.of(path, lines))
    const root = document?.contents ? conversion.value(document.contents, 0, 0) : null
    const errors = (document?.errors ?? []).map((error) => ({
      problem: error.message.split('\n', 1)[0] ?? error.message,
      path,
      line: Math.max(1, lines.linePos(error.pos[0]).line),
    }))
    return { path, root, problems: [...errors, ...conversion.problems].slice(0, mostProblems) }
  } catch (error) {
    // Only hostile texts come here: `Refused` is ours, a RangeError is the end of the parser's stack.
    if (error instanceof Refused || error instanceof RangeError) return refused(error.message)
    throw error
  }
}

/** The first document of a text; its depth is watched while it is read, because the composer recurses. */
function parse(text: string, lines: LineCounter): Document.Parsed | null {
  // The library compares every key of a map with every other, which is quadratic; `Conversion` finds duplicates.
  const composer = new Composer({ lineCounter: lines, uniqueKeys: false, merge: true })
  for (const document of composer.compose(tokens(text, lines), true, text.length))
    return document as Document.Parsed
  return null
}

function* tokens(text: string, lines: LineCounter) {
  lines.addNewLine(0)
  const parser = new Parser(lines.addNewLine)
  for (const lexeme of new Lexer().lex(text)) {
    yield* parser.next(lexeme)
    if (parser.stack.length > mostTokens) throw new Refused(`nested deeper than ${mostLevels} levels`)
  }
  yield* parser.end()
}
