import type { Generated } from 'kysely'
import type { JobState } from './store.js'

/**
 * The tables as the newest migration leaves them. Both engines hold the same values: times are whole milliseconds since
 * the epoch, JSON is text, truth is 0 or 1, facts are packed bytes.
 */
export type Tables = {
  readonly migrations: MigrationRow
  readonly pulse: { readonly id: number; readonly at: number }
  readonly deliveries: DeliveryRow
  readonly jobs: JobRow
  readonly repositories: RepositoryRow
  readonly facts: FactRow
  readonly snapshots: SnapshotRow
  readonly indexed_files: IndexedFileRow
  readonly postings: PostingRow
  readonly reviews: ReviewRow
  readonly publications: PublicationRow
}

type MigrationRow = {
  readonly number: number
  readonly name: string
  /** Of its SQL, so that an edited migration is noticed. */
  readonly checksum: string
  readonly applied_at: number
}

type DeliveryRow = {
  readonly id: string
  readonly event: string
  /** Null once it is forgotten. */
  readonly payload: string | null
  readonly received_at: number
}

export type JobRow = {
  readonly id: Generated<number>
  readonly kind: string
  readonly key: string | null
  readonly lane: string
  readonly payload: string
  readonly state: JobState
  readonly priority: number
  readonly run_at: number
  readonly attempts: number
  readonly max_attempts: number
  readonly lease_token: string | null
  readonly lease_until: number | null
  readonly last_error: string | null
  /** 1 once somebody was told of its death. */
  readonly told: number
  readonly created_at: number
  /** When its latest attempt ended. */
  readonly ended_at: number | null
}

type RepositoryRow = {
  readonly id: number
  readonly installation: number
  readonly name: string
  readonly private: number
  readonly default_branch: string
}

type FactRow = {
  readonly installation: number
  readonly version: string
  readonly blob: string
  readonly body: Buffer
}

type SnapshotRow = {
  readonly id: Generated<number>
  readonly installation: number
  readonly repository_id: number
  readonly version: string
  readonly commit: string
  /** 0 while it is being built. */
  readonly ready: number
  readonly made_at: number
}

type IndexedFileRow = {
  readonly id: Generated<number>
  readonly snapshot: number
  readonly path: string
  readonly body: Buffer
}

type PostingRow = {
  /** The beginning of a digest of what a fact is found by. */
  readonly key: number
  readonly file: number
}

type ReviewRow = {
  readonly id: Generated<number>
  readonly repository_id: number
  readonly number: number
  readonly head: string
  readonly key: string
  readonly review: Buffer
  readonly stored_at: number
}

type PublicationRow = {
  readonly repository_id: number
  readonly number: number
  readonly key: string
  readonly remote_id: string | null
  readonly digest: string
}
