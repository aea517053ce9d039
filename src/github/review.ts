import { z } from 'zod'
import type { CommitId } from '../domain/blob.js'
import type { Anchor } from '../domain/diff.js'
import { understand } from './client/answer.js'
import type { RepositoryClient } from './client/client.js'
import { commentShape, type OwnComment, ownOf } from './comment.js'

export type ReviewComment = { readonly anchor: Anchor; readonly body: string }

export type NewReview = {
  readonly head: CommitId
  /** GitHub demands one for a review that only comments. */
  readonly body: string
  readonly comments: readonly ReviewComment[]
}

/**
 * Posts all comments as one review: one notification. One comment whose line is not in the diff makes GitHub refuse
 * the whole of it with a 422. The answer does not name the comments; they are listed by `listOwnReviewComments`.
 */
export async function createReview(
  client: RepositoryClient,
  number: number,
  review: NewReview,
): Promise<number> {
  const response = await client.octokit.rest.pulls.createReview({
    ...client.at,
    pull_number: number,
    commit_id: review.head,
    event: 'COMMENT',
    body: review.body,
    comments: review.comments.map(({ anchor, body }) => ({ ...anchor, body })),
  })
  return understand(z.object({ id: z.number().int() }), response, 'the creation of a review').id
}

/** Comments on lines of a pull request that our app wrote. */
export async function listOwnReviewComments(
  client: RepositoryClient,
  number: number,
): Promise<readonly OwnComment[]> {
  const listed = await client.octokit.paginate(client.octokit.rest.pulls.listReviewComments, {
    ...client.at,
    pull_number: number,
    per_page: 100,
  })
  return ownOf(client, listed)
}

/** One comment on a line. Throws a 404 when somebody deleted it. */
export async function getReviewComment(client: RepositoryClient, id: number): Promise<OwnComment> {
  const response = await client.octokit.rest.pulls.getReviewComment({ ...client.at, comment_id: id })
  const comment = understand(commentShape, response, 'a review comment')
  return { id: comment.id, body: comment.body ?? '' }
}

export async function updateReviewComment(client: RepositoryClient, id: number, body: string): Promise<void> {
  await client.octokit.rest.pulls.updateReviewComment({ ...client.at, comment_id: id, body })
}
