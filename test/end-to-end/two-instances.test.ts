import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import type { Assembly } from '../../src/assembly/index.js'
import { createSandbox, type Sandbox } from '../../src/sandbox/index.js'
import { temporaryFolder } from '../support/git.js'
import { secret, settled, startServer } from './support/house.js'
import { openPull, openShop, pushTo } from './support/shop.js'
import { checksAt, saidOn, standingOn } from './support/standing.js'

let sandbox: Sandbox
let servers: readonly { readonly server: Assembly; readonly webhook: string }[] = []
beforeAll(async () => {
  sandbox = await createSandbox({ directory: join(temporaryFolder(), 'github') })
  sandbox.setWebhook(null, secret)
  await openShop(sandbox)
  const directory = join(temporaryFolder(), 'interlock')
  servers = [await startServer(sandbox, { directory }), await startServer(sandbox, { directory })]
})
afterAll(async () => {
  for (const { server } of servers) await server.stop()
  await sandbox.close()
})

/** The next delivery goes to one of the two. */
const to = (instance: number): void => sandbox.setWebhook(servers[instance]?.webhook ?? null)
const done = () =>
  settled(
    sandbox,
    servers.map((each) => each.server),
  )

it('two servers on one store say everything once, whoever hears of it', async () => {
  const pulls: number[] = []
  for (let at = 0; at < 6; at++) {
    to(at % 2)
    pulls.push((await openPull(sandbox, `pull-${at}`)).number)
  }
  for (const [at, number] of pulls.entries()) {
    to((at + 1) % 2)
    await pushTo(sandbox, `pull-${at}`, { 'README.md': 'Orders\n' })
    await sandbox.comment('orders', number, 'dana', '/recheck')
  }
  const opened = sandbox.deliveries.filter((each) => each.action === 'opened')
  for (const delivery of opened) {
    to(Number(delivery.id) % 2)
    await sandbox.redeliver(delivery)
  }
  await done()
  for (const number of pulls) {
    const { headSha } = sandbox.pull('orders', number)
    expect(checksAt(sandbox, headSha)).toEqual(['Interlock: failure', 'Interlock AI review: neutral'])
    expect(standingOn(sandbox, number)).toMatchObject({
      reviews: [expect.anything()],
      threads: [expect.anything(), expect.anything()],
    })
    expect(saidOn(sandbox, number)).toHaveLength(1)
  }
  const pending = [...sandbox.repository('orders').checkRuns.values()].filter(
    (run) => run.status !== 'completed',
  )
  expect(pending).toEqual([])
}, 60_000)

it('goes on when one of them stops', async () => {
  to(0)
  const { number } = await openPull(sandbox, 'taken-over')
  const [first, second] = servers
  await first?.server.stop()
  servers = second ? [second] : []
  to(0)
  await done()
  expect(checksAt(sandbox, sandbox.pull('orders', number).headSha)).toEqual([
    'Interlock: failure',
    'Interlock AI review: neutral',
  ])
  expect(saidOn(sandbox, number)).toHaveLength(1)
})
