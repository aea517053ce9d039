import type { CommitId } from './blob.js'
import type { Anchor } from './diff.js'
import type { Conclusion } from './finding.js'

/** Everything one review will say on GitHub, as plain values: made without I/O, then applied by the publisher. */
export type PublishPlan = {
  readonly head: CommitId
  readonly checks: readonly [CheckPlan, CheckPlan]
  /** Comments for lines that lie inside the diff; sent as one review. Those already said are left out when applied. */
  readonly comments: readonly CommentPlan[]
  /** The one summary comment; null when there is nothing to say, and then an earlier one is removed. */
  readonly summary: string | null
  /** Fingerprints of every finding of this review, so that threads of those no longer found can be closed. */
  readonly open: readonly string[]
  /** The model was not heard to its end, so what it said before still stands, found again or not. */
  readonly opinionsStand: boolean
}

export type CheckPlan = {
  readonly name: 'Interlock' | 'Interlock AI review'
  readonly conclusion: Conclusion
  /** At most 60 characters. */
  readonly title: string
  /** Markdown, at most 65,535 characters. */
  readonly summary: string
  readonly annotations: readonly Annotation[]
}

export type Annotation = {
  readonly path: string
  readonly startLine: number
  readonly endLine: number
  readonly level: 'failure' | 'warning' | 'notice'
  readonly title: string
  readonly message: string
}

export type CommentPlan = {
  readonly fingerprint: string
  readonly anchor: Anchor
  /** Markdown; its hidden marker is added when it is applied. */
  readonly body: string
}
