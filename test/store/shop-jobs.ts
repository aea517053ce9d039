import type { Job, NewJob, Store } from '../../src/store/index.js'

/** The review of a pull request of the order shop: coalesced by key, one at a time by lane. */
export function review(pull: string, head: string, more: Partial<NewJob> = {}): NewJob {
  return { kind: 'review', key: `review:${pull}`, lane: pull, payload: { head }, ...more }
}

/** A job that must be there. */
export async function claimed(store: Store, leaseMs = 60_000): Promise<Job> {
  const job = await store.jobs.claim(leaseMs)
  if (!job) throw new Error('No job is ready')
  return job
}
