import { redact } from '../../lib/redact.js'
import { hasStatus } from '../client/errors.js'
import { createComment, deleteComment, listOwnComments, updateComment } from '../comment.js'
import { type Publishing, stillCurrent } from './context.js'
import { readMarker, withMarker } from './marker.js'
import { digestOf } from './outbox.js'
import { sayOnce } from './say-once.js'

const key = 'summary'

/** Keeps the one summary comment: made, edited in place when it says something else, removed when there is nothing. */
export async function publishSummary(publishing: Publishing, summary: string | null): Promise<void> {
  const { outbox } = publishing
  if (summary === null) return removeSummary(publishing)
  const body = withMarker(publishing.scope, 'summary', 'this', redact(summary))
  const digest = digestOf(body)
  const before = outbox.get(key)
  if (before?.remoteId && before.digest === digest) return
  const id = before?.remoteId ?? (await findSummary(publishing))
  if (id === null) return create(publishing, body, digest)
  await stillCurrent(publishing)
  try {
    await updateComment(publishing.client, Number(id), body)
    await outbox.put(key, id, digest)
  } catch (error) {
    if (!hasStatus(error, 404)) throw error
    await outbox.remove(key) // somebody deleted it; it has something to say again
    await create(publishing, body, digest)
  }
}

async function create(publishing: Publishing, body: string, digest: string): Promise<void> {
  await sayOnce(publishing, {
    key,
    digest,
    find: () => findSummary(publishing),
    create: async () => String(await createComment(publishing.client, publishing.number, body)),
  })
}

/** Without a word in the outbox nothing was ever said: a clean pull request costs no request here. */
async function removeSummary(publishing: Publishing): Promise<void> {
  const before = publishing.outbox.get(key)
  if (!before) return
  const id = before.remoteId ?? (await findSummary(publishing))
  await stillCurrent(publishing)
  try {
    if (id !== null) await deleteComment(publishing.client, Number(id))
  } catch (error) {
    if (!hasStatus(error, 404)) throw error // deleted already, which is what we want
  }
  await publishing.outbox.remove(key)
}

/** The id of our summary as it stands on GitHub: by our bot, with a marker that we signed for this pull request. */
async function findSummary({ client, number, scope }: Publishing): Promise<string | null> {
  const comments = await listOwnComments(client, number)
  const found = comments.find(({ body }) => readMarker(scope, 'summary', body) !== null)
  return found ? String(found.id) : null
}
