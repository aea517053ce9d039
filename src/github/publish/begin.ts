import type { CommitId } from '../../domain/blob.js'
import type { CheckOutput } from '../check-run.js'
import { type Begun, beginChecks, cancelOpenChecks, endChecks } from './checks.js'
import type { PublishContext } from './context.js'
import { speaking } from './publish.js'

export type { Begun } from './checks.js'

/** Shows on the head that a review is under way: the first step of a review job. */
export function beginReview(context: PublishContext, head: CommitId): Promise<Begun | 'lost'> {
  return speaking(context, (publishing) => beginChecks(publishing, head))
}

/** Ends both checks neutral, because no review could be made: a check is never left pending. */
export async function failReview(context: PublishContext, head: CommitId, why: CheckOutput): Promise<void> {
  await speaking(context, (publishing) => endChecks(publishing, head, 'neutral', why))
}

/** Cancels every check that is still pending: the pull request was closed. */
export async function withdrawReview(context: PublishContext, why: string): Promise<void> {
  await speaking(context, (publishing) => cancelOpenChecks(publishing, why))
}
