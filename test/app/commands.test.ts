import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { type Conversation, changedLines, openPull, startConversation } from './support/conversation.js'

let talk: Conversation
beforeEach(async () => {
  talk = await startConversation()
  await openPull(talk.sandbox)
  await talk.settled()
})
afterEach(() => talk.stop())

const comments = () => [...talk.sandbox.repository('orders').comments.values()]
const ours = () => comments().filter((each) => each.user.login === 'interlock[bot]')

/** Somebody comments; gives the reactions that the comment gets. */
async function ask(by: string, body: string): Promise<readonly string[]> {
  const id = await talk.sandbox.comment('orders', 1, by, body)
  await talk.settled()
  const reactions = talk.sandbox.repository('orders').comments.get(id)?.reactions ?? []
  return reactions.map((each) => each.content)
}

describe('somebody with write access', () => {
  it('gets another review of the same head: 👀, then 🚀', async () => {
    expect(await ask('dana', '/recheck')).toEqual(['eyes', 'rocket'])
    const head = talk.sandbox.pull('orders', 1).headSha
    expect(talk.reviewed).toEqual([`1@${head}`, `1@${head}`])
    const runs = [...talk.sandbox.repository('orders').checkRuns.values()]
    expect(runs.map((run) => run.conclusion)).toEqual(['success', 'success'])
    expect(ours()).toEqual([])
  })

  it('gets the head of now, when it moved after the comment', async () => {
    const files = { 'src/orders.ts': changedLines('newer') }
    await talk.sandbox.pushTo('orders', { branch: 'total', files, message: 'Newer' })
    await ask('dana', '/recheck')
    expect(talk.reviewed.at(-1)).toBe(`1@${talk.sandbox.pull('orders', 1).headSha}`)
  })

  it.each(['maintain', 'admin'] as const)('is also who has the role %s', async (level) => {
    talk.sandbox.setPermission('orders', 'max', level)
    expect(await ask('max', '/recheck')).toEqual(['eyes', 'rocket'])
  })
})

describe('somebody without write access', () => {
  it.each(['read', 'triage'] as const)(
    'is told once that %s is not enough, and then gets 😕',
    async (level) => {
      talk.sandbox.setPermission('orders', 'rene', level)
      expect(await ask('rene', '/recheck')).toEqual(['confused'])
      expect(await ask('rene', '/recheck')).toEqual(['confused'])
      expect(ours()).toHaveLength(1)
      expect(talk.reviewed).toHaveLength(1)
    },
  )

  it('may read the help', async () => {
    expect(await ask('rene', '/recheck help')).toEqual(['eyes', 'rocket'])
    expect(ours()[0]?.body).toContain('| `/recheck` |')
  })

  it('gets no answer at all when they cannot even read', async () => {
    expect(await ask('mallory', '/recheck')).toEqual([])
    expect(ours()).toEqual([])
  })
})

it('explains itself once to somebody who asks for what there is not', async () => {
  expect(await ask('dana', '/recheck everything')).toEqual(['eyes', 'confused'])
  await ask('dana', '/recheck everything')
  expect(ours()).toHaveLength(1)
  expect(ours()[0]?.body).toContain('There is no command `everything`.')
})

it('obeys no bot, itself included', async () => {
  talk.sandbox.setPermission('orders', 'renovate[bot]', 'admin')
  expect(await ask('renovate[bot]', '/recheck')).toEqual([])
  expect(await ask('interlock[bot]', '/recheck')).toEqual([])
  expect(talk.reviewed).toHaveLength(1)
})

it('does nothing on a pull request that is closed', async () => {
  await talk.sandbox.closePullRequest('orders', 1)
  await talk.settled()
  expect(await ask('dana', '/recheck')).toEqual([])
  expect(talk.reviewed).toHaveLength(1)
})

it('lets nobody in while the permission cannot be looked up', async () => {
  talk.sandbox.fault({ match: /GET .*permission/, kind: 'status', status: 502, times: 3 })
  const id = await talk.sandbox.comment('orders', 1, 'dana', '/recheck')
  await talk.settled()
  expect(talk.sandbox.repository('orders').comments.get(id)?.reactions).toEqual([])
  expect(talk.reviewed).toHaveLength(1)
})

it('answers a delivery once, however often it is sent', async () => {
  await ask('rene', '/recheck help')
  const delivery = talk.sandbox.deliveries.findLast(
    (each) => each.event === 'issue_comment' && each.action === 'created',
  )
  const helps = ours().length
  if (delivery) for (let again = 0; again < 5; again++) await talk.sandbox.redeliver(delivery)
  await talk.settled()
  expect(ours()).toHaveLength(helps)
})
