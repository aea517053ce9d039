import type { JobState } from '../../src/store/index.js'

/** A job as the model sees it; `payload` is the number of the enqueue that wrote it. */
export type ModelJob = {
  readonly key: string | null
  lane: string
  payload: number
  state: JobState
  priority: number
  runAt: number
  attempts: number
  maxAttempts: number
  lease: number | null
  leaseUntil: number
}

export type ModelNewJob = Pick<ModelJob, 'key' | 'lane' | 'priority' | 'runAt' | 'maxAttempts'>

/** The job table in plain lists: what the store must do, without a database. */
export class JobModel {
  readonly jobs: ModelJob[] = []
  now: number
  #enqueued = 0
  #leases = 0

  constructor(now: number) {
    this.now = now
  }

  enqueue(job: ModelNewJob): number {
    const payload = ++this.#enqueued
    const waiting = job.key === null ? undefined : this.#queued(job.key)
    if (!waiting) {
      this.jobs.push({ ...job, payload, state: 'queued', attempts: 0, lease: null, leaseUntil: 0 })
      return payload
    }
    const priority = Math.max(waiting.priority, job.priority)
    const runAt = Math.min(waiting.runAt, job.runAt)
    Object.assign(waiting, job, { payload, priority, runAt, attempts: 0 })
    return payload
  }

  claim(leaseMs: number): ModelJob | null {
    const running = this.jobs.filter((job) => job.state === 'running')
    const best = this.jobs
      .filter((job) => job.state === 'queued' && job.runAt <= this.now)
      .filter((job) => !running.some((other) => other.lane === job.lane))
      .filter((job) => job.key === null || !running.some((other) => other.key === job.key))
      // Stable: what came first stays first.
      .sort((one, other) => other.priority - one.priority || one.runAt - other.runAt)[0]
    if (!best) return null
    best.state = 'running'
    best.attempts++
    best.lease = ++this.#leases
    best.leaseUntil = this.now + leaseMs
    return best
  }

  held(lease: number): ModelJob | undefined {
    return this.jobs.find((job) => job.state === 'running' && job.lease === lease)
  }

  fail(job: ModelJob, retryAt: number | null): JobState {
    const spent = retryAt === null || job.attempts >= job.maxAttempts
    job.state = this.isSuperseded(job) ? 'superseded' : spent ? 'dead' : 'queued'
    job.runAt = retryAt ?? job.runAt
    job.lease = null
    return job.state
  }

  release(job: ModelJob, runAt: number): void {
    job.state = this.isSuperseded(job) ? 'superseded' : 'queued'
    job.runAt = runAt
    job.attempts--
    job.lease = null
  }

  reap(): number {
    const expired = this.jobs.filter((job) => job.state === 'running' && job.leaseUntil < this.now)
    for (const job of expired) this.fail(job, job.runAt)
    return expired.length
  }

  isSuperseded(job: ModelJob): boolean {
    return job.key !== null && this.#queued(job.key) !== undefined
  }

  counts(): Record<JobState, number> {
    const count = (state: JobState) => this.jobs.filter((job) => job.state === state).length
    return {
      queued: count('queued'),
      running: count('running'),
      done: count('done'),
      dead: count('dead'),
      superseded: count('superseded'),
    }
  }

  #queued(key: string): ModelJob | undefined {
    return this.jobs.find((job) => job.key === key && job.state === 'queued')
  }
}
