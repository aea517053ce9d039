import type { FactIndex, FactKind, FactOf, LocatedFact, RepositoryFacts } from '../domain/fact.js'
import { factKey } from '../lib/fact-key.js'

/** An index in memory that can also be asked as if one repository stood at another commit. */
export type MemoryIndex = FactIndex & {
  /** The same index with one repository replaced, or added: a pull request's head over its base. */
  overlay(facts: RepositoryFacts): MemoryIndex
}

export function createIndex(repositories: readonly RepositoryFacts[]): MemoryIndex {
  const tables = new Map(
    repositories.map((facts) => [facts.snapshot.repository, { facts, table: tableOf(facts) }]),
  )
  return indexOver([...tables.values()])
}

type Indexed = {
  readonly facts: RepositoryFacts
  readonly table: ReadonlyMap<string, readonly LocatedFact[]>
}

function indexOver(indexed: readonly Indexed[]): MemoryIndex {
  return {
    snapshots: indexed.map(({ facts }) => facts.snapshot),
    find: async (kind, key) =>
      indexed.flatMap(({ table }) => ofKind(table.get(`${kind} ${key}`) ?? [], kind)),
    overlay: (facts) =>
      indexOver([
        ...indexed.filter((each) => each.facts.snapshot.repository !== facts.snapshot.repository),
        { facts, table: tableOf(facts) },
      ]),
  }
}

function tableOf({ facts }: RepositoryFacts): ReadonlyMap<string, readonly LocatedFact[]> {
  const table = new Map<string, LocatedFact[]>()
  for (const located of facts) {
    const key = `${located.fact.kind} ${factKey(located.fact)}`
    const known = table.get(key)
    if (known) known.push(located)
    else table.set(key, [located])
  }
  return table
}

function ofKind<K extends FactKind>(
  located: readonly LocatedFact[],
  kind: K,
): readonly LocatedFact<FactOf<K>>[] {
  return located.filter((each): each is LocatedFact<FactOf<K>> => each.fact.kind === kind)
}
