import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { Permanent } from '../../src/jobs/index.js'
import { UserError } from '../../src/lib/errors.js'
import {
  type Conversation,
  changedLines,
  cleanPlan,
  commentOn,
  findingPlan,
  openPull,
  startConversation,
} from './support/conversation.js'

let talk: Conversation
beforeEach(async () => {
  talk = await startConversation()
})
afterEach(() => talk.stop())

const checks = (head: string) =>
  [...talk.sandbox.repository('orders').checkRuns.values()]
    .filter((run) => run.head === head)
    .map((run) => `${run.name}: ${run.conclusion ?? run.status}`)
const threads = () => [...talk.sandbox.repository('orders').reviewComments.values()]
const summaries = () => [...talk.sandbox.repository('orders').comments.values()]

describe('a pull request that is clean', () => {
  it('gets two green checks and not a word', async () => {
    const pull = await openPull(talk.sandbox)
    await talk.settled()
    expect(checks(pull.headSha)).toEqual(['Interlock: success', 'Interlock AI review: success'])
    expect(threads()).toEqual([])
    expect(summaries()).toEqual([])
  })

  it('is shown as queued, then as under way, before it is done', async () => {
    await openPull(talk.sandbox)
    await talk.settled()
    const states = talk.sandbox.ledger
      .applied(/check-runs/)
      .map((write) => `${write.method} ${(write.body as { status: string }).status}`)
    expect(states).toEqual([
      'POST queued',
      'PATCH in_progress',
      'POST queued',
      'PATCH completed',
      'PATCH completed',
    ])
  })
})

describe('a pull request that breaks somebody', () => {
  beforeEach(() => {
    talk.says = (pull) => findingPlan(pull.head, [commentOn(3, 'f1'), commentOn(25, 'f2')])
  })

  it('gets a red check, one review with all comments, and one summary', async () => {
    const pull = await openPull(talk.sandbox)
    await talk.settled()
    expect(checks(pull.headSha)).toEqual(['Interlock: failure', 'Interlock AI review: success'])
    expect(talk.sandbox.ledger.applied(/POST .*\/reviews$/)).toHaveLength(1)
    expect(threads().map((each) => each.line)).toEqual([3, 25])
    expect(summaries()).toHaveLength(1)
  })

  it('hears nothing twice after another push', async () => {
    const pull = await openPull(talk.sandbox)
    await talk.settled()
    await talk.sandbox.pushTo('orders', {
      branch: 'total',
      files: { 'src/orders.ts': changedLines('again') },
      message: 'Again',
    })
    await talk.settled()
    expect(talk.reviewed).toHaveLength(2)
    expect(threads()).toHaveLength(2)
    expect(summaries()).toHaveLength(1)
    expect(checks(talk.sandbox.pull('orders', 1).headSha)).toHaveLength(2)
    expect(checks(pull.headSha)).toHaveLength(2)
  })

  it('sees its thread marked as fixed by the push that fixes it, and the summary go', async () => {
    await openPull(talk.sandbox)
    await talk.settled()
    talk.says = (pull) => ({ ...cleanPlan(pull.head), open: ['f2'] })
    const files = { 'src/orders.ts': changedLines('mended') }
    await talk.sandbox.pushTo('orders', { branch: 'total', files, message: 'Mend' })
    await talk.settled()
    const head = talk.sandbox.pull('orders', 1).headSha
    expect(threads()[0]?.body).toContain(`~~**billing breaks**~~\n\nFixed in ${head.slice(0, 7)}.`)
    expect(threads()[1]?.body).not.toContain('Fixed')
    expect(summaries()).toEqual([])
  })

  it('keeps what the model said before when the model is not heard', async () => {
    const before = talk.says
    talk.says = async (pull, signal) => {
      const plan = await before(pull, signal)
      return {
        ...plan,
        comments: plan.comments.map((each) => ({ ...each, fingerprint: `ai-${each.fingerprint}` })),
      }
    }
    await openPull(talk.sandbox)
    await talk.settled()
    talk.says = (pull) => ({ ...cleanPlan(pull.head), opinionsStand: true })
    const files = { 'src/orders.ts': changedLines('moved on') }
    await talk.sandbox.pushTo('orders', { branch: 'total', files, message: 'Move on' })
    await talk.settled()
    expect(threads().map((each) => each.body.includes('Fixed in'))).toEqual([false, false])
  })

  it('is told again when a finding that was fixed comes back', async () => {
    await openPull(talk.sandbox)
    await talk.settled()
    const before = talk.says
    talk.says = (pull) => cleanPlan(pull.head)
    const push = (mark: string) =>
      talk.sandbox.pushTo('orders', {
        branch: 'total',
        files: { 'src/orders.ts': changedLines(mark) },
        message: mark,
      })
    await push('mended')
    await talk.settled()
    talk.says = before
    await push('broken again')
    await talk.settled()
    expect(threads().filter((each) => !each.body.includes('Fixed in'))).toHaveLength(2)
  })
})

