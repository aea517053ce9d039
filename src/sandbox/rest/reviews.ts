import { z } from 'zod'
import type { ChangedFile } from '../git/diff.js'
import { notFound, unprocessable } from '../http/refusal.js'
import { actorOf, type Call, get, numberParam, post, put, type Route } from '../http/route.js'
import { commitsOf, type FoundPull, filesOf, hunkAt, hunkUntil, pullOf, reviewCommentsOf } from '../pulls.js'
import { reviewCommentShape, reviewShape } from '../shapes/comment.js'
import { pullShape } from '../shapes/pull.js'
import { type Review, type ReviewComment, timestamp, type User, type World } from '../world.js'

const reviews = '/repos/{owner}/{repo}/pulls/{number}/reviews'
export const commentBody = z.string().min(1).max(65_536)

const side = z.enum(['LEFT', 'RIGHT'])
export const anchorFields = {
  path: z.string().min(1),
  line: z.number().int().optional(),
  side: side.optional(),
  start_line: z.number().int().nullish(),
  start_side: side.nullish(),
}
const draftShape = z.strictObject({
  ...anchorFields,
  position: z.number().int().optional(),
  body: commentBody,
})
export type Draft = z.infer<typeof draftShape>

const reviewBody = z.strictObject({
  commit_id: z.string().optional(),
  body: z.string().max(65_536).optional(),
  event: z.enum(['APPROVE', 'REQUEST_CHANGES', 'COMMENT']).optional(),
  comments: z.array(draftShape).optional(),
})

/** Reviews: a body and comments on lines, taken or refused as a whole. */
export const reviewRoutes: readonly Route[] = [
  get(reviews, 'pull_requests:read', (call) => {
    const { repository, pull } = pullOf(call)
    const all = [...repository.reviews.values()].filter((each) => each.pull === pull.number)
    return { list: all.map((each) => reviewShape(call.world, repository, each)) }
  }),
  get(`${reviews}/{review}/comments`, 'pull_requests:read', (call) => {
    const found = pullOf(call)
    const review = reviewOf(call, found)
    const own = reviewCommentsOf(found).filter((each) => each.review === review.id)
    return { list: own.map((each) => reviewCommentShape(call.world, found.repository, each)) }
  }),
  put(`${reviews}/{review}`, 'pull_requests:write', z.strictObject({ body: commentBody }), (call) => {
    const found = pullOf(call)
    const review = reviewOf(call, found)
    review.body = call.body.body
    return { body: reviewShape(call.world, found.repository, review) }
  }),
  post(reviews, 'pull_requests:write', reviewBody, async (call) => {
    const found = pullOf(call)
    const review = await createReview(call, found)
    return { body: reviewShape(call.world, found.repository, review) }
  }),
]

function reviewOf(call: Call, found: FoundPull): Review {
  const review = found.repository.reviews.get(numberParam(call, 'review'))
  if (review?.pull !== found.pull.number) throw notFound()
  return review
}

async function createReview(call: Call<z.infer<typeof reviewBody>>, found: FoundPull): Promise<Review> {
  const { world, body } = call
  const event = body.event ?? 'COMMENT'
  const commit = body.commit_id ?? found.pull.headSha
  if (event !== 'APPROVE' && !body.body && (event === 'REQUEST_CHANGES' || !body.comments?.length)) {
    throw unprocessable('Unprocessable Entity', [`Body is required for ${event}`])
  }
  if (event !== 'COMMENT' && actorOf(call) === found.pull.author) {
    throw unprocessable('Unprocessable Entity', ['Can not approve your own pull request'])
  }
  const files = await filesOf(found)
  const refused = (body.comments ?? [])
    .map((draft) => anchorRefusal(files, draft))
    .filter((each) => each !== null)
  if (commit !== found.pull.headSha && !(await isOwnCommit(found, commit)))
    refused.push('commit_id is not part of the pull request')
  // One comment on a wrong line refuses the whole review.
  if (refused.length > 0) throw unprocessable('Unprocessable Entity', [...new Set(refused)])
  const review = addReview(world, found, { user: actorOf(call), body: body.body ?? '', event, commit })
  for (const draft of body.comments ?? [])
    addReviewComment(world, found, review, { draft, files, user: review.user })
  announceReview(world, found, review)
  return review
}

async function isOwnCommit(found: FoundPull, commit: string): Promise<boolean> {
  return (await commitsOf(found)).some((each) => each.id === commit)
}

const states = { APPROVE: 'APPROVED', REQUEST_CHANGES: 'CHANGES_REQUESTED', COMMENT: 'COMMENTED' } as const

type NewReview = {
  readonly user: User
  readonly body: string
  readonly event: keyof typeof states
  readonly commit: string
}

export function addReview(world: World, { repository, pull }: FoundPull, fresh: NewReview): Review {
  const review: Review = {
    id: world.nextId(),
    pull: pull.number,
    user: fresh.user,
    body: fresh.body,
    state: states[fresh.event],
    commit: fresh.commit,
    submittedAt: timestamp(world),
  }
  repository.reviews.set(review.id, review)
  return review
}

/** Why GitHub would not place a comment there; null when it would. */
export function anchorRefusal(files: readonly ChangedFile[], draft: Omit<Draft, 'body'>): string | null {
  if (!files.some((file) => file.path === draft.path)) return 'Path could not be resolved'
  if (draft.line === undefined) return 'Line could not be resolved'
  const end = hunkAt(files, draft.path, draft.line, draft.side ?? 'RIGHT')
  if (!end) return 'line must be part of the diff'
  if (draft.start_line == null) return null
  if (draft.start_line >= draft.line) return 'start_line must precede the end line.'
  const start = hunkAt(files, draft.path, draft.start_line, draft.start_side ?? draft.side ?? 'RIGHT')
  if (!start) return 'start_line must be part of the diff'
  return start.header === end.header ? null : 'start_line must be part of the same hunk as the line.'
}

type NewComment = { readonly draft: Draft; readonly files: readonly ChangedFile[]; readonly user: User }

export function addReviewComment(
  world: World,
  { repository, pull }: FoundPull,
  review: Review,
  { draft, files, user }: NewComment,
): ReviewComment {
  const line = draft.line ?? 1
  const on = draft.side ?? 'RIGHT'
  const hunk = hunkAt(files, draft.path, line, on)
  const comment: ReviewComment = {
    id: world.nextId(),
    pull: pull.number,
    review: review.id,
    replyTo: null,
    user,
    body: draft.body,
    createdAt: timestamp(world),
    updatedAt: timestamp(world),
    reactions: [],
    minimized: null,
    path: draft.path,
    line,
    originalLine: line,
    startLine: draft.start_line ?? null,
    originalStartLine: draft.start_line ?? null,
    side: on,
    startSide: draft.start_line == null ? null : (draft.start_side ?? on),
    hunk: hunk ? hunkUntil(hunk, line, on) : '',
    originalCommit: review.commit,
    commit: review.commit,
    resolvedBy: null,
  }
  repository.reviewComments.set(comment.id, comment)
  return comment
}

export function announceReview(world: World, { repository, pull }: FoundPull, review: Review): void {
  const payload = {
    review: { ...reviewShape(world, repository, review), state: review.state.toLowerCase() },
    pull_request: pullShape(world, repository, pull),
  }
  world.announce({
    event: 'pull_request_review',
    action: 'submitted',
    repository,
    sender: review.user,
    payload,
  })
}
