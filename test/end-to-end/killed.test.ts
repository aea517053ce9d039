import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { createSandbox, type Pull, type Sandbox, type Write } from '../../src/sandbox/index.js'
import type { Environment } from '../../src/settings/index.js'
import { openStore, type Store } from '../../src/store/index.js'
import { temporaryFolder } from '../support/git.js'
import { compiled } from './support/compiled.js'
import { environmentOf, secret } from './support/house.js'
import { atWrite, beginLife, type Life } from './support/lives.js'
import { openPull, openShop } from './support/shop.js'
import { checksAt, saidOn, standingOn, threadsOn } from './support/standing.js'

let sandbox: Sandbox
let store: Store
let environment: Environment
let script = ''
let life: Life | null = null

beforeAll(async () => {
  sandbox = await createSandbox({ directory: join(temporaryFolder(), 'github') })
  sandbox.setWebhook(null, secret)
  await openShop(sandbox)
  const directory = join(temporaryFolder(), 'interlock')
  script = compiled('test/end-to-end/support/server-child.ts')
  environment = environmentOf(sandbox, { directory })
  store = await openStore({ directory })
})
afterAll(async () => {
  life?.kill()
  await life?.ended
  await store.close()
  await sandbox.close()
})

/** When a server dies: something that it wrote was applied, and it has not heard so. */
const deaths: readonly (readonly [string, (write: Write, pull: Pull) => boolean])[] = [
  ['the required check is made', (write, pull) => isCheck(write, 'POST', 'Interlock', pull)],
  ['a check is completed', (write) => isStatus(write, 'completed')],
  ['the threads are written', ({ path }, { number }) => path.endsWith(`/pulls/${number}/reviews`)],
  ['the summary is written', ({ path }, { number }) => path.endsWith(`/issues/${number}/comments`)],
]

function isCheck({ method, path, body }: Write, wanted: string, name: string, pull: Pull): boolean {
  const has = (key: string, value: string) =>
    typeof body === 'object' &&
    body !== null &&
    Object.entries(body).some(([k, v]) => k === key && v === value)
  return (
    method === wanted && path.endsWith('/check-runs') && has('name', name) && has('head_sha', pull.headSha)
  )
}

function isStatus({ method, path, body }: Write, status: string): boolean {
  const written = typeof body === 'object' && body !== null && 'status' in body ? body.status : null
  return method === 'PATCH' && path.includes('/check-runs/') && written === status
}

async function reborn(): Promise<Life> {
  life = await beginLife(script, environment)
  sandbox.setWebhook(life.webhook)
  return life
}

async function quiet(): Promise<void> {
  await sandbox.settled()
  while ((await store.jobs.pending()) > 0) await pause(20)
}

it('a server killed anywhere between acknowledging and publishing leaves everything said once', async () => {
  const pulls: Pull[] = []
  for (const [at, [, fits]] of deaths.entries()) {
    const { kill, ended } = await reborn()
    await quiet()
    const number = at + 1
    const dead = atWrite(sandbox, (write) => fits(write, sandbox.pull('orders', number)), kill)
    pulls.push(await openPull(sandbox, `pull-${number}`))
    await dead
    await ended
  }
  // One that hears of a pull request, and has no time for more than to say so.
  const hasty = await reborn()
  await quiet()
  pulls.push(await openPull(sandbox, 'last'))
  hasty.kill()
  await hasty.ended
  const told = sandbox.deliveries.filter((each) => each.event === 'pull_request')
  expect(told.map((each) => each.status)).toEqual(pulls.map(() => 202))

  await reborn()
  await quiet()
  for (const { number, headSha } of pulls) {
    expect(checksAt(sandbox, headSha)).toEqual(['Interlock: failure', 'Interlock AI review: neutral'])
    expect(threadsOn(sandbox, number)).toHaveLength(2)
    expect(new Set(threadsOn(sandbox, number)).size).toBe(2)
    expect(standingOn(sandbox, number).reviews).toHaveLength(1)
    expect(saidOn(sandbox, number)).toHaveLength(1)
  }
  expect((await store.jobs.counts()).dead).toBe(0)
}, 90_000)
