import type { FactIndex, FactKind, FactOf, LocatedFact, RepositoryFacts } from '../domain/fact.js'
import { factKey } from '../lib/fact-key.js'

export type FindFacts = <K extends FactKind>(
  kind: K,
  key: string,
) => Promise<readonly LocatedFact<FactOf<K>>[]>

/**
 * Facts of every repository by key: of the one under review as it is given, of all others from the index. Each question
 * is put to the index once.
 */
export function factFinder(own: RepositoryFacts, index: FactIndex): FindFacts {
  const asked = new Map<string, Promise<readonly LocatedFact[]>>()
  const ask = (kind: FactKind, key: string): Promise<readonly LocatedFact[]> => {
    const known = asked.get(`${kind} ${key}`)
    if (known) return known
    const answer = index
      .find(kind, key)
      .then((found) => found.filter((each) => each.repository !== own.snapshot.repository))
    asked.set(`${kind} ${key}`, answer)
    return answer
  }
  return async (kind, key) => {
    const here = own.facts.filter((each) => each.fact.kind === kind && factKey(each.fact) === key)
    // Both halves hold facts of the kind that was asked for: `find` promises it, and the filter above sees to it.
    return [...here, ...(await ask(kind, key))] as unknown as readonly LocatedFact<FactOf<typeof kind>>[]
  }
}
