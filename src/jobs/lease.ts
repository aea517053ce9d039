import type { Job, JobTable } from '../store/index.js'
import { Interrupted, type Interruption } from './handler.js'
import type { Log } from './log.js'

/** A lease that is kept alive until it is ended, lost, or its work is interrupted. */
export type Lease = {
  readonly signal: AbortSignal
  /** Asks the store; rejects when it does not answer. */
  isCurrent(): Promise<boolean>
  interrupt(why: Interruption): void
  /** Ends the heartbeat and the deadline. */
  end(): void
}

export type LeaseTerms = {
  readonly jobs: Pick<JobTable, 'heartbeat' | 'isSuperseded'>
  readonly leaseMs: number
  readonly deadlineMs: number
  readonly log: Log
}

/** Keeps the lease of a job that was claimed just now: four heartbeats fit in it, so three may fail. */
export function keepLease(job: Job, { jobs, leaseMs, deadlineMs, log }: LeaseTerms): Lease {
  const controller = new AbortController()
  const { signal } = controller
  const deadline = setTimeout(() => interrupt('deadline'), deadlineMs)
  const heartbeat = setInterval(() => void beatOrWarn(), leaseMs / 4)
  let expiry = setTimeout(() => interrupt('lease-lost'), leaseMs)

  let over = false

  function end(): void {
    over = true
    clearTimeout(deadline)
    clearInterval(heartbeat)
    clearTimeout(expiry)
  }

  function interrupt(why: Interruption): void {
    if (!signal.aborted) controller.abort(new Interrupted(why))
    // After any other interruption the lease is still needed, for the word about how it ended.
    if (why === 'lease-lost') end()
  }

  async function beat(): Promise<boolean> {
    const asked = performance.now()
    const ours = await jobs.heartbeat(job, leaseMs)
    if (!ours) interrupt('lease-lost')
    else renew(leaseMs - (performance.now() - asked))
    return ours
  }

  function renew(restMs: number): void {
    clearTimeout(expiry)
    // A heartbeat may be answered after the job ended.
    if (!over) expiry = setTimeout(() => interrupt('lease-lost'), restMs)
  }

  async function beatOrWarn(): Promise<void> {
    await beat().catch((err) => log.warn({ err, job: job.id }, 'A heartbeat was not heard'))
  }

  async function isCurrent(): Promise<boolean> {
    if (signal.aborted || !(await beat())) return false
    if (await jobs.isSuperseded(job)) interrupt('superseded')
    return !signal.aborted
  }

  return { signal, isCurrent, interrupt, end }
}
