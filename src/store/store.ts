import type { BlobId, CommitId } from '../domain/blob.js'
import type { BlobFacts, FactKind, LocatedFact } from '../domain/fact.js'
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
  readonly index: IndexTable
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
  /** The payload as it was received; null when the delivery is unknown or its payload forgotten. */
  payload(id: string): Promise<string | null>
  /** Forgets payloads received before the time, keeping ids (so that a late redelivery is still a duplicate). */
  forgetPayloads(before: Date): Promise<number>
}

export type NewJob = {
  readonly kind: string
  /** At most one queued and one running job have this key: a newer one takes over the queued one. Null: never coalesced. */
  readonly key: string | null
  /** At most one job of a lane runs at a time. */
  readonly lane: string
  readonly payload: unknown
  /** Higher runs first. */
  readonly priority?: number
  /** Default: now. */
  readonly runAt?: Date
  /** Default: 5. */
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

/** A job that is not tried again, and the error of its last attempt. */
export type DeadJob = Job & { readonly error: string }

export type JobState = 'queued' | 'running' | 'done' | 'dead' | 'superseded'

export type JobTable = {
  enqueue(job: NewJob): Promise<void>
  /** The best ready job whose lane is idle, leased; null when there is none. Of these kinds only, where they are given. */
  claim(leaseMs: number, kinds?: readonly string[]): Promise<Job | null>
  /** Prolongs a lease; false when it is no longer ours. */
  heartbeat(job: Job, leaseMs: number): Promise<boolean>
  /** False when the lease is no longer ours: then the work's words must not be published. */
  complete(job: Job): Promise<boolean>
  /**
   * Superseded when a newer job of its key waits, dead after the last attempt or without a `retryAt`, else back to the
   * queue for that time. The state it has now; null when the lease is no longer ours.
   */
  fail(job: Job, error: string, retryAt: Date | null): Promise<JobState | null>
  /**
   * Back to the queue without counting the attempt: a graceful stop, or GitHub asked us to come back later. Superseded
   * when a newer job of its key waits. False when the lease is no longer ours.
   */
  release(job: Job, runAt: Date): Promise<boolean>
  /** Returns expired leases to the queue (or dead, or superseded); the number of them. */
  reap(): Promise<number>
  /** True when a newer job of the same key waits: the running one is out of date. */
  isSuperseded(job: Job): Promise<boolean>
  /**
   * A dead job that nobody was told of yet, leased so that one process tells; null when there is none. When the lease
   * expires without `told`, it is given again: a death is told at least once.
   */
  claimDead(leaseMs: number): Promise<DeadJob | null>
  /** Somebody was told of the death; false when the lease is no longer ours. */
  told(job: Job): Promise<boolean>
  /** How many jobs run, are ready to run, or are dead and ready to be told of. */
  pending(): Promise<number>
  counts(): Promise<Readonly<Record<JobState, number>>>
  /** Removes finished jobs older than the time. */
  prune(before: Date): Promise<number>
}

export type RepositoryTable = {
  /** Adds them, or brings them up to date: a repository keeps its id through a rename or a transfer. */
  put(repositories: readonly InstalledRepository[]): Promise<void>
  /** With their reviews and publications. */
  remove(ids: readonly number[]): Promise<void>
  /** The same for all repositories of an installation. */
  removeInstallation(installation: number): Promise<void>
  /** By name. */
  ofInstallation(installation: number): Promise<readonly InstalledRepository[]>
  byId(id: number): Promise<InstalledRepository | null>
}

/** A blob's facts, held per installation: content is never shared between installations. */
export type FactTable = {
  /** Those that are known; a row that cannot be read is not, because facts can be made again. */
  get(scope: FactScope, blobs: readonly string[]): Promise<ReadonlyMap<string, BlobFacts>>
  put(scope: FactScope, facts: ReadonlyMap<string, BlobFacts>): Promise<void>
  removeInstallation(installation: number): Promise<void>
}

/** `version` names the extractor and its rules: other facts of the same blob are other rows. The key is `blob:extension`. */
export type FactScope = { readonly installation: number; readonly version: string }

/** What a file of a default branch says after the join. */
export type IndexedFile = {
  readonly path: string
  readonly blob: BlobId
  readonly facts: readonly IndexedFact[]
}

export type IndexedFact = Pick<LocatedFact, 'fact' | 'element'>

export type FoundFact = IndexedFact & {
  readonly repositoryId: number
  readonly commit: CommitId
  readonly path: string
  readonly blob: BlobId
}

/** The joined facts of every repository's default branch, one snapshot a repository and version, found by key. */
export type IndexTable = {
  /** The commit that each of these repositories stands at; those without a snapshot are left out. */
  commits(scope: FactScope, repositories: readonly number[]): Promise<ReadonlyMap<number, CommitId>>
  /** Builds a snapshot beside the one that stands, batch by batch, and puts it in its place when all of it is there. */
  replace(scope: FactScope, snapshot: NewSnapshot, files: Iterable<readonly IndexedFile[]>): Promise<void>
  /**
   * Moves the snapshot that stands from one commit to another, in one step: these files are put, and those gone are
   * removed. False, and nothing is changed, when it stands at another commit.
   */
  update(scope: FactScope, snapshot: NewSnapshot, change: IndexChange): Promise<boolean>
  /** The facts of a kind and key in these repositories. A row that cannot be read is left out. */
  find(
    scope: FactScope,
    repositories: readonly number[],
    kind: FactKind,
    key: string,
  ): Promise<readonly FoundFact[]>
  /** All files of a repository as it stands, in order of their paths; none without a snapshot. */
  read(scope: FactScope, repositoryId: number): Promise<readonly FoundFact[]>
  /** With all versions. */
  remove(repositories: readonly number[]): Promise<void>
  /** Removes snapshots of other versions, and what was left half built, made before the time; the number of them. */
  prune(version: string, before: Date): Promise<number>
}

export type NewSnapshot = { readonly repositoryId: number; readonly commit: CommitId }

export type IndexChange = {
  readonly from: CommitId
  readonly put: readonly IndexedFile[]
  readonly gone: readonly string[]
}

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
  /** Keeps it as the latest of its pull request, in place of one with the same key. */
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
