import type { Job } from '../store/index.js'

/**
 * Does the work of one kind of job. To return is to be done: who stops early because of the signal must throw.
 * `RetryLater` puts the job back for its time without counting the attempt, `Permanent` and `UserError` end it, anything
 * else is tried again with growing pauses until the attempts are used up. It may run again after it finished: a process
 * can be killed between the work and the word that it is done.
 */
export type JobHandler = (run: JobRun) => Promise<void>

export type JobRun = {
  readonly job: Job
  /** Aborts with an `Interrupted` that says why. */
  readonly signal: AbortSignal
  /** True while the lease is ours and no newer job of the key waits: asked of the store, before anything is published. */
  isCurrent(): Promise<boolean>
}

/** The lease went to somebody else, a newer job of the key waits, the job takes too long, or the worker stops. */
export type Interruption = 'lease-lost' | 'superseded' | 'deadline' | 'stopping'

/** Why a handler's signal was aborted. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted'

  constructor(readonly why: Interruption) {
    super(messages[why])
  }
}

const messages: Readonly<Record<Interruption, string>> = {
  'lease-lost': 'The lease of this job was lost',
  superseded: 'A newer job of the same key waits',
  deadline: 'The job took longer than it may',
  stopping: 'The worker stops',
}
