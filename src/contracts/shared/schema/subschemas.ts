import { asList, asText, sameJson } from '../json.js'
import { annotations, constrainsNothing, equivalent } from './equivalent.js'
import { childrenOf, type Schema, type SchemaPair } from './schema.js'

/** Which subschemas of a list stand for each other on both sides, and which have no counterpart. */
export type Matching = {
  readonly pairs: readonly SchemaPair[]
  readonly removed: readonly Schema[]
  readonly added: readonly Schema[]
}

export type SameName = (old: string, head: string) => boolean

type ListKeyword = 'allOf' | 'anyOf' | 'oneOf' | 'prefixItems'

/**
 * Matches the way the reference tool does: referred schemas by name, those that stand in the list by content, then by
 * title, then the last one on each side. A schema that moved between the list and a name is the same when it says the
 * same. Positions count in `prefixItems` alone.
 */
export function matchSubschemas(pair: SchemaPair, keyword: ListKeyword, sameName: SameName): Matching {
  const [old, head] = [childrenOf(pair.old, keyword), childrenOf(pair.new, keyword)]
  const matcher = new Matcher(old, head)
  if (keyword === 'prefixItems') matcher.match((a, b) => old.indexOf(a) === head.indexOf(b))
  else {
    matcher.match((a, b) => a.name !== null && b.name !== null && sameName(a.name, b.name))
    matcher.match((a, b) => bothInline(a, b) && sameJson(a.node, b.node, annotations))
    matcher.match((a, b) => bothInline(a, b) && title(a) !== '' && title(a) === title(b))
    matcher.match((a, b) => (a.name === null) !== (b.name === null) && equivalent(a, b))
    matcher.matchLast()
  }
  // A part that cannot be read may be the counterpart of any other.
  const isWhole = [pair.old, pair.new].every(
    (each) => childrenOf(each, keyword).length === asList(each.node[keyword]).length,
  )
  const { pairs, ...lonely } = matcher.matching(keyword === 'allOf')
  return isWhole ? { pairs, ...lonely } : { pairs, removed: [], added: [] }
}

class Matcher {
  private readonly pairs: SchemaPair[] = []
  private old: readonly Schema[]
  private head: readonly Schema[]

  constructor(old: readonly Schema[], head: readonly Schema[]) {
    this.old = old
    this.head = head
  }

  match(same: (old: Schema, head: Schema) => boolean): void {
    const free = new Set(this.head)
    this.old = this.old.filter((each) => {
      const found = [...free].find((candidate) => same(each, candidate))
      if (!found) return true
      free.delete(found)
      this.pairs.push({ old: each, new: found })
      return false
    })
    this.head = [...free]
  }

  /** One schema without a name or title left over on each side was edited, not replaced. */
  matchLast(): void {
    const [old, head] = [this.old.filter(isInline), this.head.filter(isInline)]
    if (old.length === 1 && head.length === 1) {
      const [only, other] = [old[0], head[0]]
      this.match((a, b) => a === only && b === other && title(a) === '' && title(b) === '')
    }
  }

  matching(onlyConstraints: boolean): Matching {
    const counts = (schema: Schema) => !onlyConstraints || !constrainsNothing(schema.node)
    return { pairs: this.pairs, removed: this.old.filter(counts), added: this.head.filter(counts) }
  }
}

function isInline(schema: Schema): boolean {
  return schema.name === null
}

function bothInline(one: Schema, other: Schema): boolean {
  return isInline(one) && isInline(other)
}

function title(schema: Schema): string {
  return asText(schema.node['title']) ?? ''
}

/** How a subschema is called in a sentence. */
export function subschemaName(schema: Schema): string {
  return schema.name?.split('/').at(-1) ?? (title(schema) || 'an unnamed schema')
}
