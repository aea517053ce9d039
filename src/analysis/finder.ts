import type { Fact, FactIndex, FactKind, FactOf, LocatedFact, RepositoryFacts } from '../domain/fact.js'
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
    const here = own.facts.filter(
      ({ fact }) => fact.kind === kind && (factKey(fact) === key || passes(fact, key)),
    )
    // Both halves hold facts of the kind that was asked for: `find` promises it, and the filter above sees to it.
    return [...here, ...(await ask(kind, key))] as unknown as readonly LocatedFact<FactOf<typeof kind>>[]
  }
}

/**
 * Whether a path has a literal segment somewhere, not just at its end: of its own repository everything is at hand, so
 * that `/orders/latest` is found for `/orders/{}`. An index is asked by key alone.
 */
function passes(fact: Fact, segment: string): boolean {
  const path =
    fact.kind === 'client'
      ? fact.path
      : fact.kind === 'field' && 'path' in fact.origin
        ? fact.origin.path
        : ''
  return segment !== '' && path.split('/').includes(segment)
}
