import { expect, test } from '@jest/globals'
import { eachTest, type MakeDatabase } from '../databases.js'
import { claimed, review } from '../shop-jobs.js'

export function letsOnlyTheHolderSpeak(make: MakeDatabase): void {
  const world = eachTest(make)

  test('a zombie is refused every word', async () => {
    const { store, clock } = world()
    await store.jobs.enqueue(review('orders#7', 'a1'))
    const zombie = await claimed(store, 1_000)
    clock.pass(1_001)
    expect(await store.jobs.reap()).toBe(1)
    const holder = await claimed(store)
    expect(holder.id).toBe(zombie.id)
    expect(await store.jobs.heartbeat(zombie, 60_000)).toBe(false)
    expect(await store.jobs.complete(zombie)).toBe(false)
    expect(await store.jobs.fail(zombie, 'late', new Date())).toBeNull()
    expect(await store.jobs.release(zombie, new Date())).toBe(false)
    expect(await store.jobs.complete(holder)).toBe(true)
    expect(await store.jobs.complete(holder)).toBe(false)
  })

  test('a heartbeat keeps the reaper away', async () => {
    const { store, clock } = world()
    await store.jobs.enqueue(review('orders#7', 'a1'))
    const job = await claimed(store, 1_000)
    clock.pass(900)
    expect(await store.jobs.heartbeat(job, 1_000)).toBe(true)
    clock.pass(900)
    expect(await store.jobs.reap()).toBe(0)
    clock.pass(100)
    expect(await store.jobs.reap()).toBe(0)
    clock.pass(1)
    expect(await store.jobs.reap()).toBe(1)
  })

  test('a failed job waits for its time, then dies with its last attempt', async () => {
    const { store, clock } = world()
    await store.jobs.enqueue(review('orders#7', 'a1', { maxAttempts: 2 }))
    expect(await store.jobs.fail(await claimed(store), 'once', new Date(clock.now() + 500))).toBe('queued')
    expect(await store.jobs.claim(1_000)).toBeNull()
    clock.pass(500)
    const last = await claimed(store)
    expect(last.attempts).toBe(2)
    expect(await store.jobs.fail(last, 'twi\0ce', new Date(clock.now()))).toBe('dead')
    expect(await store.jobs.claimDead(1_000)).toMatchObject({ id: last.id, error: 'twice', attempts: 2 })
  })

  test('a job that is not to be tried again dies at once', async () => {
    const { store } = world()
    await store.jobs.enqueue(review('orders#7', 'a1'))
    expect(await store.jobs.fail(await claimed(store), 'no such repository', null)).toBe('dead')
  })

  test('killing every attempt of a job kills the job', async () => {
    const { store, clock } = world()
    await store.jobs.enqueue(review('orders#7', 'a1', { maxAttempts: 2 }))
    for (const state of ['queued', 'dead']) {
      await claimed(store, 1_000)
      clock.pass(1_001)
      expect(await store.jobs.reap()).toBe(1)
      expect(await store.jobs.counts()).toMatchObject({ [state]: 1, running: 0 })
    }
  })

  test('a job is superseded when a newer one of its key waits, however it ends', async () => {
    const { store, clock } = world()
    for (const end of ['fail', 'fail for ever', 'release', 'reap']) {
      await store.jobs.enqueue(review('orders#7', 'old', { maxAttempts: 1 }))
      const old = await claimed(store, 1_000)
      expect(await store.jobs.isSuperseded(old)).toBe(false)
      await store.jobs.enqueue(review('orders#7', 'new'))
      expect(await store.jobs.isSuperseded(old)).toBe(true)
      if (end === 'fail') expect(await store.jobs.fail(old, 'x', new Date())).toBe('superseded')
      if (end === 'fail for ever') expect(await store.jobs.fail(old, 'x', null)).toBe('superseded')
      if (end === 'release') expect(await store.jobs.release(old, new Date())).toBe(true)
      if (end === 'reap') clock.pass(1_001)
      if (end === 'reap') expect(await store.jobs.reap()).toBe(1)
      const next = await claimed(store)
      expect(next.payload).toEqual({ head: 'new' })
      await store.jobs.complete(next)
    }
    expect(await store.jobs.counts()).toEqual({ queued: 0, running: 0, done: 4, dead: 0, superseded: 4 })
  })

  test('a push that arrives while the old job fails is neither lost nor doubled', async () => {
    const { store, another, clock } = world()
    const other = await another()
    for (let n = 0; n < 15; n++) {
      const pull = `orders#${n}`
      await store.jobs.enqueue(review(pull, 'old'))
      const old = await claimed(store)
      const [state] = await Promise.all([
        store.jobs.fail(old, 'x', new Date(clock.now())),
        other.jobs.enqueue(review(pull, 'new')),
      ])
      expect(['queued', 'superseded']).toContain(state)
      const next = await claimed(store)
      expect(next.payload).toEqual({ head: 'new' })
      await store.jobs.complete(next)
      expect(await store.jobs.claim(1_000)).toBeNull()
    }
  })

  test('a released job comes back at its time and has lost no attempt', async () => {
    const { store, clock } = world()
    await store.jobs.enqueue(review('orders#7', 'a1', { maxAttempts: 1 }))
    for (let n = 0; n < 3; n++) {
      const job = await claimed(store)
      expect(job.attempts).toBe(1)
      expect(await store.jobs.release(job, new Date(clock.now() + 3_600_000))).toBe(true)
      expect(await store.jobs.claim(1_000)).toBeNull()
      clock.pass(3_600_000)
    }
  })

  test('a death is told by one process, and again when that one was killed', async () => {
    const { store, another, clock } = world()
    await store.jobs.enqueue(review('orders#7', 'a1'))
    await store.jobs.fail(await claimed(store), 'broken', null)
    expect(await store.jobs.pending()).toBe(1)
    const other = await another()
    const [one, two] = await Promise.all([store.jobs.claimDead(1_000), other.jobs.claimDead(1_000)])
    const killed = one ?? two
    expect([one, two].filter((job) => job !== null)).toHaveLength(1)
    expect(await store.jobs.pending()).toBe(0)
    clock.pass(1_001)
    const teller = await store.jobs.claimDead(1_000)
    expect(teller).toMatchObject({ error: 'broken', payload: { head: 'a1' } })
    if (!killed || !teller) throw new Error('A death must be given')
    expect(await store.jobs.told(killed)).toBe(false)
    expect(await store.jobs.told(teller)).toBe(true)
    clock.pass(60_000)
    expect(await store.jobs.claimDead(1_000)).toBeNull()
  })

  test('finished jobs are removed in the end, the others stay', async () => {
    const { store, clock } = world()
    await store.jobs.enqueue(review('orders#7', 'a1'))
    await store.jobs.complete(await claimed(store))
    await store.jobs.enqueue(review('orders#7', 'a2'))
    await store.jobs.fail(await claimed(store), 'once', new Date(clock.now()))
    expect(await store.jobs.prune(new Date(clock.now()))).toBe(0)
    expect(await store.jobs.prune(new Date(clock.now() + 1))).toBe(1)
    expect(await store.jobs.counts()).toMatchObject({ queued: 1, done: 0 })
  })
}
