import { setTimeout as pause } from 'node:timers/promises'
import type { Job, JobState, JobTable } from '../store/index.js'
import { Interrupted, type Interruption, type JobHandler, type JobRun } from './handler.js'
import { keepLease, type LeaseTerms } from './lease.js'
import { type Ending, type Outcome, outcomeOf } from './outcome.js'

/** A job under way in this process. */
export type Running = {
  readonly job: Job
  interrupt(why: Interruption): void
  /** Interrupts it when a newer job of its key waits. */
  look(): Promise<unknown>
  /** The state that the store gave it; null when that word was refused or not heard. Never rejects. */
  readonly ended: Promise<JobState | null>
}

export type RunTerms = LeaseTerms & {
  readonly jobs: Pick<JobTable, 'heartbeat' | 'isSuperseded' | 'complete' | 'fail' | 'release'>
  /** How long a handler may go on after its signal was aborted; then its place is given to another job. */
  readonly graceMs: number
  readonly clock: () => number
  readonly random: () => number
}

/** Runs the handler of a job that was claimed just now, and tells the store how it ended. */
export function runJob(job: Job, handler: JobHandler, terms: RunTerms): Running {
  const { jobs, log, clock, random, graceMs } = terms
  const lease = keepLease(job, terms)
  const begun = performance.now()
  const fields = { job: job.id, kind: job.kind, lane: job.lane, attempt: job.attempts }

  async function run(): Promise<JobState | null> {
    const ending = await endingOf(handler, { job, signal: lease.signal, isCurrent: lease.isCurrent }, graceMs)
    const outcome = outcomeOf(ending, { now: clock(), attempts: job.attempts, random: random() })
    const state = await tell(jobs, job, outcome)
    const ended = { ...fields, state, ms: Math.round(performance.now() - begun) }
    if (ending.type === 'threw') log.warn({ ...ended, err: ending.error }, 'A job failed')
    else log.info({ ...ended, ...ending }, 'A job ended')
    return state
  }

  const ended = run()
    .catch((err) => {
      // Its lease runs out and another worker takes it.
      log.error({ ...fields, err }, 'The store did not hear how a job ended')
      return null
    })
    .finally(lease.end)
  const look = () => jobs.isSuperseded(job).then((superseded) => superseded && lease.interrupt('superseded'))
  return { job, interrupt: lease.interrupt, look, ended }
}

async function endingOf(handler: JobHandler, run: JobRun, graceMs: number): Promise<Ending> {
  const settled = new AbortController()
  try {
    return await Promise.race([work(handler, run), graceOver(run.signal, graceMs, settled.signal)])
  } finally {
    settled.abort()
  }
}

async function work(handler: JobHandler, run: JobRun): Promise<Ending> {
  try {
    await handler(run)
    return { type: 'returned' }
  } catch (error) {
    const { reason } = run.signal
    return reason instanceof Interrupted ? { type: 'interrupted', why: reason.why } : { type: 'threw', error }
  }
}

/** Resolves when a handler has ignored its aborted signal for too long; never when it settled. */
function graceOver(signal: AbortSignal, graceMs: number, settled: AbortSignal): Promise<Ending> {
  return new Promise((resolve) => {
    function giveUp(): void {
      const timer = setTimeout(() => resolve({ type: 'interrupted', why: signal.reason.why }), graceMs)
      settled.addEventListener('abort', () => clearTimeout(timer))
    }
    signal.addEventListener('abort', giveUp, { once: true, signal: settled })
  })
}

/** Pauses before the word is repeated to a store that did not answer: six seconds, a tenth of a usual lease. */
const pausesMs = [200, 400, 800, 1_600, 3_200]

async function tell(jobs: RunTerms['jobs'], job: Job, outcome: Outcome): Promise<JobState | null> {
  for (const ms of pausesMs) {
    try {
      return await tellOnce(jobs, job, outcome)
    } catch {
      await pause(ms) // The last attempt below throws what it meets.
    }
  }
  return tellOnce(jobs, job, outcome)
}

async function tellOnce(jobs: RunTerms['jobs'], job: Job, outcome: Outcome): Promise<JobState | null> {
  switch (outcome.type) {
    case 'done':
      return (await jobs.complete(job)) ? 'done' : null
    case 'failed':
      return jobs.fail(job, outcome.error, outcome.retryAt)
    case 'released':
      return (await jobs.release(job, outcome.runAt)) ? 'queued' : null
    case 'lost':
      return null
  }
}
