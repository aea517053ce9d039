import type { ReviewJob } from '../domain/job.js'
import type { PublishPlan } from '../domain/plan.js'
import type { PullRequest } from '../domain/pull.js'
import {
  beginReview,
  failReview,
  getPullRequest,
  type PublishContext,
  publish,
  type Reaction,
  react,
  withdrawReview,
} from '../github/index.js'
import { type JobRun, Permanent } from '../jobs/index.js'
import { UserError } from '../lib/errors.js'
import type { AppParts } from './parts.js'
import { isGone, speaker, writer } from './speak.js'
import { storedPlan } from './stored-plan.js'

/** Reviews a pull request at the head that it has now, and says so; or withdraws, when it was closed. */
export async function reviewPull(parts: AppParts, asked: ReviewJob, run: JobRun): Promise<void> {
  const context = speaker(parts, await writer(parts, asked), asked.number, run.isCurrent)
  const pull = await pullOf(context, asked)
  if (!pull.open) return withdrawReview(context, 'The pull request was closed before the review was done.')
  const begun = await beginReview(context, pull.head)
  run.signal.throwIfAborted()
  // The commit is gone: a newer push made it so, and comes as a job of its own.
  if (begun !== 'begun') return
  try {
    await publish(await planFor(parts, pull, run), context)
    run.signal.throwIfAborted()
    await answer(context, asked, 'rocket')
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    // A person can mend it, and only a person: trying again would not help.
    await failReview(context, pull.head, { title: 'Not reviewed', summary: error.message })
    await answer(context, asked, 'confused')
  }
}

/** The last word of a review that could not be made: both checks neutral, so that no merge waits for ever. */
export async function buryReview(parts: AppParts, asked: ReviewJob, job: number): Promise<void> {
  try {
    const context = speaker(parts, await writer(parts, asked), asked.number, async () => true)
    const pull = await getPullRequest(context.client, asked.number)
    if (!pull.open) return await withdrawReview(context, 'The pull request was closed.')
    await failReview(context, pull.head, {
      title: 'Not reviewed: an error of Interlock',
      summary: `This review failed and is not tried again (job ${job}). \`/recheck\` starts a new one.`,
    })
    await answer(context, asked, 'confused')
  } catch (error) {
    // Nobody is left to be told.
    if (!(error instanceof Permanent) && !isGone(error)) throw error
  }
}

async function pullOf(context: PublishContext, asked: ReviewJob): Promise<PullRequest> {
  try {
    return await getPullRequest(context.client, asked.number)
  } catch (error) {
    if (!isGone(error)) throw error
    throw new Permanent('The pull request is gone, or may not be read any more', { cause: error })
  }
}

/**
 * The plan of this job for this head: made once and kept before a word of it is said, because a model's answer is paid
 * for and GitHub may refuse to listen just now.
 */
async function planFor({ store, work }: AppParts, pull: PullRequest, run: JobRun): Promise<PublishPlan> {
  const { repositoryId, number, head } = pull
  const key = `job:${run.job.id}:${pull.base}:${head}`
  const kept = storedPlan((await store.reviews.byKey(repositoryId, number, key))?.review)
  if (kept) return kept
  const reviewed = await work.review(pull, run.signal)
  run.signal.throwIfAborted()
  await store.reviews.put({ repositoryId, number, head, key, review: reviewed })
  return reviewed.plan
}

/** Tells the comment that asked for the review; a comment that is gone needs no answer. */
async function answer(
  { client, log }: PublishContext,
  { comment }: ReviewJob,
  reaction: Reaction,
): Promise<void> {
  if (comment === undefined) return
  try {
    await react(client, comment, reaction)
  } catch (error) {
    if (!isGone(error)) throw error
    log.info({ comment }, 'no reaction: the comment is gone or locked')
  }
}
