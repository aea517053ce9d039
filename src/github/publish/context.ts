import type { RepositoryClient } from '../client/client.js'
import type { MarkerScope } from './marker.js'
import type { Outbox, PublicationBook } from './outbox.js'

export type PublishLog = {
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
}

/** What the publisher works with; everything about what to say comes in the plan. */
export type PublishContext = {
  readonly client: RepositoryClient
  readonly number: number
  readonly publications: PublicationBook
  /** Keys that sign our hidden markers: the one of now, then earlier ones. */
  readonly markerKeys: readonly string[]
  /** False when the lease was lost or a newer job of the pull request waits: then nothing more is said. */
  readonly isCurrent: () => Promise<boolean>
  readonly log: PublishLog
  /** How long to wait before reading back after a lost answer; GitHub's lists can lag behind its writes. */
  readonly settleMs?: number
}

/** A context with the pull request's outbox open. */
export type Publishing = PublishContext & { readonly outbox: Outbox; readonly scope: MarkerScope }

/** Thrown inside the publisher to stop at once; it never leaves it. */
export class NotCurrent extends Error {
  override readonly name = 'NotCurrent'
}

/** Asked before every write, because the world may have moved on since the last one. */
export async function stillCurrent(context: PublishContext): Promise<void> {
  if (!(await context.isCurrent())) throw new NotCurrent('a newer job has taken over')
}

export async function settle({ settleMs = 2_000 }: PublishContext): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, settleMs))
}
