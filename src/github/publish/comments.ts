import type { CommitId } from '../../domain/blob.js'
import type { CommentPlan } from '../../domain/plan.js'
import { redact } from '../../lib/redact.js'
import { hasStatus } from '../client/errors.js'
import { listDiffLines } from '../diff-lines.js'
import { createReview, listOwnReviewComments } from '../review.js'
import { type Publishing, settle, stillCurrent } from './context.js'
import { readMarker, withMarker } from './marker.js'
import { digestOf } from './outbox.js'
import { isOutcomeUnknown } from './say-once.js'

const prefix = 'comment:'
/** Set when the comments of this pull request were read once, so that a new store learns what an old one said. */
const readKey = 'comments-read'

/** Posts the comments that were not said before, all in one review: one notification. */
export async function publishComments(
  publishing: Publishing,
  head: CommitId,
  comments: readonly CommentPlan[],
): Promise<void> {
  await learn(publishing)
  const fresh = comments.filter((comment) => !publishing.outbox.get(prefix + comment.fingerprint))
  if (fresh.length === 0) return
  await intend(publishing, fresh)
  try {
    await post(publishing, head, fresh)
  } catch (error) {
    if (!isOutcomeUnknown(error)) {
      await forget(publishing, fresh)
      throw error
    }
    await settle(publishing)
    await learn(publishing)
    // Still unknown: the job comes back and reads again before it would post.
    if (fresh.some((comment) => !publishing.outbox.get(prefix + comment.fingerprint))) throw error
  }
}

/** Every fingerprint that was said on this pull request. */
export function saidFingerprints({ outbox }: Publishing): readonly string[] {
  return outbox.under(prefix).map((said) => said.key.slice(prefix.length))
}

export async function forgetComment({ outbox }: Publishing, fingerprint: string): Promise<void> {
  await outbox.remove(prefix + fingerprint)
}

/** Brings the outbox up to what stands on GitHub, when it cannot know: at first, and after a lost answer. */
async function learn(publishing: Publishing): Promise<void> {
  const { outbox } = publishing
  const unsure = outbox.under(prefix).filter((said) => said.remoteId === null)
  if (outbox.get(readKey) && unsure.length === 0) return
  const standing = new Map(
    (await listOwnReviewComments(publishing.client, publishing.number)).map((comment) => [
      readMarker(publishing.scope, 'fp', comment.body),
      comment,
    ]),
  )
  for (const [fingerprint, comment] of standing) {
    if (fingerprint !== null) {
      await outbox.put(prefix + fingerprint, String(comment.id), digestOf(comment.body))
    }
  }
  for (const { key } of unsure) {
    if (!standing.has(key.slice(prefix.length))) await outbox.remove(key)
  }
  await outbox.put(readKey, 'read', '')
}

async function intend({ outbox }: Publishing, comments: readonly CommentPlan[]): Promise<void> {
  for (const { fingerprint, body } of comments) await outbox.put(prefix + fingerprint, null, digestOf(body))
}

async function forget({ outbox }: Publishing, comments: readonly CommentPlan[]): Promise<void> {
  for (const { fingerprint } of comments) await outbox.remove(prefix + fingerprint)
}

/**
 * One review. When GitHub refuses it, which it does as a whole for one comment outside its own diff, the comments that
 * stand inside that diff are sent; those left out are in the check's annotations and summary anyway.
 */
async function post(publishing: Publishing, head: CommitId, comments: readonly CommentPlan[]): Promise<void> {
  const refused = await tryPost(publishing, head, comments)
  if (!refused) return
  const lines = await listDiffLines(publishing.client, publishing.number)
  const standing = comments.filter(({ anchor }) => lines.has(anchor))
  const outside = comments.filter((comment) => !standing.includes(comment))
  publishing.log.warn({ left: outside.length, of: comments.length }, 'review refused; comments left out')
  await forget(publishing, outside)
  if (standing.length === 0) return
  const again = outside.length === 0 || (await tryPost(publishing, head, standing))
  if (again) await forget(publishing, standing)
}

/** True when GitHub refused the review. */
async function tryPost(
  publishing: Publishing,
  head: CommitId,
  comments: readonly CommentPlan[],
): Promise<boolean> {
  await stillCurrent(publishing)
  try {
    const id = await createReview(publishing.client, publishing.number, {
      head,
      body: `Interlock: ${comments.length === 1 ? '1 comment' : `${comments.length} comments`} on ${head.slice(0, 7)}.`,
      comments: comments.map(({ anchor, body, fingerprint }) => ({
        anchor,
        body: withMarker(publishing.scope, 'fp', fingerprint, redact(body)),
      })),
    })
    for (const { fingerprint, body } of comments) {
      await publishing.outbox.put(prefix + fingerprint, `review:${id}`, digestOf(body))
    }
    return false
  } catch (error) {
    if (!hasStatus(error, 422)) throw error
    return true
  }
}
