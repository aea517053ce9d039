import type { CommitId } from '../domain/blob.js'
import type { FactIndex, RepositoryFacts } from '../domain/fact.js'
import { bringIndex, createIndex, createStoredIndex, type Indexing, overlay } from '../facts/index.js'
import type { GitRepository } from '../git/index.js'
import type { FactScope, IndexTable } from '../store/index.js'
import type { Neighbour } from './workspace.js'

/** Answers questions about a head and the repositories around it. */
export type NeighbourIndex = {
  /** The head stands in the place of its own default branch. */
  readonly around: (head: RepositoryFacts, neighbours: readonly Neighbour[]) => Promise<FactIndex>
  /** Makes a default branch ready to be asked. */
  readonly bring: (git: GitRepository, commit: CommitId) => Promise<Indexing>
}

export type FactsOf = (git: GitRepository, commit: CommitId) => Promise<RepositoryFacts>

/** An index in memory, for one run over clones: every neighbour is read whole. */
export function indexInMemory(factsOf: FactsOf): NeighbourIndex {
  return {
    around: async (head, neighbours) =>
      createIndex([...(await Promise.all(neighbours.map((each) => factsOf(each.git, each.commit)))), head]),
    bring: async (git, commit) => {
      await factsOf(git, commit)
      return 'stood'
    },
  }
}

export type StoredIndexOptions = {
  readonly table: IndexTable
  /** Where the index of a repository lies; asked only of those that are installed. */
  readonly placeOf: (git: GitRepository) => { readonly scope: FactScope; readonly repositoryId: number }
  readonly factsOf: FactsOf
}

/**
 * An index over what is stored: a neighbour costs nothing but its answers, once its default branch was indexed; one that has
 * moved since is brought to its commit first, so that a verdict rests on the commits that it names.
 */
export function indexInStore({ table, placeOf, factsOf }: StoredIndexOptions): NeighbourIndex {
  const bring: NeighbourIndex['bring'] = (git, commit) => {
    const { scope, repositoryId } = placeOf(git)
    return bringIndex({ table, scope, factsAt: (at) => factsOf(git, at) }, repositoryId, commit)
  }
  return {
    bring,
    around: async (head, neighbours) => {
      for (const { git, commit } of neighbours) await bring(git, commit)
      const above = createIndex([head])
      const [first] = neighbours
      if (!first) return above
      const stored = neighbours.map(({ git, commit }) => ({
        id: placeOf(git).repositoryId,
        name: git.name,
        commit,
      }))
      return overlay(createStoredIndex(table, placeOf(first.git).scope, stored), above)
    },
  }
}
