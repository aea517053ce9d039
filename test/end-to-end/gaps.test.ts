import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from '@jest/globals'
import { shopFiles } from '../cli/support/shop.js'
import { temporaryFolder } from '../support/git.js'
import { type House, startHouse } from './support/house.js'
import { openPull, openShop, type ShopOptions } from './support/shop.js'
import { checksAt, saidOn, standingOn, threadsOn } from './support/standing.js'

let house: House
let directory = ''
beforeEach(() => {
  directory = temporaryFolder()
})
afterEach(() => house.stop())

async function open(options: ShopOptions = {}): Promise<void> {
  house = await startHouse({ seed: (sandbox) => openShop(sandbox, options), environment: { directory } })
}

const settings = (text: string): ShopOptions => ({
  files: { orders: { ...shopFiles.orders, '.github/interlock.yml': text } },
})
const summaryOf = (number: number): string =>
  standingOn(house.sandbox, number).checks.find((run) => run.name === 'Interlock')?.summary ?? ''

it('a consumer that cannot be fetched is named, and green is not said', async () => {
  await open()
  house.sandbox.fault({ match: /GET \/acme\/billing\.git/, kind: 'status', status: 403, times: 1_000 })
  const { number, headSha } = await openPull(house.sandbox, 'adds', { files: shopFiles.addStatus })
  await house.settled()
  expect(checksAt(house.sandbox, headSha)[0]).toBe('Interlock: neutral')
  expect(summaryOf(number)).toContain('acme/billing could not be asked')
  const breaking = await openPull(house.sandbox, 'breaks')
  await house.settled()
  expect(checksAt(house.sandbox, breaking.headSha)[0]).toBe('Interlock: failure')
  expect(threadsOn(house.sandbox, breaking.number)[1]).toMatch(/\*\*web reads `total`/)
})

it('a repository that is switched off on its base gets neutral checks and not a word', async () => {
  await open(settings('enabled: false\n'))
  const { number, headSha } = await openPull(house.sandbox, 'rename')
  await house.settled()
  expect(checksAt(house.sandbox, headSha)).toEqual(['Interlock: neutral', 'Interlock AI review: neutral'])
  expect(standingOn(house.sandbox, number)).toMatchObject({ threads: [], comments: [] })
  expect(summaryOf(number)).toContain('enabled: false')
})

it('settings that are wrong on the base are told, and the defaults hold', async () => {
  await open(settings('rules: { http.route-removed: never }\n'))
  const { number, headSha } = await openPull(house.sandbox, 'rename')
  await house.settled()
  expect(checksAt(house.sandbox, headSha)[0]).toBe('Interlock: failure')
  expect(summaryOf(number)).toContain('.github/interlock.yml')
})

it('settings of the base decide how many comments there are; the rest stands in the summary', async () => {
  await open(settings('comments: { max: 1 }\n'))
  const { number } = await openPull(house.sandbox, 'rename')
  await house.settled()
  expect(threadsOn(house.sandbox, number)).toHaveLength(1)
  expect(saidOn(house.sandbox, number)[0]).toMatch(/route-removed|is removed[\s\S]*no longer in the answer/)
})

it('a base that was rewritten is compared as the pull request knows it', async () => {
  await open()
  const { sandbox } = house
  sandbox.pauseWebhooks(true)
  const { number, baseSha } = await openPull(sandbox, 'rename')
  const files = { 'README.md': 'Orders of the shop\n' }
  const base = await sandbox.commit('orders', { branch: 'main', files, message: 'Soon gone' })
  Object.assign(sandbox.pull('orders', number), { baseSha: base })
  await sandbox.commit('orders', { branch: 'main', onto: baseSha, files, message: 'Instead' })
  sandbox.pauseWebhooks(false)
  await sandbox.comment('orders', number, 'dana', '/recheck')
  await house.settled()
  expect(checksAt(sandbox, sandbox.pull('orders', number).headSha)[0]).toBe('Interlock: failure')
  expect(threadsOn(sandbox, number)).toHaveLength(2)
})

it('an installation that ends leaves no code of its repositories behind', async () => {
  await open()
  await house.sandbox.changeInstallation('created')
  await openPull(house.sandbox, 'rename')
  await house.settled()
  const mirrors = join(directory, 'mirrors', 'acme')
  expect(readdirSync(mirrors).sort()).toEqual(['billing.git', 'orders.git', 'web.git'])
  await house.sandbox.changeInstallation('deleted')
  await house.settled()
  expect(readdirSync(mirrors)).toEqual([])
  expect(await house.server.store.repositories.ofInstallation(7100)).toEqual([])
})
