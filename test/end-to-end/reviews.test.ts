import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { shopFiles } from '../cli/support/shop.js'
import { type House, startHouse } from './support/house.js'
import { openPull, openShop, pushTo } from './support/shop.js'
import { checksAt, saidOn, standingOn, threadsOn } from './support/standing.js'

let house: House
beforeAll(async () => {
  house = await startHouse({ seed: openShop })
})
afterAll(() => house.stop())

const red = ['Interlock: failure', 'Interlock AI review: neutral']
const green = ['Interlock: success', 'Interlock AI review: neutral']
/** On the lines that are gone, with those who rely on them. */
const threads = [
  'openapi.yaml:16 old **web calls `POST /orders/{}/cancel`, which is removed**',
  'openapi.yaml:30 old **billing and web read `total`, no longer in the answer of `GET /orders/{}`**',
]
const pull = (branch: string, options?: Parameters<typeof openPull>[2]) =>
  openPull(house.sandbox, branch, options)
const head = (number: number) => house.sandbox.pull('orders', number).headSha

describe('a pull request that breaks two other repositories', () => {
  it('gets a red check, threads on its lines, and one summary that names both sides', async () => {
    const { number, headSha } = await pull('opened')
    await house.settled()
    expect(checksAt(house.sandbox, headSha)).toEqual(red)
    expect(threadsOn(house.sandbox, number)).toEqual(threads)
    const [summary = '', ...more] = saidOn(house.sandbox, number)
    expect(more).toEqual([])
    for (const place of ['src/order-page.ts#L6', 'src/order-page.ts#L10', 'billing/invoices.py#L10'])
      expect(summary).toMatch(new RegExp(`/acme/(web|billing)/blob/[0-9a-f]{40}/${place}\\)`))
  })

  it('hears nothing twice when a push changes something else', async () => {
    const { number, headSha } = await pull('pushed')
    await house.settled()
    const before = standingOn(house.sandbox, number)
    await pushTo(house.sandbox, 'pushed', { 'README.md': 'Orders of the shop\n' })
    await house.settled()
    const after = standingOn(house.sandbox, number)
    expect(checksAt(house.sandbox, headSha)).toEqual(red)
    expect(checksAt(house.sandbox, head(number))).toEqual(red)
    expect([after.threads, after.reviews]).toEqual([before.threads, before.reviews])
    expect(after.comments.map(({ id }) => id)).toEqual(before.comments.map(({ id }) => id))
  })

  it('sees its threads marked and its summary go when a push mends it', async () => {
    const { number } = await pull('mended')
    await house.settled()
    await pushTo(house.sandbox, 'mended', shopFiles.orders)
    await house.settled()
    expect(checksAt(house.sandbox, head(number))).toEqual(green)
    const fixed = standingOn(house.sandbox, number).threads.map((each) => each.body)
    expect(fixed).toHaveLength(2)
    for (const body of fixed) expect(body).toContain(`Fixed in ${head(number).slice(0, 7)}`)
    expect(saidOn(house.sandbox, number)).toEqual([])
  })

  it('keeps what stands there when it is closed and reopened', async () => {
    const { number } = await pull('reopened')
    await house.settled()
    const before = standingOn(house.sandbox, number)
    await house.sandbox.closePullRequest('orders', number)
    await house.settled()
    expect(standingOn(house.sandbox, number)).toEqual(before)
    await house.sandbox.stepPullRequest('orders', number, 'reopen')
    await house.settled()
    expect(standingOn(house.sandbox, number)).toEqual(before)
  })

  it('is reviewed as a draft already, and hears nothing twice when it is ready', async () => {
    const { number, headSha } = await pull('draft', { draft: true })
    await house.settled()
    expect(checksAt(house.sandbox, headSha)).toEqual(red)
    const before = standingOn(house.sandbox, number)
    await house.sandbox.stepPullRequest('orders', number, 'ready')
    await house.settled()
    expect(standingOn(house.sandbox, number)).toEqual(before)
  })

  it('is judged by what it changes in its base, also after the base was changed', async () => {
    await house.sandbox.commit('orders', { branch: 'next', files: shopFiles.renameTotal, message: 'Next' })
    const { number, headSha } = await pull('rebased', {
      files: { ...shopFiles.renameTotal, 'README.md': 'Amounts\n' },
    })
    await house.settled()
    expect(checksAt(house.sandbox, headSha)).toEqual(red)
    await house.sandbox.pushTo('orders', {
      branch: 'rebased',
      onto: 'refs/heads/next',
      files: { 'README.md': 'Amounts\n' },
      message: 'Onto next',
    })
    await house.sandbox.changeBase('orders', number, 'next')
    await house.settled()
    expect(checksAt(house.sandbox, head(number))).toEqual(green)
    await house.sandbox.changeBase('orders', number, 'main')
    await house.settled()
    expect(checksAt(house.sandbox, head(number))).toEqual(red)
  })

  it('may come from a fork', async () => {
    const { number, headSha } = await pull('theirs', { fork: 'mallory' })
    await house.settled()
    expect(checksAt(house.sandbox, headSha)).toEqual(red)
    expect(threadsOn(house.sandbox, number)).toEqual(threads)
  })

  it('does not decide how it is reviewed', async () => {
    const files = { ...shopFiles.renameTotal, '.github/interlock.yml': 'enabled: false\n' }
    const { number, headSha } = await pull('settings', { files })
    await house.settled()
    expect(checksAt(house.sandbox, headSha)).toEqual(red)
    expect(threadsOn(house.sandbox, number)).toEqual(threads)
  })
})

describe('a pull request that only adds', () => {
  it('gets its checks and not a word', async () => {
    const before = house.sandbox.ledger.applied().length
    const { number, headSha } = await pull('adds', { files: shopFiles.addStatus })
    await house.settled()
    expect(checksAt(house.sandbox, headSha)).toEqual(green)
    expect(standingOn(house.sandbox, number)).toMatchObject({ reviews: [], threads: [], comments: [] })
    const written = house.sandbox.ledger.applied().slice(before)
    expect(written.filter(({ path }) => !/\/(check-runs|access_tokens)/.test(path))).toEqual([])
  })
})

describe('a delivery that comes again', () => {
  it('changes nothing', async () => {
    const { number } = await pull('redelivered')
    await house.settled()
    const before = { standing: standingOn(house.sandbox, number), writes: house.sandbox.ledger.writes.length }
    const [delivery] = house.sandbox.deliveries.filter((each) => each.action === 'opened').slice(-1)
    if (delivery) await house.sandbox.redeliver(delivery)
    await house.settled()
    expect(house.sandbox.deliveries.at(-1)).toMatchObject({ redelivery: true, status: 202 })
    expect({
      standing: standingOn(house.sandbox, number),
      writes: house.sandbox.ledger.writes.length,
    }).toEqual(before)
  })
})

describe('a neighbour that changes', () => {
  it('is asked as it is now: who reads `amount` is not broken', async () => {
    const text = shopFiles.billing['billing/invoices.py']?.replace('total', 'amount') ?? ''
    await house.sandbox.pushTo('billing', {
      branch: 'main',
      files: { 'billing/invoices.py': text },
      message: 'Read the amount',
    })
    await house.settled()
    const { number } = await pull('later')
    await house.settled()
    expect(threadsOn(house.sandbox, number)[1]).toMatch(/\*\*web reads `total`/)
  })
})
