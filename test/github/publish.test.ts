import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { Annotation } from '../../src/domain/plan.js'
import { beginReview, publish } from '../../src/github/index.js'
import { changedLines, cleanPlan, commentOn, findingPlan } from '../app/support/conversation.js'
import { type Publisher, startPublisher } from './support/publisher.js'

let at: Publisher
beforeEach(async () => {
  at = await startPublisher()
})
afterEach(() => at.stop())

const orders = () => at.sandbox.repository('orders')
const threads = () => [...orders().reviewComments.values()]

async function say(plan = findingPlan(at.head, [commentOn(3, 'f1')])) {
  const context = await at.context()
  await beginReview(context, at.head)
  return publish(plan, context)
}

it('leaves out the comment that GitHub refuses, and says the others', async () => {
  await say(findingPlan(at.head, [commentOn(3, 'f1'), commentOn(14, 'outside'), commentOn(25, 'f2')]))
  expect(threads().map((each) => each.line)).toEqual([3, 25])
})

it('says the summary and the checks when every comment is refused', async () => {
  expect(await say(findingPlan(at.head, [commentOn(14, 'outside')]))).toBe('published')
  expect(threads()).toEqual([])
  expect(orders().comments.size).toBe(1)
})

it('sends more than fifty annotations in parts, and none again', async () => {
  const annotations = Array.from(
    { length: 120 },
    (_, index): Annotation => ({
      path: 'src/orders.ts',
      startLine: (index % 30) + 1,
      endLine: (index % 30) + 1,
      level: 'failure',
      title: `F${index}`,
      message: 'billing reads it',
    }),
  )
  const plan = cleanPlan(at.head)
  const full = { ...plan, checks: [{ ...plan.checks[0], annotations }, plan.checks[1]] } as const
  await say(full)
  await say(full)
  const [run] = [...orders().checkRuns.values()]
  expect(run?.annotations).toHaveLength(120)
  expect(run?.conclusion).toBe('success')
})

it('completes the check without its annotations when GitHub refuses one of them', async () => {
  const context = await at.context()
  await beginReview(context, at.head)
  at.sandbox.fault({ match: /PATCH .*check-runs/, kind: 'status', status: 422 })
  await publish(findingPlan(at.head, [commentOn(3, 'f1')]), context)
  expect([...orders().checkRuns.values()].map((run) => run.conclusion)).toEqual(['failure', 'success'])
})

it('says in the check that it may not comment, when that was not granted, and does not try', async () => {
  const context = await at.context()
  const client = { ...context.client, permissions: { checks: 'write', metadata: 'read' } }
  await beginReview(context, at.head)
  await publish(findingPlan(at.head, [commentOn(3, 'f1')]), { ...context, client })
  const [run] = [...orders().checkRuns.values()]
  expect(run?.summary).toContain('grant the app *Pull requests: read and write*')
  expect(threads()).toEqual([])
  expect(orders().comments.size).toBe(0)
})

describe('a head that moved', () => {
  it('has nothing said about it, and its checks are cancelled', async () => {
    const context = await at.context()
    await beginReview(context, at.head)
    const files = { 'src/orders.ts': changedLines('newer') }
    await at.sandbox.pushTo('orders', { branch: 'total', files, message: 'Newer' })
    expect(await publish(findingPlan(at.head, [commentOn(3, 'f1')]), context)).toBe('superseded')
    expect(threads()).toEqual([])
    expect(orders().comments.size).toBe(0)
    expect([...orders().checkRuns.values()].map((run) => run.conclusion)).toEqual(['cancelled', 'cancelled'])
  })
})

it('falls silent at once when the lease is lost', async () => {
  const context = await at.context()
  await beginReview(context, at.head)
  const { length } = at.sandbox.ledger.writes
  const zombie = await at.context({ isCurrent: async () => false })
  expect(await publish(findingPlan(at.head, [commentOn(3, 'f1')]), zombie)).toBe('lost')
  expect(at.sandbox.ledger.writes).toHaveLength(length)
})

describe('words that only look like ours', () => {
  it('never edits a summary that somebody else pasted', async () => {
    await say()
    const [summary] = [...orders().comments.values()]
    await at.sandbox.comment('orders', 1, 'mallory', summary?.body ?? '')
    await say(cleanPlan(at.head))
    const left = [...orders().comments.values()]
    expect(left.map((each) => each.user.login)).toEqual(['mallory'])
  })

  it('believes no marker that was signed for another pull request or by another key', async () => {
    await say()
    const foreign = await at.context({ markerKeys: ['another key'], publications: emptyBook() })
    await publish(findingPlan(at.head, [commentOn(3, 'f1')]), foreign)
    expect(threads()).toHaveLength(2)
  })

  it('leaves a check run of the same name alone when another app made it', async () => {
    await say()
    const requests = at.sandbox.ledger.requests.filter((each) => each.includes('check-runs?'))
    expect(requests.every((each) => each.includes('app_id='))).toBe(true)
  })
})

it('says nothing on a locked conversation but completes the checks', async () => {
  at.sandbox.pull('orders', 1).locked = true
  expect(await say()).toBe('published')
  expect([...orders().checkRuns.values()].map((run) => run.conclusion)).toEqual(['failure', 'success'])
  expect(threads()).toEqual([])
})

it('takes a commit that vanished for superseded', async () => {
  expect(await beginReview(await at.context(), 'f'.repeat(40))).toBe('vanished')
})

it('lets no secret through', async () => {
  const token = `ghp_${'a1'.repeat(18)}`
  const leaky = { ...commentOn(3, 'f1'), body: `It says ${token}.` }
  await say({ ...findingPlan(at.head, [leaky]), summary: `It says ${token}.` })
  expect(JSON.stringify(at.sandbox.ledger.writes)).not.toContain(token)
})

function emptyBook() {
  return { of: async () => [], put: async () => {}, remove: async () => {} }
}
