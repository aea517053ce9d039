import { parse, TomlError } from 'smol-toml'
import { maxDepth } from './reading.js'
import type { Entry, Tree } from './tree.js'

/** What a TOML text holds; null with the problem where it is not TOML. */
export type TomlReading = { readonly document: Tree | null; readonly problem: string | null }

/**
 * The document of a TOML text as a tree. A line is that of the key, or of the text in a list, as far as a search from the
 * place before it finds them: a parser that keeps places does not exist among those that are kept well.
 */
export function readToml(text: string): TomlReading {
  try {
    return { document: treeOf(parse(text), new Search(searched(text)), 0), problem: null }
  } catch (error) {
    const line = error instanceof TomlError ? ` in line ${error.line}` : ''
    return { document: null, problem: `is not TOML${line}` }
  }
}

function treeOf(value: unknown, search: Search, depth: number): Tree {
  if (Array.isArray(value) && depth < maxDepth) {
    const { line } = search
    return { type: 'list', line, items: value.map((each) => treeOf(each, search, depth + 1)) }
  }
  if (typeof value === 'object' && value !== null && !(value instanceof Date) && depth < maxDepth) {
    const { line } = search
    return {
      type: 'map',
      line,
      entries: Object.entries(value).map(([key, each]) => entry(key, each, search, depth)),
    }
  }
  const text = value instanceof Date ? value.toISOString() : String(value)
  return {
    type: 'text',
    text,
    line: typeof value === 'string' ? search.forText(text) : search.line,
    isBlock: false,
  }
}

function entry(key: string, value: unknown, search: Search, depth: number): Entry {
  const isTable = typeof value === 'object' && value !== null && !Array.isArray(value)
  const inside = search.forKey(key, isTable)
  return { key, line: inside.line, value: treeOf(value, inside, depth + 1) }
}

/** What every search of one text shares. */
type Searched = {
  readonly lines: readonly string[]
  readonly headers: ReadonlyMap<string, number>
  /** How much text may still be looked at: a search that is longer stays where it is. */
  left: number
}

const mostLooks = 20_000_000

function searched(text: string): Searched {
  const lines = text.split('\n')
  const headers = lines.flatMap((line, at) => (/^\s*\[/.test(line) ? [[headerOf(line), at] as const] : []))
  return { lines, headers: new Map(headers.reverse()), left: mostLooks }
}

/** Where the part of the text begins that holds a value. */
class Search {
  constructor(
    readonly all: Searched,
    readonly table: readonly string[] = [],
    private at = 0,
  ) {}

  get line(): number {
    return this.at + 1
  }

  /** A search of its own that begins at the key. */
  forKey(key: string, isTable: boolean): Search {
    const path = [...this.table, key]
    const header = isTable ? this.all.headers.get(path.join('.')) : undefined
    return new Search(this.all, path, header ?? this.find((line) => keysOf(line).includes(key), true))
  }

  /** The line of a text at or behind the last one found. */
  forText(text: string): number {
    if (text !== '') this.at = this.find((line) => line.includes(text), false)
    return this.line
  }

  private find(isIt: (line: string) => boolean, isInTable: boolean): number {
    for (let at = this.at; at < this.all.lines.length && this.all.left > 0; at++) {
      const line = this.all.lines[at] ?? ''
      if (isInTable && at > this.at && /^\s*\[[^"'\]]*\]\]?\s*(?:#.*)?$/.test(line)) break
      this.all.left -= line.length + 1
      if (isIt(line)) return at
    }
    return this.at
  }
}

/** `[tool.poetry."x"]` is `tool.poetry.x` */
function headerOf(line: string): string {
  return (/^\s*\[\[?([^\]]*)\]/.exec(line)?.[1] ?? '').replace(/["'\s]/g, '')
}

/** The keys that a line gives values to: of a dotted key each part, of an inline table all. */
function keysOf(line: string): readonly string[] {
  return [...line.matchAll(/(?:^|[{,.\s])["']?([\w-]+)["']?(?=\s*[=.])/g)].map(([, key = '']) => key)
}
