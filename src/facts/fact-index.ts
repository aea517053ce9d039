import type { FactIndex, FactKind, FactOf, LocatedFact, RepositoryFacts } from '../domain/fact.js'
import { factKey } from '../lib/fact-key.js'

/** An index in memory, over repositories that were read as a whole. */
export function createIndex(repositories: readonly RepositoryFacts[]): FactIndex {
  const indexed = [
    ...new Map(repositories.map((facts) => [facts.snapshot.repository, lazily(facts)])).values(),
  ]
  return {
    snapshots: indexed.map(({ facts }) => facts.snapshot),
    find: async (kind, key) =>
      indexed.flatMap(({ table }) => ofKind(table().get(`${kind} ${key}`) ?? [], kind)),
  }
}

type Indexed = {
  readonly facts: RepositoryFacts
  /** Made when it is first asked for. */
  readonly table: () => ReadonlyMap<string, readonly LocatedFact[]>
}

function lazily(facts: RepositoryFacts): Indexed {
  let table: ReadonlyMap<string, readonly LocatedFact[]> | null = null
  return {
    facts,
    table: () => {
      table ??= tableOf(facts)
      return table
    },
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
