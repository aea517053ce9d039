import { asObject, isObject, type JsonObject } from '../json.js'
import { type FoundDifference, listKeywords, presenceKeywords, type SchemaDifference } from './difference.js'
import { localDifferences } from './local-differences.js'
import { childOf, findProperty, propertiesOf, readSchema, type SchemaPair } from './schema.js'
import { matchSubschemas, type SameName } from './subschemas.js'
import { transitionOf } from './transitions.js'

/** Pairs of schemas, each compared once, joined by what they contain: real documents share and circle. */
type Node = {
  readonly differences: readonly SchemaDifference[]
  /** What both sides contain, and how it is spelt in a field path. */
  readonly edges: readonly { readonly segment: string; readonly to: Node }[]
  readonly into: Node[]
  /** Whether anything differs here or below. */
  isDirty: boolean
}

type Edge = { readonly segment: string; readonly pair: SchemaPair }

/** How often one pair is told in one walk: a tree of shared schemas can name it exponentially often. */
const mostVisits = 16

/** The comparison of schemas, remembered over all walks through one pair of document sets. */
export class PairGraph {
  private readonly nodes = new WeakMap<JsonObject, WeakMap<JsonObject, Node>>()

  /** `sameName` tells whether two references mean the same schema, which matters where files were renamed. */
  constructor(private readonly sameName: SameName) {}

  /** Every difference at or below a pair, with the field that leads to it. */
  differences(root: SchemaPair): readonly FoundDifference[] {
    const found: FoundDifference[] = []
    walk(this.node(root), { field: '', path: new Set(), visits: new Map(), found })
    return found
  }

  private node(root: SchemaPair): Node {
    const fresh: Node[] = []
    const start = this.open(root, fresh)
    // A queue and not recursion: references can chain through a whole document.
    for (let next = fresh[0], index = 0; next; next = fresh[++index]) {
      const pair = this.pending.get(next)
      if (!pair) continue
      this.pending.delete(next)
      const edges = edgesOf(pair, this.sameName).map(({ segment, pair: child }) => {
        const to = this.open(child, fresh)
        to.into.push(next as Node)
        return { segment, to }
      })
      Object.assign(next, { edges })
    }
    for (const each of fresh)
      if (each.differences.length > 0 || each.edges.some(({ to }) => to.isDirty)) soil(each)
    return start
  }

  private readonly pending = new Map<Node, SchemaPair>()

  private open(pair: SchemaPair, fresh: Node[]): Node {
    const row = this.nodes.get(pair.old.node) ?? new WeakMap<JsonObject, Node>()
    this.nodes.set(pair.old.node, row)
    const known = row.get(pair.new.node)
    if (known) return known
    const node: Node = {
      differences: localDifferences(pair, this.sameName),
      edges: [],
      into: [],
      isDirty: false,
    }
    row.set(pair.new.node, node)
    this.pending.set(node, pair)
    fresh.push(node)
    return node
  }
}

/** Marks a node and all that lead to it. */
function soil(node: Node): void {
  const open = [node]
  for (let next = open.pop(); next; next = open.pop()) {
    if (next.isDirty) continue
    next.isDirty = true
    open.push(...next.into)
  }
}

type Walk = {
  readonly field: string
  readonly path: Set<Node>
  readonly visits: Map<Node, number>
  readonly found: FoundDifference[]
}

function walk(node: Node, at: Walk): void {
  const visits = at.visits.get(node) ?? 0
  if (!node.isDirty || at.path.has(node) || visits >= mostVisits || at.path.size > 100) return
  at.visits.set(node, visits + 1)
  for (const each of node.differences)
    at.found.push({ ...each, field: joined(at.field, each.property), atRoot: at.path.size === 0 })
  at.path.add(node)
  for (const { segment, to } of node.edges) walk(to, { ...at, field: joined(at.field, segment) })
  at.path.delete(node)
}

function joined(field: string, segment: string): string {
  return field === '' || segment === '' || segment === '[]' ? `${field}${segment}` : `${field}.${segment}`
}

/** What both schemas contain and what therefore is compared, too. */
function edgesOf(pair: SchemaPair, sameName: SameName): readonly Edge[] {
  if (pair.old.node === pair.new.node) return []
  const transition = transitionOf(pair)
  if (transition && transition.type !== 'list-of-types') return []
  return [
    ...propertyEdges(pair),
    ...edge(pair, 'items', '[]'),
    ...edge(pair, 'additionalProperties', '*'),
    // A `not` turns narrower into wider; what changes inside is not judged.
    ...presenceKeywords.flatMap((keyword) => edge(pair, keyword, keyword === 'contains' ? '[]' : '')),
    ...mapEdges(pair, 'patternProperties', '*'),
    ...mapEdges(pair, 'dependentSchemas', ''),
    ...listKeywords.flatMap((keyword) =>
      matchSubschemas(pair, keyword, sameName).pairs.map((child) => ({
        segment: keyword === 'prefixItems' ? '[]' : '',
        pair: child,
      })),
    ),
  ]
}

function edge(pair: SchemaPair, keyword: string, segment: string): readonly Edge[] {
  if (!isObject(pair.old.node[keyword]) || !isObject(pair.new.node[keyword])) return []
  const [old, head] = [childOf(pair.old, keyword), childOf(pair.new, keyword)]
  return old && head ? [{ segment, pair: { old, new: head } }] : []
}

function propertyEdges(pair: SchemaPair): readonly Edge[] {
  const names = new Set([...Object.keys(propertiesOf(pair.old)), ...Object.keys(propertiesOf(pair.new))])
  return [...names].flatMap((name) => {
    const [old, head] = [findProperty(pair.old, name), findProperty(pair.new, name)]
    return old && head ? [{ segment: name, pair: { old, new: head } }] : []
  })
}

function mapEdges(pair: SchemaPair, keyword: string, segment: string): readonly Edge[] {
  const [before, after] = [asObject(pair.old.node[keyword]) ?? {}, asObject(pair.new.node[keyword]) ?? {}]
  return Object.keys(before).flatMap((key) => {
    const old = key in after ? readSchema(pair.old.documents, before[key]) : null
    const head = readSchema(pair.new.documents, after[key])
    return old && head ? [{ segment, pair: { old, new: head } }] : []
  })
}