describe('a head that moves', () => {
  it('gets nothing said about the old one, whose checks do not stay pending', async () => {
    let reviewing = (): void => {}
    const begun = new Promise<void>((resolve) => {
      reviewing = resolve
    })
    let goOn = (): void => {}
    const gate = new Promise<void>((resolve) => {
      goOn = resolve
    })
    talk.says = async (pull) => {
      if (talk.reviewed.length === 1) {
        reviewing()
        await gate
      }
      return findingPlan(pull.head, [commentOn(3, pull.head.slice(0, 8))])
    }
    const pull = await openPull(talk.sandbox)
    await begun
    const old = pull.headSha
    await talk.sandbox.pushTo('orders', {
      branch: 'total',
      files: { 'src/orders.ts': changedLines('newer') },
      message: 'Newer',
    })
    goOn()
    await talk.settled()
    const head = talk.sandbox.pull('orders', 1).headSha
    expect(checks(old)).toEqual(['Interlock: cancelled', 'Interlock AI review: cancelled'])
    expect(checks(head)).toEqual(['Interlock: failure', 'Interlock AI review: success'])
    expect(threads().map((each) => each.originalCommit)).toEqual([head])
  })
})

it('completes the checks of a pull request that is closed while it is reviewed', async () => {
  talk.says = async (pull) => {
    await talk.sandbox.closePullRequest('orders', 1)
    return findingPlan(pull.head, [commentOn(3, 'f1')])
  }
  const pull = await openPull(talk.sandbox)
  await talk.settled()
  expect(checks(pull.headSha)).toEqual(['Interlock: cancelled', 'Interlock AI review: cancelled'])
  expect(threads()).toEqual([])
})

it('checks a merge group under the same names', async () => {
  await openPull(talk.sandbox)
  await talk.settled()
  const group = await talk.sandbox.mergeGroup('orders', [1])
  await talk.settled()
  expect(checks(group.head)).toEqual(['Interlock: success', 'Interlock AI review: success'])
})

it('reviews again when somebody presses "Re-run", on the same run', async () => {
  const pull = await openPull(talk.sandbox)
  await talk.settled()
  const [run] = [...talk.sandbox.repository('orders').checkRuns.keys()]
  await talk.sandbox.rerequest('orders', run ?? 0)
  await talk.settled()
  expect(talk.reviewed).toHaveLength(2)
  expect(checks(pull.headSha)).toEqual(['Interlock: success', 'Interlock AI review: success'])
})

it('finds a pull request that no delivery told it about', async () => {
  await talk.sandbox.changeInstallation('created')
  await talk.settled()
  talk.sandbox.pauseWebhooks(true)
  const pull = await openPull(talk.sandbox)
  talk.sandbox.pauseWebhooks(false)
  await talk.settled()
  expect(checks(pull.headSha)).toEqual([])
  await talk.app.reconcile()
  await talk.settled()
  expect(checks(pull.headSha)).toEqual(['Interlock: success', 'Interlock AI review: success'])
})

describe('a review that cannot be made', () => {
  const neutral = ['Interlock: neutral', 'Interlock AI review: neutral']

  it('ends both checks neutral with the words of a mistake that a person can mend', async () => {
    talk.says = () => {
      throw new UserError('bad-settings', '`.github/interlock.yml` is not YAML.')
    }
    const pull = await openPull(talk.sandbox)
    await talk.settled()
    expect(checks(pull.headSha)).toEqual(neutral)
    const [run] = [...talk.sandbox.repository('orders').checkRuns.values()]
    expect(run?.summary).toBe('`.github/interlock.yml` is not YAML.')
  })

  it('ends both checks neutral after a bug, without showing it', async () => {
    talk.says = () => {
      throw new Permanent('secret of the house')
    }
    const pull = await openPull(talk.sandbox)
    await talk.settled()
    expect(checks(pull.headSha)).toEqual(neutral)
    expect(JSON.stringify(talk.sandbox.ledger.writes)).not.toContain('secret of the house')
  })
})

it('does not make a review again that was finished before GitHub refused to listen', async () => {
  const match = /PATCH .*check-runs/
  talk.says = (pull) => {
    talk.sandbox.fault({ match, kind: 'status', status: 503, times: 2 })
    return findingPlan(pull.head, [commentOn(3, 'f1')])
  }
  const pull = await openPull(talk.sandbox)
  await until(() => threads().length > 0)
  await talk.settled()
  expect(talk.reviewed).toHaveLength(1)
  expect(checks(pull.headSha)).toEqual(['Interlock: failure', 'Interlock AI review: success'])
  expect(threads()).toHaveLength(1)
})

it('logs no token and no word of a comment or a request', async () => {
  talk.says = (pull) => findingPlan(pull.head, [commentOn(3, 'f1')])
  await openPull(talk.sandbox)
  await talk.settled()
  expect(talk.logged.join('')).not.toMatch(/ghs_|billing reads|Say total|BEGIN RSA/)
})

/** Waits for a job that comes back after its pause. */
async function until(isSo: () => boolean): Promise<void> {
  for (let waited = 0; waited < 15_000 && !isSo(); waited += 50) {
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
