import type { Logger } from 'pino'
import type { ForgetJob, IndexJob, MergeGroupJob } from '../domain/job.js'
import type { PublishPlan } from '../domain/plan.js'
import type { PullRequest } from '../domain/pull.js'
import type { GitHub } from '../github/index.js'
import type { Store } from '../store/index.js'

/** A finished review and what is to be said of it. The review is kept before anything is said. */
export type Reviewed = { readonly review: unknown; readonly plan: PublishPlan }

/** What the app does with the rest of the house; given by whoever wires it. */
export type AppWork = {
  readonly review: (pull: PullRequest, signal: AbortSignal) => Promise<Reviewed>
  /** The combined tree of a merge group, held against the same contracts. */
  readonly reviewGroup: (group: MergeGroupJob, signal: AbortSignal) => Promise<Reviewed>
  /** Brings the facts of a repository's default branch up to date. */
  readonly index: (repository: IndexJob, signal: AbortSignal) => Promise<void>
  /** Removes what is kept outside of the store, such as mirrors. */
  readonly forget: (gone: ForgetJob) => Promise<void>
}

/** What every job handler works with. */
export type AppParts = {
  readonly github: GitHub
  readonly store: Store
  readonly work: AppWork
  readonly markerKeys: readonly string[]
  readonly log: Logger
  /** Makes the worker look for a job that was enqueued just now. */
  readonly wake: () => void
  readonly settleMs?: number
}
