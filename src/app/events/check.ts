import { z } from 'zod'
import { priority } from '../../jobs/index.js'
import { installation, job, reading, repository, whereOf } from './reading.js'

/**
 * Somebody pressed "Re-run" on our check. The payload's list of pull requests is empty for forks, so the job finds them
 * by the commit.
 */
const rerequested = (payload: Parameters<typeof whereOf>[0], head: string) => {
  const where = whereOf(payload)
  const key = `rerun:${where.repositoryId}:${head}`
  return [job('rerun', { ...where, head }, { key, lane: key, priority: priority.command })]
}

const head = z.object({ head_sha: z.string() })

export const checkRunRerequested = reading(
  z.object({ installation, repository, check_run: head }),
  (payload) => rerequested(payload, payload.check_run.head_sha),
)

export const checkSuiteRerequested = reading(
  z.object({ installation, repository, check_suite: head }),
  (payload) => rerequested(payload, payload.check_suite.head_sha),
)
