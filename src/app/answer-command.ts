import { commands, runCommand } from '../commands/index.js'
import type { CommandJob } from '../domain/job.js'
import { getPullRequest, permissionOf, react, replyOnce } from '../github/index.js'
import { type JobRun, Permanent } from '../jobs/index.js'
import { reviewOf } from './events/index.js'
import type { AppParts } from './parts.js'
import { isGone, speaker, writer } from './speak.js'

/** Does what a comment asked for, with GitHub and the queue as its hands. */
export async function answerCommand(parts: AppParts, asked: CommandJob, run: JobRun): Promise<void> {
  const client = await writer(parts, asked)
  const context = speaker(parts, client, asked.number, run.isCurrent)
  const { installation, repositoryId, repository, number, comment } = asked
  await runCommand(commands, asked, {
    permissionOf: (login) => permissionOf(client, login),
    isOpen: async () => (await getPullRequest(client, number)).open,
    react: (reaction) => react(client, comment, reaction),
    reply: (id, body) => replyOnce(context, id, body),
    async review() {
      const job = { installation, repositoryId, repository, number, comment }
      await parts.store.jobs.enqueue(reviewOf(job))
      parts.wake()
    },
  })
  run.signal.throwIfAborted()
}

/** A command that could not be done: 😕 instead of silence. */
export async function buryCommand(parts: AppParts, asked: CommandJob): Promise<void> {
  try {
    await react(await writer(parts, asked), asked.comment, 'confused')
  } catch (error) {
    if (!(error instanceof Permanent) && !isGone(error)) throw error
  }
}
