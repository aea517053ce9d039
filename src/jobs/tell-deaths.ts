import type { DeadJob, JobTable } from '../store/index.js'
import type { Log } from './log.js'

/**
 * Completes what a dead job left open, such as its check. Called at least once for each, by one process at a time, also
 * for a job whose process was killed; when it throws, it is called again five minutes later.
 */
export type OnDead = (job: DeadJob) => Promise<void>

const tellingMs = 5 * 60_000

/** Tells of every death that nobody was told of, the oldest first. */
export async function tellDeaths(
  jobs: Pick<JobTable, 'claimDead' | 'told'>,
  onDead: OnDead,
  log: Log,
): Promise<void> {
  for (let job = await jobs.claimDead(tellingMs); job; job = await jobs.claimDead(tellingMs)) {
    const fields = { job: job.id, kind: job.kind, lane: job.lane, attempts: job.attempts, reason: job.error }
    try {
      await onDead(job)
      await jobs.told(job)
      log.error(fields, 'A job is dead')
    } catch (err) {
      log.error({ ...fields, err }, 'A job is dead, and telling of it failed')
    }
  }
}
