import type { MergeGroupJob } from '../domain/job.js'
import { beginReview, failReview, publishChecks, withdrawReview } from '../github/index.js'
import { type JobRun, Permanent } from '../jobs/index.js'
import { UserError } from '../lib/errors.js'
import type { AppParts } from './parts.js'
import { isGone, speaker, writer } from './speak.js'

/** Checks the combined tree of a merge queue's group under the same names; a queue waits until they are there. */
export async function reviewGroup(parts: AppParts, group: MergeGroupJob, run: JobRun): Promise<void> {
  const context = speaker(parts, await writer(parts, group), groupNumber(group), run.isCurrent)
  if (group.action === 'destroyed') return withdrawReview(context, 'The merge group is gone.')
  const begun = await beginReview(context, group.head)
  run.signal.throwIfAborted()
  if (begun !== 'begun') return
  try {
    const { plan } = await parts.work.reviewGroup(group, run.signal)
    await publishChecks(plan, context)
    run.signal.throwIfAborted()
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    await failReview(context, group.head, { title: 'Not reviewed', summary: error.message })
  }
}

/** Lets the queue go on without us: both checks neutral. */
export async function buryGroup(parts: AppParts, group: MergeGroupJob, job: number): Promise<void> {
  try {
    const context = speaker(parts, await writer(parts, group), groupNumber(group), async () => true)
    await failReview(context, group.head, {
      title: 'Not reviewed: an error of Interlock',
      summary: `The check of this merge group failed and is not tried again (job ${job}).`,
    })
  } catch (error) {
    if (!(error instanceof Permanent) && !isGone(error)) throw error
  }
}

/** What is said of a group is kept under a number that no pull request has: below zero, from its commit. */
function groupNumber({ head }: MergeGroupJob): number {
  return -1 - Number.parseInt(head.slice(0, 7), 16)
}
