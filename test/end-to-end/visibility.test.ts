import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { Sandbox } from '../../src/sandbox/index.js'
import { shopFiles } from '../cli/support/shop.js'
import { type Block, FakeMessages } from '../support/messages/fake-messages.js'
import { type House, startHouse } from './support/house.js'
import { openPull, openShop } from './support/shop.js'
import { checksAt } from './support/standing.js'

const done = { reply: { content: [{ type: 'text' as const, text: 'That is all.' }] } }
const invoices = 'billing/invoices.py'
const readsTotal = shopFiles.billing
/** The same call, and nothing of its answer is read. */
const readsNothing = {
  [invoices]: readsTotal[invoices]?.replace('return order["total"]', 'return len(order)') ?? '',
}

let model: FakeMessages
const houses: House[] = []

beforeEach(async () => {
  model = await new FakeMessages([]).start()
})
afterEach(async () => {
  for (const house of houses.splice(0)) await house.stop()
  await model.stop()
})

type World = {
  readonly private: readonly string[]
  readonly sharePrivate: boolean
  readonly billing: Readonly<Record<string, string>>
}

/** Reviews the pull request that renames `total` in one world, and gives every byte that left the house. */
async function outgoing(world: World) {
  const house = await startHouse({
    seed: (sandbox) => openShop(sandbox, { private: world.private, files: { billing: world.billing } }),
    environment: {
      sharePrivate: world.sharePrivate,
      // One job at a time: what happens at once has no order that two runs would share.
      concurrency: 1,
      model: { apiKey: 'key', baseUrl: model.url, model: 'claude-sonnet-5-5' },
    },
  })
  houses.push(house)
  const { sandbox } = house
  // Everything is indexed first, the hidden repository as well.
  await sandbox.changeInstallation('created')
  await house.settled()
  sandbox.ledger.clear()
  const asked = model.requests.length
  model.script.push(searchBilling, done)
  const { headSha } = await openPull(sandbox, 'rename')
  await house.settled()
  expect(model.requests.length - asked).toBe(2)
  return {
    conclusion: checksAt(sandbox, headSha)[0],
    said: saidTo(sandbox),
    prompts: JSON.stringify(model.requests.slice(asked).map(({ body }) => body)),
  }
}

/** A model that has guessed the name of the hidden repository. */
const searchBilling = {
  reply: {
    content: [
      use('1', 'search_code', { repository: 'acme/billing', text: 'total', glob: '' }),
      use('2', 'read_file', { repository: 'acme/billing', side: 'head', path: invoices, from: 1, to: 20 }),
      use('3', 'read_file', { repository: 'acme/billing', path: invoices }),
    ],
  },
}

function use(id: string, name: string, input: unknown): Block {
  return { type: 'tool_use', id: `toolu_${id}`, name, input }
}

/** Every write, in order, without the address of this run's sandbox and the times of this run. */
function saidTo({ ledger, url }: Sandbox): string {
  const rows = ledger.applied().map(({ method, path, body }) => ({ method, path, body }))
  return JSON.stringify(rows, null, 1)
    .replaceAll(url, 'https://github.example')
    .replace(/"\d{4}-\d\d-\d\dT[\d:.]+Z"/g, '"then"')
}

describe.each([
  ['private, and private repositories are not shared', ['orders', 'web', 'billing'], false],
  ['private beside a public pull request, also when private ones are shared', ['billing'], true],
])('a repository that is %s', (_, hidden, sharePrivate) => {
  const world = { private: hidden, sharePrivate }

  it('changes no byte that leaves the house, whatever it holds', async () => {
    const one = await outgoing({ ...world, billing: readsTotal })
    const other = await outgoing({ ...world, billing: readsNothing })
    expect(other).toEqual(one)
    expect(one.said).toContain('/check-runs')
    expect(one.said).not.toMatch(/billing|order\[/)
    expect(one.prompts.replaceAll(JSON.stringify(searchBilling.reply.content).slice(1, -1), '')).not.toMatch(
      /order\[|invoices\.py:\d|len\(order/,
    )
  })
})

describe('a private repository that is shared with other private ones', () => {
  it('is named with its line', async () => {
    const world = { private: ['orders', 'web', 'billing'], sharePrivate: true }
    const one = await outgoing({ ...world, billing: readsTotal })
    expect(one.conclusion).toBe('Interlock: failure')
    expect(one.said).toMatch(/acme\/billing\/blob\/[0-9a-f]{40}\/billing\/invoices\.py#L10/)
    const other = await outgoing({ ...world, billing: readsNothing })
    expect(other.said).not.toContain('invoices.py#L10')
  })
})

describe('a public repository', () => {
  it('is named to everybody', async () => {
    const { said } = await outgoing({ private: ['orders'], sharePrivate: false, billing: readsTotal })
    expect(said).toMatch(/acme\/billing\/blob\/[0-9a-f]{40}\/billing\/invoices\.py#L10/)
  })
})
