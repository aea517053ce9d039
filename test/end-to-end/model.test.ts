import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals'
import { shopFiles } from '../cli/support/shop.js'
import { type Block, FakeMessages, type Step } from '../support/messages/fake-messages.js'
import { type House, startHouse } from './support/house.js'
import { openPull, openShop, pushTo } from './support/shop.js'
import { checksAt, standingOn, threadsOn } from './support/standing.js'

let model: FakeMessages
let house: House
beforeAll(async () => {
  model = await new FakeMessages([]).start()
  const environment = { model: { apiKey: 'key', baseUrl: model.url, model: 'claude-sonnet-5-5' } }
  house = await startHouse({ seed: openShop, environment })
})
afterAll(async () => {
  await house.stop()
  await model.stop()
})
beforeEach(() => {
  model.script.length = 0
})
afterEach(() => expect(model.refused).toEqual([]))

const line = "app.get('/orders/:id/status', async (request, response) => {"
const claim = {
  path: 'src/app.ts',
  start_line: 11,
  end_line: 11,
  side: 'RIGHT',
  quote: line,
  introduced_by: { path: 'src/app.ts', quote: line },
  category: 'authorization',
  severity: 'blocker',
  title: 'Everybody may ask where an order is',
  failing_scenario: 'Given no session, when the status of any order is asked for, then it is told.',
  evidence_ids: [],
  affected: [],
  fix: 'Ask who is calling first.',
  replacement: '',
}
const use: Block = { type: 'tool_use', id: 'toolu_1', name: 'report_finding', input: claim }
const report: Step = { reply: { content: [use] } }
const done: Step = { reply: { content: [{ type: 'text', text: 'That is all.' }] } }
const adds = { files: shopFiles.addStatus }

it('an opinion stands on its line and in the advisory check, and the required one stays green', async () => {
  model.script.push(report, done)
  const { number, headSha } = await openPull(house.sandbox, 'opinion', adds)
  await house.settled()
  expect(checksAt(house.sandbox, headSha)).toEqual(['Interlock: success', 'Interlock AI review: success'])
  expect(threadsOn(house.sandbox, number)).toEqual([`src/app.ts:11 **${claim.title}**`])
})

it('an opinion is not said again after a push, nor called fixed by a model that cannot be asked', async () => {
  model.script.push(report, done)
  const { number } = await openPull(house.sandbox, 'pushed', adds)
  await house.settled()
  const before = standingOn(house.sandbox, number).threads.map(({ id, body }) => ({ id, body }))
  model.script.push(report, done)
  await pushTo(house.sandbox, 'pushed', { 'README.md': 'Orders\n' })
  await house.settled()
  model.script.push({ fault: { kind: 'status', status: 401, type: 'authentication_error' } })
  await pushTo(house.sandbox, 'pushed', { 'README.md': 'All orders\n' })
  await house.settled()
  expect(standingOn(house.sandbox, number).threads.map(({ id, body }) => ({ id, body }))).toEqual(before)
  expect(checksAt(house.sandbox, house.sandbox.pull('orders', number).headSha)).toEqual([
    'Interlock: success',
    'Interlock AI review: neutral',
  ])
})

it('a model that cannot be asked takes nothing from the required check', async () => {
  model.script.push({ fault: { kind: 'status', status: 403, type: 'permission_error' } })
  const { number, headSha } = await openPull(house.sandbox, 'refused')
  await house.settled()
  expect(checksAt(house.sandbox, headSha)).toEqual(['Interlock: failure', 'Interlock AI review: neutral'])
  expect(threadsOn(house.sandbox, number)).toHaveLength(2)
  expect(standingOn(house.sandbox, number).checks[1]?.title).toBe('The model could not be asked')
})
