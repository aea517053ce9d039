import type { CommandJob } from '../../domain/job.js'
import type { Permission, Reaction } from '../../github/index.js'

/** One thing that people may ask for: one file, and one line in `index.ts`. */
export type Command = {
  /** The word after `/recheck`; `recheck` for `/recheck` alone. */
  readonly name: string
  /** `/recheck dismiss <id> <reason>` */
  readonly usage: string
  /** One sentence for the help. */
  readonly description: string
  /** What changes a state, or costs something, is for people who may write. */
  readonly whoCanUse: Exclude<Permission, 'none'>
  /** Decides without acting: what is to be done, as a value. */
  readonly decide: (asked: CommandJob, words: string) => Decision
}

export type Decision =
  /** Say this as a comment. */
  | { readonly type: 'reply'; readonly body: string }
  /** Review the pull request's head again; the review's end answers the comment. */
  | { readonly type: 'review' }

/** What a decision may do, given by whoever wires the house. */
export type CommandActions = {
  permissionOf(login: string): Promise<Permission>
  isOpen(): Promise<boolean>
  react(reaction: Reaction): Promise<void>
  /** Said once for each id, however often the job runs. */
  reply(id: string, body: string): Promise<void>
  review(): Promise<void>
}
