import type { PublishPlan } from '../../domain/plan.js'
import { hasStatus, isForbidden } from '../client/errors.js'
import { getPullRequest } from '../pull-request.js'
import { cancelOpenChecks, completeCheck } from './checks.js'
import { publishComments } from './comments.js'
import { NotCurrent, type PublishContext, type Publishing } from './context.js'
import { closeFixed } from './fixed.js'
import { Outbox } from './outbox.js'
import { publishSummary } from './summary.js'

/** `superseded`: the head moved or the pull request is closed. `lost`: a newer job speaks for the pull request now. */
export type Published = 'published' | 'superseded' | 'lost'

/**
 * Says on GitHub what a plan contains, each thing once, whatever happened before. The head is read again first: a plan
 * for an older one says nothing, and its runs are cancelled. The check comes first, because a merge may wait for it.
 */
export async function publish(plan: PublishPlan, context: PublishContext): Promise<Published> {
  return speaking(context, async (publishing) => {
    const pull = await getPullRequest(context.client, context.number)
    if (!pull.open || pull.head !== plan.head) {
      await cancelOpenChecks(publishing, 'The pull request has moved on.')
      return 'superseded'
    }
    const notice = missingPermission(context)
    for (const check of plan.checks) {
      const own = check.name === 'Interlock' ? notice : ''
      await permitted(publishing, 'checks', () => completeCheck(publishing, plan.head, check, own))
    }
    if (notice || pull.locked) return 'published'
    await permitted(publishing, 'comments', async () => {
      await closeFixed(publishing, plan)
      await publishComments(publishing, plan.head, plan.comments)
    })
    await permitted(publishing, 'summary', () => publishSummary(publishing, plan.summary))
    return 'published'
  })
}

/** Completes both checks of a plan's head and says nothing else: for a merge group, which has no conversation. */
export function publishChecks(plan: PublishPlan, context: PublishContext): Promise<Published> {
  return speaking<Published>(context, async (publishing) => {
    for (const check of plan.checks) {
      await permitted(publishing, 'checks', () => completeCheck(publishing, plan.head, check, ''))
    }
    return 'published'
  })
}

/** Runs with the pull request's outbox open, and stops without an error when a newer job takes over. */
export async function speaking<T>(
  context: PublishContext,
  speak: (publishing: Publishing) => Promise<T>,
): Promise<T | 'lost'> {
  const { repositoryId } = context.client.reference
  const outbox = await Outbox.open(context.publications, repositoryId, context.number)
  const scope = { repositoryId, number: context.number, keys: context.markerKeys }
  try {
    return await speak({ ...context, outbox, scope })
  } catch (error) {
    if (error instanceof NotCurrent) return 'lost'
    throw error
  }
}

type Part = 'checks' | 'comments' | 'summary'

/**
 * Does without what may not be written: a permission is missing, the conversation is locked, the repository archived.
 * The other parts are still said.
 */
async function permitted(publishing: Publishing, what: Part, say: () => Promise<void>): Promise<void> {
  try {
    await say()
  } catch (error) {
    // A lock answers 403 or, for comments, 422. A check that is refused must not stay pending: that is an error.
    const refused = what !== 'checks' && hasStatus(error, 422)
    if (!isForbidden(error) && !refused) throw error
    publishing.log.warn({ what, number: publishing.number }, 'may not be written here')
  }
}

/** One sentence in the check when we may not comment; empty when we may, or when GitHub does not tell. */
function missingPermission({ client: { permissions } }: PublishContext): string {
  const unknown = Object.keys(permissions).length === 0
  if (unknown || permissions['pull_requests'] === 'write') return ''
  return 'Interlock may not comment on this pull request: grant the app *Pull requests: read and write*.'
}
