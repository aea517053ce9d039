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

/** Longer ways from a root are not told: nobody reads a field at the end of them. */
const deepest = 50

/** The comparison of schemas, remembered over all walks through one pair of document sets. */
export class PairGraph {
  private readonly nodes = new WeakMap<JsonObject, WeakMap<JsonObject, Node>>()

  /** `sameName` tells whether two references mean the same schema, which matters where files were renamed. */
  constructor(private readonly sameName: SameName) {}

  /** Every difference at or below a pair, with the field that leads to it. */
  differences(root: SchemaPair): readonly FoundDifference[] {
    const start = this.node(root)
    return start.isDirty ? walk(start) : []
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
    const isSame = isSameLeaf(pair.old.node, pair.new.node)
    const node: Node = {
      differences: isSame ? [] : localDifferences(pair, this.sameName),
      edges: [],
      into: [],
      isDirty: false,
    }
    row.set(pair.new.node, node)
    if (isSame) return node
    this.pending.set(node, pair)
    fresh.push(node)
    return node
  }
}

/** Whether two schemas hold the same plain values and nothing else: most do, and are done. */
function isSameLeaf(old: JsonObject, head: JsonObject): boolean {
  const keys = Object.keys(old)
  const isPlain = (key: string) => typeof old[key] !== 'object' && old[key] === head[key]
  return keys.length === Object.keys(head).length && keys.every(isPlain)
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

/** One way to a node, as a chain back to the root. */
type Step = {
  readonly node: Node
  readonly field: string
  readonly before: Step | null
  readonly depth: number
}

/** The differences below a root, the nearest first, so that what is cut off is what lies deepest. */
function walk(root: Node): readonly FoundDifference[] {
  const found: FoundDifference[] = []
  const visits = new Map<Node, number>()
  const open: Step[] = [{ node: root, field: '', before: null, depth: 0 }]
  for (let step = open[0], index = 0; step; step = open[++index]) {
    const seen = visits.get(step.node) ?? 0
    if (seen >= mostVisits) continue
    visits.set(step.node, seen + 1)
    for (const each of step.node.differences)
      found.push({ ...each, field: joined(step.field, each.property), atRoot: step.depth === 0 })
    open.push(...nextSteps(step))
  }
  return found
}

function nextSteps(step: Step): readonly Step[] {
  if (step.depth >= deepest) return []
  return step.node.edges
    .filter(({ to }) => to.isDirty && !isBehind(step, to))
    .map(({ segment, to }) => ({
      node: to,
      field: joined(step.field, segment),
      before: step,
      depth: step.depth + 1,
    }))
}

/** Whether a node was passed on the way: a circle is walked once. */
function isBehind(step: Step, node: Node): boolean {
  for (let at: Step | null = step; at; at = at.before) if (at.node === node) return true
  return false
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
