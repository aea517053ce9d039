import { afterEach, beforeEach, expect, it } from '@jest/globals'
import { shopFiles } from '../cli/support/shop.js'
import { type House, startHouse } from './support/house.js'
import { openPull, openShop } from './support/shop.js'
import { checksAt, saidOn, standingOn, threadsOn } from './support/standing.js'

let house: House
beforeEach(async () => {
  house = await startHouse()
})
afterEach(() => house.stop())

const settings = (text: string) => ({
  files: { orders: { ...shopFiles.orders, '.github/interlock.yml': text } },
})
const summaryOf = (number: number): string =>
  standingOn(house.sandbox, number).checks.find((run) => run.name === 'Interlock')?.summary ?? ''

it('a consumer that cannot be fetched is named, and green is not said', async () => {
  await openShop(house.sandbox)
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
  await openShop(house.sandbox, settings('enabled: false\n'))
  const { number, headSha } = await openPull(house.sandbox, 'rename')
  await house.settled()
  expect(checksAt(house.sandbox, headSha)).toEqual(['Interlock: neutral', 'Interlock AI review: neutral'])
  expect(standingOn(house.sandbox, number)).toMatchObject({ threads: [], comments: [] })
  expect(summaryOf(number)).toContain('enabled: false')
})

it('settings that are wrong on the base are told, and the defaults hold', async () => {
  await openShop(house.sandbox, settings('rules: { http.route-removed: never }\n'))
  const { number, headSha } = await openPull(house.sandbox, 'rename')
  await house.settled()
  expect(checksAt(house.sandbox, headSha)[0]).toBe('Interlock: failure')
  expect(summaryOf(number)).toContain('.github/interlock.yml')
})

it('settings of the base decide how many comments there are; the rest stands in the summary', async () => {
  await openShop(house.sandbox, settings('comments: { max: 1 }\n'))
  const { number } = await openPull(house.sandbox, 'rename')
  await house.settled()
  expect(threadsOn(house.sandbox, number)).toHaveLength(1)
  expect(saidOn(house.sandbox, number)[0]).toMatch(/route-removed|is removed[\s\S]*no longer in the answer/)
})
