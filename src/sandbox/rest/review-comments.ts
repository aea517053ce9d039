import { z } from 'zod'
import { notFound, Refusal, unprocessable } from '../http/refusal.js'
import {
  actorOf,
  type Call,
  get,
  numberParam,
  patch,
  post,
  type Route,
  remove,
  repositoryOf,
} from '../http/route.js'
import { type FoundPull, filesOf, pullOf, reviewCommentsOf } from '../pulls.js'
import { reviewCommentShape } from '../shapes/comment.js'
import { pullShape } from '../shapes/pull.js'
import { type Repository, type ReviewComment, timestamp, type User, type World } from '../world.js'
import { addReview, addReviewComment, anchorFields, anchorRefusal, commentBody } from './reviews.js'

const repository = '/repos/{owner}/{repo}'
const bodyOnly = z.strictObject({ body: commentBody })
const single = z.strictObject({
  ...anchorFields,
  body: commentBody,
  commit_id: z.string(),
  position: z.number().int().optional(),
  in_reply_to: z.number().int().optional(),
  subject_type: z.enum(['line', 'file']).optional(),
})

/** Comments on lines of a pull request, and the threads they make. */
export const reviewCommentRoutes: readonly Route[] = [
  get(`${repository}/pulls/{number}/comments`, 'pull_requests:read', (call) => {
    const found = pullOf(call)
    return {
      list: reviewCommentsOf(found).map((each) => reviewCommentShape(call.world, found.repository, each)),
    }
  }),
  post(`${repository}/pulls/{number}/comments`, 'pull_requests:write', single, async (call) => {
    const found = pullOf(call)
    const refused = anchorRefusal(await filesOf(found), call.body)
    if (refused)
      throw unprocessable('Validation Failed', [
        {
          resource: 'PullRequestReviewComment',
          code: 'custom',
          field: 'pull_request_review_thread.line',
          message: refused,
        },
      ])
    const review = addReview(call.world, found, {
      user: actorOf(call),
      body: '',
      event: 'COMMENT',
      commit: call.body.commit_id,
    })
    const made = addReviewComment(call.world, found, review, {
      draft: call.body,
      files: await filesOf(found),
      user: review.user,
    })
    announceReviewComment(call.world, found, made)
    return { status: 201, body: reviewCommentShape(call.world, found.repository, made) }
  }),
  post(`${repository}/pulls/{number}/comments/{comment}/replies`, 'pull_requests:write', bodyOnly, (call) => {
    const found = pullOf(call)
    const made = reply(call.world, found, commentOf(call, found.repository), {
      user: actorOf(call),
      body: call.body.body,
    })
    return { status: 201, body: reviewCommentShape(call.world, found.repository, made) }
  }),
  get(`${repository}/pulls/comments/{comment}`, 'pull_requests:read', (call) => {
    const found = repositoryOf(call)
    return { body: reviewCommentShape(call.world, found, commentOf(call, found)) }
  }),
  patch(`${repository}/pulls/comments/{comment}`, 'pull_requests:write', bodyOnly, (call) => {
    const found = repositoryOf(call)
    const comment = ownComment(call, found)
    comment.body = call.body.body
    comment.updatedAt = timestamp(call.world)
    return { body: reviewCommentShape(call.world, found, comment) }
  }),
  remove(`${repository}/pulls/comments/{comment}`, 'pull_requests:write', (call) => {
    const found = repositoryOf(call)
    found.reviewComments.delete(ownComment(call, found).id)
    return { status: 204 }
  }),
]

function commentOf(call: Call, where: Repository): ReviewComment {
  const comment = where.reviewComments.get(numberParam(call, 'comment'))
  if (!comment) throw notFound()
  return comment
}

/** An app may only change what it wrote. */
function ownComment(call: Call, where: Repository): ReviewComment {
  const comment = commentOf(call, where)
  if (comment.user !== actorOf(call)) throw new Refusal(403, 'Resource not accessible by integration')
  return comment
}

/** Adds to a thread. GitHub files every reply under the thread's first comment. */
export function reply(
  world: World,
  found: FoundPull,
  to: ReviewComment,
  said: { readonly user: User; readonly body: string },
): ReviewComment {
  const root = to.replyTo === null ? to : (found.repository.reviewComments.get(to.replyTo) ?? to)
  const review = addReview(world, found, {
    user: said.user,
    body: '',
    event: 'COMMENT',
    commit: found.pull.headSha,
  })
  const made: ReviewComment = {
    ...root,
    ...said,
    id: world.nextId(),
    review: review.id,
    replyTo: root.id,
    createdAt: timestamp(world),
    updatedAt: timestamp(world),
    reactions: [],
    minimized: null,
    resolvedBy: null,
  }
  found.repository.reviewComments.set(made.id, made)
  announceReviewComment(world, found, made)
  return made
}

export function announceReviewComment(
  world: World,
  { repository, pull }: FoundPull,
  comment: ReviewComment,
): void {
  const payload = {
    comment: reviewCommentShape(world, repository, comment),
    pull_request: pullShape(world, repository, pull),
  }
  world.announce({
    event: 'pull_request_review_comment',
    action: 'created',
    repository,
    sender: comment.user,
    payload,
  })
}
