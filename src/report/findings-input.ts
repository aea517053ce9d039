import type { Levels } from '../analysis/index.js'
import type { CommitId, RepositoryName } from '../domain/blob.js'
import type { FileDiff } from '../domain/diff.js'
import type { Impact, Unmet } from '../domain/impact.js'
import type { RolloutTable } from '../domain/rollout.js'

/** All that the engine found of one change, and where to look up what a person needs to know besides. */
export type FindingsInput = {
  readonly repository: RepositoryName
  readonly base: CommitId
  readonly head: CommitId
  readonly files: readonly FileDiff[]
  readonly impacts: readonly { readonly impact: Impact; readonly rollout: RolloutTable }[]
  readonly unmet: readonly Unmet[]
  readonly levels: Levels
  /** Who is named for a file by the CODEOWNERS of its repository. */
  readonly owners: (repository: RepositoryName, path: string) => readonly string[]
  /** How many repositories were asked for consumers. */
  readonly asked: number
}
