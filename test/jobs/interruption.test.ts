import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, test } from '@jest/globals'
import { Interrupted, type JobRun } from '../../src/jobs/index.js'
import type { JobTable } from '../../src/store/index.js'
import { eachTest, promised, untilAborted } from './workshop.js'

const workshop = eachTest()

/** A handler whose first run waits for its signal; it tells when it began and why it was interrupted. */
function waiting() {
  const begun = promised<JobRun>()
  const aborted = promised<unknown>()
  const heads: unknown[] = []
  async function handler(run: JobRun): Promise<void> {
    heads.push(run.job.payload)
    if (heads.length > 1) return
    begun.keep(run)
    await untilAborted(run.signal).catch((reason) => {
      aborted.keep(reason instanceof Interrupted ? reason.why : reason)
      throw reason
    })
  }
  return { handler, heads, begun: begun.kept, aborted: aborted.kept }
}

describe('A running job', () => {
  test('gives way to a newer one of its key', async () => {
    const { hire, push, store } = workshop()
    const work = waiting()
    await push('a1')
    const worker = hire(work.handler, { pollMs: 60_000 })
    const run = await work.begun
    expect(await run.isCurrent()).toBe(true)
    await push('a2')
    worker.wake()
    expect(await work.aborted).toBe('superseded')
    expect(await run.isCurrent()).toBe(false)
    await worker.idle()
    expect(work.heads).toEqual(['a1', 'a2'])
    expect(await store.jobs.counts()).toMatchObject({ done: 1, superseded: 1 })
  })

  test('learns before it publishes that it is out of date, before anybody tells it', async () => {
    const { hire, push } = workshop()
    const work = waiting()
    await push('a1')
    hire(work.handler, { pollMs: 60_000 })
    const run = await work.begun
    await push('a2')
    expect(await run.isCurrent()).toBe(false)
    expect(await work.aborted).toBe('superseded')
  })

  test('ends when its lease went to another worker, and its words are refused', async () => {
    const { hire, push, store, clock } = workshop()
    const work = waiting()
    // It neither reaps nor claims again, so that the other process is the first to do so.
    const claims = [store.jobs.claim]
    const jobs = {
      ...store.jobs,
      reap: async () => 0,
      claim: async (ms: number) => claims.pop()?.(ms) ?? null,
    }
    await push('a1')
    hire(work.handler, { store: { ...store, jobs }, leaseMs: 2_000 })
    const run = await work.begun
    clock.pass(2_001)
    expect(await store.jobs.reap()).toBe(1)
    const other = await store.jobs.claim(60_000)
    expect(await work.aborted).toBe('lease-lost')
    expect(await run.isCurrent()).toBe(false)
    if (!other) throw new Error('The job must be ready again')
    expect(await store.jobs.complete(other)).toBe(true)
  })

  test('ends when the store hears no heartbeat for the length of a lease', async () => {
    const { hire, push, store } = workshop()
    const work = waiting()
    const away = { ...store.jobs, heartbeat: () => Promise.reject(new Error('the store is away')) }
    await push('a1')
    hire(work.handler, { store: { ...store, jobs: away satisfies JobTable }, leaseMs: 200, pollMs: 60_000 })
    const run = await work.begun
    await expect(run.isCurrent()).rejects.toThrow('the store is away')
    expect(await work.aborted).toBe('lease-lost')
  })

  test('is kept by its heartbeat for longer than its lease', async () => {
    const { hire, push, store } = workshop()
    const work = waiting()
    await push('a1')
    hire(work.handler, { leaseMs: 400, deadlineMs: 1_500, clock: Date.now })
    expect(await work.aborted).toBe('deadline')
    await pause(100)
    expect(work.heads).toEqual(['a1'])
    expect(await store.jobs.counts()).toMatchObject({ dead: 1 })
  })

  test('is dead past its deadline, even when it does not listen', async () => {
    const { hire, push } = workshop()
    const died = promised<string>()
    await push('a1')
    hire(() => pause(2_000), { deadlineMs: 30, graceMs: 30, onDead: async (job) => died.keep(job.error) })
    expect(await died.kept).toMatch(/longer than it may/)
  })

  test('is heard by a store that was away for a moment', async () => {
    const { hire, push, store } = workshop()
    let away = 2
    const jobs: JobTable = {
      ...store.jobs,
      complete: (job) => (away-- > 0 ? Promise.reject(new Error('away')) : store.jobs.complete(job)),
    }
    await push('a1')
    await hire(async () => {}, { store: { ...store, jobs } }).idle()
    expect(await store.jobs.counts()).toMatchObject({ done: 1 })
  })
})

describe('A graceful stop', () => {
  test('aborts what runs, gives it back uncounted and takes nothing more', async () => {
    const { hire, push, store } = workshop()
    const work = waiting()
    await push('a1')
    await push('b1', { key: 'web#2', lane: 'web#2' })
    const worker = hire(work.handler, { concurrency: 1 })
    await work.begun
    await worker.stop()
    expect(await work.aborted).toBe('stopping')
    expect(await store.jobs.counts()).toMatchObject({ queued: 2, running: 0 })
    expect(work.heads).toHaveLength(1)
    expect(await store.jobs.claim(1_000)).toMatchObject({ payload: 'a1', attempts: 1 })
    await worker.idle()
  })

  test('lets a job end that is nearly done', async () => {
    const { hire, push, store } = workshop()
    const begun = promised()
    await push('a1')
    const worker = hire(async () => {
      begun.keep()
      await pause(80)
    })
    await begun.kept
    await worker.stop()
    expect(await store.jobs.counts()).toMatchObject({ done: 1 })
  })

  test('waits no longer than its grace for a job that does not listen', async () => {
    const { hire, push, store } = workshop()
    const begun = promised()
    await push('a1')
    const worker = hire(
      async () => {
        begun.keep()
        await pause(5_000, null, { ref: false })
      },
      { graceMs: 50 },
    )
    await begun.kept
    const asked = performance.now()
    await worker.stop()
    expect(performance.now() - asked).toBeLessThan(3_000)
    expect(await store.jobs.counts()).toMatchObject({ queued: 1, running: 0 })
  })
})
