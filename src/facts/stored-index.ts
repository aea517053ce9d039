import type { RepositoryName } from '../domain/blob.js'
import type { FactIndex, FactKind, FactOf, LocatedFact } from '../domain/fact.js'
import type { FactScope, FoundFact, IndexTable } from '../store/index.js'

/** A repository whose default branch stands in the store. */
export type StoredRepository = {
  readonly id: number
  readonly name: RepositoryName
  readonly commit: string
}

/** An index over what the store holds of these repositories: a question costs what its answer weighs. */
export function createStoredIndex(
  table: Pick<IndexTable, 'find'>,
  scope: FactScope,
  repositories: readonly StoredRepository[],
): FactIndex {
  const names = new Map(repositories.map(({ id, name }) => [id, name]))
  return {
    snapshots: repositories.map(({ name, commit }) => ({ repository: name, commit })),
    find: async (kind, key) => {
      const found = await table.find(scope, [...names.keys()], kind, key)
      return found.flatMap((each) => locate(names, each)).filter(isOf(kind))
    },
  }
}

/** Two indexes as one; the repositories of the second stand in the place of the first's. */
export function overlay(below: FactIndex, above: FactIndex): FactIndex {
  const replaced = new Set(above.snapshots.map(({ repository }) => repository))
  const snapshots = below.snapshots.filter(({ repository }) => !replaced.has(repository))
  return {
    snapshots: [...snapshots, ...above.snapshots],
    find: async (kind, key) => {
      const [under, over] = await Promise.all([below.find(kind, key), above.find(kind, key)])
      return [...under.filter(({ repository }) => !replaced.has(repository)), ...over]
    },
  }
}

function locate(
  names: ReadonlyMap<number, RepositoryName>,
  { repositoryId, ...found }: FoundFact,
): readonly LocatedFact[] {
  const repository = names.get(repositoryId)
  return repository === undefined ? [] : [{ ...found, repository }]
}

function isOf<K extends FactKind>(kind: K) {
  return (located: LocatedFact): located is LocatedFact<FactOf<K>> => located.fact.kind === kind
}
