import {
  Alias,
  type Document,
  LineCounter,
  type Node,
  type Pair,
  parseAllDocuments,
  Scalar,
  YAMLMap,
  YAMLSeq,
} from 'yaml'
import { maxDepth, maxNodes, type Reading, remembered } from './reading.js'
import { type Entry, entriesOf, type Tree } from './tree.js'

/**
 * Every document of a YAML text with its lines: anchors are followed and merged keys are in their place. What it could not
 * read is left out and named in the problem, of which there is one a text.
 */
export const readYaml = remembered((text): Reading => {
  try {
    const lines = new LineCounter()
    const parsed = parseAllDocuments(text, { ...options, lineCounter: lines })
    const documents = Array.isArray(parsed) ? parsed.slice(0, maxDocuments) : []
    const converter = new Converter(lines)
    const trees = documents.map((document) => converter.tree(document))
    return { documents: trees, problem: converter.problem ?? firstError(documents, lines) }
  } catch {
    return { documents: [], problem: 'is nested too deep to be read' }
  }
})

const options = {
  schema: 'failsafe',
  uniqueKeys: false,
  strict: false,
  logLevel: 'silent',
  prettyErrors: false,
} as const

/** More than any file of manifests holds. */
const maxDocuments = 1_000

function firstError(documents: readonly Document.Parsed[], lines: LineCounter): string | null {
  const error = documents.flatMap((document) => document.errors)[0]
  return error ? `is not YAML in line ${lines.linePos(error.pos[0]).line}` : null
}

const tooMuch = 'holds more than can be read: too deep, or too many aliases'

/** A tree, and how many values it stands for with all of its aliases. */
type Sized = { readonly tree: Tree; readonly size: number }

class Converter {
  problem: string | null = null
  #anchors = new Map<string, Sized>()
  /** What may still be read of the text, and what merged keys may still add to its maps. */
  #left = maxNodes
  #mergesLeft = maxNodes

  constructor(readonly lines: LineCounter) {}

  tree(document: Document.Parsed): Tree {
    this.#anchors = new Map()
    const { tree, size } = this.#sized(document.contents, 0)
    this.#left -= size
    return tree
  }

  #sized(node: unknown, depth: number): Sized {
    if (depth > maxDepth) return this.#refuse(node)
    if (node instanceof Alias) return this.#anchors.get(node.source) ?? nothing(this.#line(node))
    const made = this.#made(node, depth)
    if (made.size > this.#left) return this.#refuse(node)
    const anchor =
      node instanceof Scalar || node instanceof YAMLMap || node instanceof YAMLSeq ? node.anchor : null
    if (anchor) this.#anchors.set(anchor, made)
    return made
  }

  #made(node: unknown, depth: number): Sized {
    if (node instanceof YAMLMap) return this.#map(node, depth)
    if (node instanceof YAMLSeq) return this.#list(node, depth)
    return node instanceof Scalar ? this.#scalar(node) : nothing(this.#line(node))
  }

  #map(node: YAMLMap, depth: number): Sized {
    const line = this.#line(node)
    const pairs = node.items.map((pair) => this.#entry(pair, depth))
    const own = pairs.filter(({ key }) => key !== '<<')
    const names = new Set(own.map(({ key }) => key))
    const merged = this.#merged(pairs).filter(({ key }) => !names.has(key) && names.add(key))
    const entries = [...own.map((each): Entry => ({ ...each, value: each.value.tree })), ...merged]
    return { tree: { type: 'map', line, entries }, size: sum(pairs.map(({ value }) => value.size)) }
  }

  #merged(pairs: readonly { readonly key: string; readonly value: Sized }[]): readonly Entry[] {
    const from = pairs
      .filter(({ key }) => key === '<<')
      .flatMap(({ value }) => (value.tree.type === 'list' ? value.tree.items : [value.tree]))
      .map(entriesOf)
    this.#mergesLeft -= sum(from.map(({ length }) => length))
    if (this.#mergesLeft >= 0) return from.flat()
    this.problem = tooMuch
    return []
  }

  #entry({ key, value }: Pair, depth: number) {
    const name = key instanceof Scalar ? String(key.value) : ''
    const line = this.#line(key)
    const held = this.#sized(value, depth + 1)
    // `key:` has no place of its own.
    return { key: name, line, value: value === null || held.tree.line === 0 ? nothing(line) : held }
  }

  #list(node: YAMLSeq, depth: number): Sized {
    const items = node.items.map((item) => this.#sized(item, depth + 1))
    const tree: Tree = { type: 'list', line: this.#line(node), items: items.map((item) => item.tree) }
    return { tree, size: sum(items.map(({ size }) => size)) }
  }

  #scalar(node: Scalar): Sized {
    const line = this.#line(node)
    const text = String(node.value)
    if (node.type === Scalar.PLAIN && /^(?:|~|null)$/.test(text)) return nothing(line)
    const isBlock = node.type === Scalar.BLOCK_LITERAL || node.type === Scalar.BLOCK_FOLDED
    return { tree: { type: 'text', text, line: isBlock ? line + 1 : line, isBlock }, size: 1 }
  }

  #refuse(node: unknown): Sized {
    this.problem = tooMuch
    return nothing(this.#line(node))
  }

  #line(node: unknown): number {
    const start = (node as Partial<Node> | null)?.range?.[0]
    return start === undefined ? 0 : this.lines.linePos(start).line
  }
}

function nothing(line: number): Sized {
  return { tree: { type: 'empty', line }, size: 1 }
}

function sum(sizes: readonly number[]): number {
  return sizes.reduce((total, size) => total + size, 1)
}
