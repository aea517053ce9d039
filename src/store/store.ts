import type { BlobFacts } from '../domain/fact.js'
import type { InstalledRepository } from '../domain/pull.js'

/**
 * What Interlock remembers. Both engines keep the same promises, and one suite (`test/store/conformance.ts`) proves them
 * on each: what was acknowledged survives `kill -9`, a job runs once at a time, and a zombie's word does not count.
 */
export type Store = {
  readonly deliveries: Deliveries
  readonly jobs: JobTable
  readonly repositories: RepositoryTable
  readonly facts: FactTable
  readonly reviews: ReviewTable
  readonly publications: PublicationTable
  /** Answers when the store can be written to; rejects otherwise. */
  ping(): Promise<void>
  close(): Promise<void>
}

/** A webhook delivery as it was received. The same id is the same delivery, redelivered. */
export type Delivery = { readonly id: string; readonly event: string; readonly payload: string }

export type Deliveries = {
  /**
   * Makes the delivery and the jobs it causes durable in one transaction. `duplicate` when the id was accepted before:
   * nothing is enqueued then. Returns only after the commit.
   */
  accept(delivery: Delivery, jobs: readonly NewJob[]): Promise<'accepted' | 'duplicate'>
  /** Forgets payloads received before the time, keeping ids (so that a late redelivery is still a duplicate). */
  forgetPayloads(before: Date): Promise<number>
}

export type NewJob = {
  readonly kind: string
  /** At most one queued job has this key: a newer one replaces its payload. Null: never coalesced. */
  readonly key: string | null
  /** At most one job of a lane runs at a time. */
  readonly lane: string
  readonly payload: unknown
  /** Higher runs first. */
  readonly priority?: number
  readonly runAt?: Date
  readonly maxAttempts?: number
}

export type Job = {
  readonly id: number
  readonly kind: string
  readonly key: string | null
  readonly lane: string
  readonly payload: unknown
  readonly attempts: number
  readonly maxAttempts: number
  /** The fencing token of this lease: every later word about the job must carry it. */
  readonly lease: string
}

export type JobState = 'queued' | 'running' | 'done' | 'dead' | 'superseded'

export type JobTable = {
  enqueue(job: NewJob): Promise<void>
  /** The best ready job whose lane is idle, leased; null when there is none. */
  claim(leaseMs: number): Promise<Job | null>
  /** Prolongs a lease; false when it is no longer ours. */
  heartbeat(job: Job, leaseMs: number): Promise<boolean>
  /** False when the lease is no longer ours: then the work's words must not be published. */
  complete(job: Job): Promise<boolean>
  /** Back to the queue at `retryAt`, dead after the last attempt, superseded when a newer job of its key waits. */
  fail(job: Job, error: string, retryAt: Date): Promise<JobState | null>
  /** Back to the queue without counting the attempt: a graceful stop, or GitHub asked us to come back later. */
  release(job: Job, runAt: Date): Promise<boolean>
  /** Returns expired leases to the queue (or dead, or superseded); the number of them. */
  reap(): Promise<number>
  /** True when a newer job of the same key waits: the running one is out of date. */
  isSuperseded(job: Job): Promise<boolean>
  counts(): Promise<Readonly<Record<JobState, number>>>
  /** Removes finished jobs older than the time. */
  prune(before: Date): Promise<number>
}

export type RepositoryTable = {
  put(repositories: readonly InstalledRepository[]): Promise<void>
  remove(ids: readonly number[]): Promise<void>
  removeInstallation(installation: number): Promise<void>
  ofInstallation(installation: number): Promise<readonly InstalledRepository[]>
  byId(id: number): Promise<InstalledRepository | null>
}

/** A blob's facts, held per installation: content is never shared between installations. */
export type FactTable = {
  get(scope: FactScope, blobs: readonly string[]): Promise<ReadonlyMap<string, BlobFacts>>
  put(scope: FactScope, facts: ReadonlyMap<string, BlobFacts>): Promise<void>
  removeInstallation(installation: number): Promise<void>
}

/** `version` names the extractor and its rules: other facts of the same blob are other rows. The key is `blob:extension`. */
export type FactScope = { readonly installation: number; readonly version: string }

/** A finished review, kept before anything of it is published. */
export type StoredReview = {
  readonly repositoryId: number
  readonly number: number
  readonly head: string
  /** What it was made from: the same key gives the same review, and costs no tokens. */
  readonly key: string
  readonly review: unknown
}

export type ReviewTable = {
  put(review: StoredReview): Promise<void>
  latest(repositoryId: number, number: number): Promise<StoredReview | null>
  byKey(repositoryId: number, number: number, key: string): Promise<StoredReview | null>
}

/** The outbox: what was said on GitHub, so that nothing is said twice. */
export type Publication = {
  /** What it is: `check:<name>:<head>`, `comment:<fingerprint>`, `summary`. Unique within a pull request. */
  readonly key: string
  /** GitHub's id of it; null while the outcome of the request is unknown. */
  readonly remoteId: string | null
  /** Of the content, so that an equal one is not sent again. */
  readonly digest: string
}

export type PublicationTable = {
  of(repositoryId: number, number: number): Promise<readonly Publication[]>
  put(repositoryId: number, number: number, publication: Publication): Promise<void>
  remove(repositoryId: number, number: number, key: string): Promise<void>
}
