import type { CommitId } from '../../domain/blob.js'
import { opinionPrefix } from '../../domain/finding.js'
import type { PublishPlan } from '../../domain/plan.js'
import { isForbidden } from '../client/errors.js'
import { listOwnReviewComments, updateReviewComment } from '../review.js'
import { resolveThread } from '../thread.js'
import { forgetComment, saidFingerprints } from './comments.js'
import { type Publishing, stillCurrent } from './context.js'
import { readMarker, withMarker, withoutMarker } from './marker.js'

/**
 * Marks our comments whose finding is no longer there: the title struck, the commit named, the thread resolved where we
 * may. Their fingerprint is forgotten, so a finding that comes back is said again.
 */
export async function closeFixed(publishing: Publishing, plan: PublishPlan): Promise<void> {
  const { head, open, opinionsStand } = plan
  const gone = saidFingerprints(publishing).filter(
    (said) => !open.includes(said) && !(opinionsStand && said.startsWith(opinionPrefix)),
  )
  if (gone.length === 0) return
  const standing = await listOwnReviewComments(publishing.client, publishing.number)
  for (const fingerprint of gone) {
    const comment = standing.find(({ body }) => readMarker(publishing.scope, 'fp', body) === fingerprint)
    if (comment) {
      await stillCurrent(publishing)
      const body = withMarker(publishing.scope, 'fixed', fingerprint, fixedText(comment.body, head))
      await updateReviewComment(publishing.client, comment.id, body)
      await resolve(publishing, comment.id)
    }
    await forgetComment(publishing, fingerprint)
  }
}

function fixedText(body: string, head: CommitId): string {
  const [first = '', ...rest] = withoutMarker(body).split('\n')
  const title = first.replace(/^#+\s*/, '').trim()
  const text = rest.join('\n').trim()
  const details = text ? `\n\n<details><summary>What it said</summary>\n\n${text}\n\n</details>` : ''
  return `~~${title}~~\n\nFixed in ${head.slice(0, 7)}.${details}`
}

/** GitHub asks for more than we ever ask for to resolve a thread in some repositories; the edit has said it anyway. */
async function resolve(publishing: Publishing, comment: number): Promise<void> {
  try {
    await resolveThread(publishing.client, publishing.number, comment)
  } catch (error) {
    if (!isForbidden(error)) publishing.log.info({ comment }, 'thread not resolved')
  }
}
