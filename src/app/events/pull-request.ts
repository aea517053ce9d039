import { z } from 'zod'
import { priority } from '../../jobs/index.js'
import { installation, reading, repository, reviewOf, whereOf } from './reading.js'

const pull = z.object({
  installation,
  repository,
  pull_request: z.object({ number: z.number().int(), user: z.object({ type: z.string() }).nullish() }),
})

/**
 * A review at whatever the head is when the job runs. Closing takes the same way: the newer job supersedes a review
 * under way, finds the pull request closed, and completes its checks.
 */
export const pullRequest = reading(pull, (payload) => [
  reviewOf(
    { ...whereOf(payload), number: payload.pull_request.number },
    payload.pull_request.user?.type === 'Bot' ? priority.bot : priority.person,
  ),
])

/** Only another base changes what the review compares; titles and texts do not. */
export const pullRequestEdited = reading(
  pull.extend({ changes: z.object({ base: z.object({}).nullish() }).nullish() }),
  (payload) => (payload.changes?.base ? (pullRequest(payload) ?? []) : []),
)
