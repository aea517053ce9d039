import { isAlias, isMap, isScalar, isSeq, type Pair, type Scalar } from 'yaml'
import type { Problem } from '../../domain/blob.js'
import type { Json, JsonObject } from './json.js'
import type { FilePlaces } from './places.js'

/** Deeper documents are refused: nobody writes them, and every walk of ours recurses. */
export const mostLevels = 200

/** What aliases may repeat in all; beyond it a small text stands for a huge document (a "billion laughs"). */
const mostAliased = 100_000

/** A text that is not worth reading. */
export class Refused extends Error {}

type Anchored = { readonly value: Json; readonly size: number }

/** Turns the nodes of one text into values, and remembers where they stood. */
export class Conversion {
  readonly problems: Problem[] = []
  private readonly anchors = new Map<string, Anchored>()
  private aliased = 0
  private size = 0

  constructor(private readonly file: FilePlaces) {}

  /** The value of a node that is declared at an offset: that of its key, when it has one. */
  value(node: unknown, at: number, depth: number): Json {
    if (depth > mostLevels) throw new Refused(`nested deeper than ${mostLevels} levels`)
    if (isAlias(node)) return this.alias(node.source, at)
    const before = this.size++
    const value = this.plain(node, at, depth)
    if ((isMap(node) || isSeq(node) || isScalar(node)) && node.anchor)
      this.anchors.set(node.anchor, { value, size: this.size - before })
    return value
  }

  private plain(node: unknown, at: number, depth: number): Json {
    if (isMap(node)) return this.map(node.items, at, depth)
    if (isSeq(node)) return this.list(node.items, at, depth)
    return isScalar(node) ? scalar(node.value) : null
  }

  private map(items: readonly Pair[], at: number, depth: number): JsonObject {
    const value: { [key: string]: Json } = Object.create(null)
    const keys = new Map<string, number>()
    for (const { key, value: child } of items) {
      if (!isScalar(key)) continue
      const name = keyName(key)
      const offset = key.range?.[0] ?? at
      const each = this.value(child, offset, depth + 1)
      if (name === '<<' && typeof each === 'object') this.merge(value, keys, each)
      else {
        if (keys.has(name) && name in value)
          this.problem(`the key \`${name.slice(0, 80)}\` is given twice`, offset)
        value[name] = each
        keys.set(name, offset)
      }
    }
    this.file.remember(value, at, keys)
    return value
  }

  /** `<<: *base`: what the map does not say itself is taken over. */
  private merge(value: { [key: string]: Json }, keys: Map<string, number>, from: Json): void {
    for (const part of Array.isArray(from) ? from : [from]) {
      for (const [name, each] of Object.entries(part ?? {}) as [string, Json][]) {
        if (name in value) continue
        value[name] = each
        keys.set(name, this.file.offsetOf(part, name) ?? 0)
      }
    }
  }

  private list(items: readonly unknown[], at: number, depth: number): readonly Json[] {
    const offsets = items.map((item) => startOf(item) ?? at)
    const value = items.map((item, index) => this.value(item, offsets[index] ?? at, depth + 1))
    this.file.remember(value, at, offsets)
    return value
  }

  /** An alias is the very value of its anchor: it costs nothing here, and what it would cost a walk is limited. */
  private alias(name: string, at: number): Json {
    const known = this.anchors.get(name)
    if (!known) {
      this.problem(`the alias \`*${name.slice(0, 80)}\` has no anchor before it`, at)
      return null
    }
    this.aliased += known.size
    this.size += known.size
    if (this.aliased > mostAliased) throw new Refused(`aliases repeat more than ${mostAliased} values`)
    return known.value
  }

  private problem(problem: string, offset: number): void {
    this.problems.push({ problem, path: this.file.path, line: this.file.lineAt(offset) })
  }
}

/** A key as it is written: `200` is a number to YAML and a name to us. */
function keyName(key: Scalar): string {
  return typeof key.value === 'string' ? key.value : (key.source ?? String(key.value))
}

function scalar(value: unknown): Json {
  if (typeof value === 'bigint') return Number(value)
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null
}

function startOf(node: unknown): number | undefined {
  const range = typeof node === 'object' && node !== null && 'range' in node ? node.range : null
  return Array.isArray(range) ? Number(range[0]) : undefined
}
