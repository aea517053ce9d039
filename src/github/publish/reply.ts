import { redact } from '../../lib/redact.js'
import { createComment, listOwnComments } from '../comment.js'
import type { PublishContext } from './context.js'
import { readMarker, withMarker } from './marker.js'
import { digestOf } from './outbox.js'
import { speaking } from './publish.js'
import { sayOnce } from './say-once.js'

/** Most answers to commands on one pull request: whoever would make us talk more gets reactions only. */
const mostReplies = 30

/** Says an answer to a command once, whatever is repeated: `id` names what is answered. */
export async function replyOnce(context: PublishContext, id: string, body: string): Promise<void> {
  await speaking(context, async (publishing) => {
    const key = `reply:${id}`
    const { outbox, client, number, scope } = publishing
    if (!outbox.get(key) && outbox.under('reply:').length >= mostReplies) return
    await sayOnce(publishing, {
      key,
      digest: digestOf(body),
      find: async () => {
        const own = await listOwnComments(client, number)
        const found = own.find((comment) => readMarker(scope, 'reply', comment.body) === id)
        return found ? String(found.id) : null
      },
      create: async () =>
        String(await createComment(client, number, withMarker(scope, 'reply', id, redact(body)))),
    })
  })
}
