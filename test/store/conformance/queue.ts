import { expect, test } from '@jest/globals'
import { eachTest, type MakeDatabase } from '../databases.js'
import { claimed, review } from '../shop-jobs.js'

export function ordersTheQueue(make: MakeDatabase): void {
  const world = eachTest(make)

  test('newest wins: a push takes over the queued job of its key, with fresh attempts', async () => {
    const { store, clock } = world()
    await store.jobs.enqueue(review('orders#7', 'a1', { priority: 30 }))
    const job = await claimed(store)
    await store.jobs.fail(job, 'git is down', new Date(clock.now() + 60_000))
    await store.jobs.enqueue(review('orders#7', 'a2', { priority: 10, maxAttempts: 2 }))
    expect(await store.jobs.counts()).toMatchObject({ queued: 1 })
    expect(await claimed(store)).toMatchObject({ payload: { head: 'a2' }, attempts: 1, maxAttempts: 2 })
  })

  test('a job keeps the better of two priorities and the earlier of two times', async () => {
    const { store, clock } = world()
    const soon = new Date(clock.now() + 1_000)
    await store.jobs.enqueue(review('web#2', 'w1', { priority: 20 }))
    await store.jobs.enqueue(review('orders#7', 'a1', { priority: 30 }))
    await store.jobs.enqueue(review('orders#7', 'a2', { priority: 0, runAt: soon }))
    expect(await claimed(store)).toMatchObject({ payload: { head: 'a2' } })
  })

  test('without a key nothing is coalesced', async () => {
    const { store } = world()
    await store.jobs.enqueue(review('orders#7', 'a1', { key: null }))
    await store.jobs.enqueue(review('orders#7', 'a1', { key: null }))
    expect(await store.jobs.counts()).toMatchObject({ queued: 2 })
  })

  test('higher priority first, then the earlier time, then the order of arrival', async () => {
    const { store, clock } = world()
    const before = new Date(clock.now() - 5_000)
    await store.jobs.enqueue(review('web#1', 'third'))
    await store.jobs.enqueue(review('web#2', 'fourth'))
    await store.jobs.enqueue(review('web#3', 'second', { runAt: before }))
    await store.jobs.enqueue(review('web#4', 'first', { priority: 1 }))
    const order = [await claimed(store), await claimed(store), await claimed(store), await claimed(store)]
    expect(order.map((job) => job.payload)).toEqual(
      ['first', 'second', 'third', 'fourth'].map((head) => ({ head })),
    )
  })

  test('nothing runs before its time', async () => {
    const { store, clock } = world()
    await store.jobs.enqueue(review('web#1', 'w1', { runAt: new Date(clock.now() + 1_000) }))
    expect([await store.jobs.claim(1_000), await store.jobs.pending()]).toEqual([null, 0])
    clock.pass(1_000)
    expect(await store.jobs.pending()).toBe(1)
    expect(await claimed(store)).toMatchObject({ payload: { head: 'w1' } })
  })

  test('a worker gets only the kinds that it knows', async () => {
    const { store } = world()
    await store.jobs.enqueue(review('web#1', 'w1', { kind: 'of-the-next-release' }))
    expect(await store.jobs.claim(1_000, ['review', 'sync'])).toBeNull()
    expect(await store.jobs.claim(1_000, [])).toBeNull()
    expect(await store.jobs.claim(1_000, ['sync', 'of-the-next-release'])).not.toBeNull()
  })

  test('a lane is idle while no job of it runs', async () => {
    const { store } = world()
    await store.jobs.enqueue(review('orders#7', 'a1', { key: null }))
    await store.jobs.enqueue(review('orders#7', 'a2', { key: null }))
    const first = await claimed(store)
    expect(await store.jobs.claim(1_000)).toBeNull()
    await store.jobs.complete(first)
    expect(await claimed(store)).toMatchObject({ payload: { head: 'a2' } })
  })

  test('a key runs once, even in two lanes', async () => {
    const { store } = world()
    await store.jobs.enqueue(review('orders#7', 'a1'))
    const first = await claimed(store)
    await store.jobs.enqueue(review('orders#7', 'a2', { lane: 'another' }))
    expect(await store.jobs.claim(1_000)).toBeNull()
    await store.jobs.complete(first)
    expect(await claimed(store)).toMatchObject({ lane: 'another' })
  })

  test('a lane never runs two jobs, whoever claims', async () => {
    const { store, another } = world()
    const lanes = ['orders#7', 'web#2', 'billing#9']
    for (let n = 0; n < 60; n++) await store.jobs.enqueue(review(lanes[n % 3] ?? '', `h${n}`, { key: null }))
    const running = new Set<string>()
    const collisions: string[] = []
    let done = 0
    async function work(own: typeof store): Promise<void> {
      while (done < 60) {
        const job = await own.jobs.claim(60_000)
        if (!job) continue
        if (running.has(job.lane)) collisions.push(job.lane)
        running.add(job.lane)
        await new Promise((resolve) => setImmediate(resolve))
        running.delete(job.lane)
        if (await own.jobs.complete(job)) done++
      }
    }
    const others = await Promise.all([another(), another()])
    await Promise.all([store, store, ...others, ...others].map(work))
    expect(collisions).toEqual([])
    expect(await store.jobs.counts()).toEqual({ queued: 0, running: 0, done: 60, dead: 0, superseded: 0 })
  })
}
