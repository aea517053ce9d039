import { z } from 'zod'
import { parseCommand } from '../../commands/index.js'
import { priority } from '../../jobs/index.js'
import { installation, job, reading, repository, whereOf } from './reading.js'

const user = z.object({ login: z.string(), type: z.string() })

/**
 * A command that a person wrote just now, in the conversation of an open pull request. The sender must be the author:
 * with a transferred or imported comment somebody else's words would be taken for theirs.
 */
export const commentCreated = reading(
  z.object({
    installation,
    repository,
    issue: z.object({ number: z.number().int(), state: z.string(), pull_request: z.object({}).nullish() }),
    comment: z.object({ id: z.number().int(), body: z.string().nullish(), user: user.nullish() }),
    sender: user,
  }),
  (payload) => {
    const { issue, comment, sender } = payload
    const command = parseCommand(comment.body ?? '')
    const ownWords = sender.type === 'User' && sender.login === comment.user?.login
    if (!command || !ownWords || !issue.pull_request || issue.state !== 'open') return []
    const asked = {
      ...whereOf(payload),
      number: issue.number,
      comment: comment.id,
      author: sender.login,
      line: command.line,
    }
    // Its own lane: an answer must not wait for a review that takes minutes.
    const lane = `command:${asked.repositoryId}#${issue.number}`
    return [job('command', asked, { key: `command:${comment.id}`, lane, priority: priority.command })]
  },
)
