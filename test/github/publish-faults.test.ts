import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { PublishPlan } from '../../src/domain/plan.js'
import { beginReview, publish } from '../../src/github/index.js'
import { RetryLater } from '../../src/lib/retry-later.js'
import { commentOn, findingPlan } from '../app/support/conversation.js'
import { memoryBook, type Publisher, startPublisher } from './support/publisher.js'

let at: Publisher
let plan: PublishPlan
beforeEach(async () => {
  at = await startPublisher()
  plan = findingPlan(at.head, [commentOn(3, 'f1'), commentOn(25, 'f2')])
})
afterEach(() => at.stop())

const said = () => {
  const { checkRuns, reviewComments, comments } = at.sandbox.repository('orders')
  return { runs: checkRuns.size, threads: reviewComments.size, summaries: comments.size }
}
const once = { runs: 2, threads: 2, summaries: 1 }

/** As a worker would: begins and publishes, and comes back after an error, at most three times. */
async function work(): Promise<void> {
  const context = await at.context()
  for (let attempt = 1; ; attempt++) {
    try {
      await beginReview(context, at.head)
      await publish(plan, context)
      return
    } catch (error) {
      if (attempt === 3) throw error
    }
  }
}

describe('a lost answer makes nothing stand there twice', () => {
  const writes = [
    'POST /repos/acme/orders/check-runs',
    'PATCH /repos/acme/orders/check-runs',
    'POST /repos/acme/orders/pulls/1/reviews',
    'POST /repos/acme/orders/issues/1/comments',
  ]
  const faults = ['applied-then-502', 'truncate', 'html', 'reset', 'hang'] as const
  const cases = writes.flatMap((match) => faults.map((kind) => ({ match, kind })))

  it.each(cases)('$kind at $match', async ({ match, kind }) => {
    at.sandbox.fault({ match, kind })
    await work()
    expect(said()).toEqual(once)
  })

  it('also when every first attempt of a kind is lost', async () => {
    for (const match of writes) at.sandbox.fault({ match, kind: 'applied-then-502' })
    await work()
    await work()
    expect(said()).toEqual(once)
  })
})

it('says nothing twice when it is run twice', async () => {
  await work()
  const { length } = at.sandbox.ledger.applied(/POST/)
  await work()
  expect(at.sandbox.ledger.applied(/POST/)).toHaveLength(length)
  expect(said()).toEqual(once)
})

it('says nothing twice after its store was lost', async () => {
  await work()
  await publish(plan, await at.context({ publications: memoryBook() }))
  expect(said()).toMatchObject({ threads: 2, summaries: 1 })
})

it.each([
  { name: 'with a time', fault: { retryAfterSeconds: 90 }, least: 85_000 },
  { name: 'without one', fault: {}, least: 55_000 },
])('comes back later after a secondary limit $name, and finishes then', async ({ fault, least }) => {
  at.sandbox.fault({ match: /POST .*reviews/, kind: 'secondary-limit', ...fault })
  const context = await at.context()
  await beginReview(context, at.head)
  const thrown = await publish(plan, context).catch((error: unknown) => error)
  expect(thrown).toBeInstanceOf(RetryLater)
  if (thrown instanceof RetryLater) expect(thrown.at.getTime() - Date.now()).toBeGreaterThan(least)
  await publish(plan, context)
  expect(said()).toEqual(once)
})

it('takes a new token when the old one is revoked in the middle', async () => {
  const context = await at.context()
  await beginReview(context, at.head)
  at.sandbox.revokeTokens()
  expect(await publish(plan, context)).toBe('published')
  expect(said()).toEqual(once)
})
