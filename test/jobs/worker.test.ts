import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, test } from '@jest/globals'
import { type JobRun, Permanent } from '../../src/jobs/index.js'
import { UserError } from '../../src/lib/errors.js'
import { RetryLater } from '../../src/lib/retry-later.js'
import { eachTest, promised } from './workshop.js'

const workshop = eachTest()

describe('A worker', () => {
  test('does what is queued, also what it is woken for', async () => {
    const { hire, push, store } = workshop()
    const heads: unknown[] = []
    await push('a1')
    const worker = hire(async ({ job }) => void heads.push(job.payload), { pollMs: 60_000 })
    await worker.idle()
    await push('a2')
    worker.wake()
    await worker.idle()
    expect(heads).toEqual(['a1', 'a2'])
    expect(await store.jobs.counts()).toMatchObject({ done: 2 })
  })

  test('finds by itself what another process has queued', async () => {
    const { hire, push } = workshop()
    const seen = promised<unknown>()
    hire(async ({ job }) => seen.keep(job.payload))
    await pause(50)
    await push('a1')
    expect(await seen.kept).toBe('a1')
  })

  test('runs as many jobs at once as it may, one of a lane', async () => {
    const { hire, push } = workshop()
    const running = new Map<string, number>()
    const most = { lane: 0, all: 0 }
    for (let n = 0; n < 12; n++) await push(`h${n}`, { key: null, lane: `orders#${n % 4}` })
    const work = async ({ job }: JobRun) => {
      running.set(job.lane, (running.get(job.lane) ?? 0) + 1)
      most.lane = Math.max(most.lane, running.get(job.lane) ?? 0)
      most.all = Math.max(
        most.all,
        [...running.values()].reduce((sum, each) => sum + each),
      )
      await pause(10)
      running.set(job.lane, (running.get(job.lane) ?? 0) - 1)
    }
    const worker = hire(work, { concurrency: 3 })
    await worker.idle()
    expect(most).toEqual({ lane: 1, all: 3 })
  })

  test('keeps half of its places for those who wait, whatever there is to do in the background', async () => {
    const { hire, push } = workshop()
    const running = { index: 0, review: 0 }
    const mostIndexed = { alone: 0, beside: 0 }
    for (let n = 0; n < 8; n++) await push(`i${n}`, { key: null, lane: `i${n}`, kind: 'index' })
    for (let n = 0; n < 8; n++) await push(`r${n}`, { key: null, lane: `r${n}`, kind: 'review' })
    const work = (kind: 'index' | 'review') => async (): Promise<void> => {
      running[kind] += 1
      const at = running.review ? 'beside' : 'alone'
      mostIndexed[at] = Math.max(mostIndexed[at], running.index)
      await pause(10)
      running[kind] -= 1
    }
    const handlers = { index: work('index'), review: work('review') }
    const worker = hire(async () => {}, { handlers, concurrency: 4, background: ['index'] })
    await worker.idle()
    expect(Math.max(mostIndexed.alone, mostIndexed.beside)).toBe(2)
  })

  test('leaves alone what it does not know', async () => {
    const { hire, push, store } = workshop()
    await push('a1', { kind: 'of-the-next-release' })
    const worker = hire(async () => {})
    await pause(60)
    await worker.stop()
    expect(await store.jobs.counts()).toMatchObject({ queued: 1 })
  })

  test('tries again after growing pauses, then says who died of what', async () => {
    const { hire, push, store, clock } = workshop()
    const attempts: number[] = []
    const died: unknown[] = []
    await push('a1', { maxAttempts: 3 })
    const worker = hire(
      async ({ job }) => {
        attempts.push(job.attempts)
        throw new Error(`git is down (${job.attempts})`)
      },
      { onDead: async (job) => void died.push([job.payload, job.error]) },
    )
    await worker.idle()
    expect(attempts).toEqual([1])
    clock.pass(4_999)
    worker.wake()
    await worker.idle()
    expect(attempts).toEqual([1])
    for (const ms of [1, 20_000]) {
      clock.pass(ms)
      worker.wake()
      await worker.idle()
    }
    expect(attempts).toEqual([1, 2, 3])
    expect(died).toEqual([['a1', 'git is down (3)']])
    expect(await store.jobs.counts()).toMatchObject({ dead: 1 })
  })

  test.each([
    ['a permanent error', new Permanent('the repository is gone')],
    ['a mistake that a person can mend', new UserError('settings-invalid', 'the repository is gone')],
  ])('does not try again after %s', async (_, error) => {
    const { hire, push } = workshop()
    const died: unknown[] = []
    await push('a1')
    const worker = hire(() => Promise.reject(error), { onDead: async (job) => void died.push(job.error) })
    await worker.idle()
    expect(died).toEqual(['the repository is gone'])
  })

  test('comes back when GitHub says so, as often as it says so, and counts no attempt', async () => {
    const { hire, push, store, clock } = workshop()
    const attempts: number[] = []
    await push('a1', { maxAttempts: 1 })
    const worker = hire(async ({ job }) => {
      attempts.push(job.attempts)
      if (attempts.length < 4) throw new RetryLater(new Date(clock.now() + 60_000), 'secondary rate limit')
    })
    for (let n = 1; n <= 4; n++) {
      await worker.idle()
      expect(attempts).toHaveLength(n)
      clock.pass(59_999)
      worker.wake()
      await worker.idle()
      expect(attempts).toHaveLength(n)
      clock.pass(1)
      worker.wake()
    }
    expect(attempts).toEqual([1, 1, 1, 1])
    expect(await store.jobs.counts()).toMatchObject({ done: 1 })
  })

  test('tells of a death again when telling failed', async () => {
    const { hire, push, clock } = workshop()
    let told = 0
    await push('a1')
    const worker = hire(() => Promise.reject(new Permanent('gone')), {
      leaseMs: 200,
      onDead: async () => {
        if (++told === 1) throw new Error('GitHub is down')
      },
    })
    await worker.idle()
    expect(told).toBe(1)
    clock.pass(5 * 60_000 + 1)
    await worker.idle()
    expect(told).toBe(2)
    clock.pass(60 * 60_000)
    await pause(120)
    expect(told).toBe(2)
  })

  test('forgets old jobs and payloads', async () => {
    const { hire, push, store, clock } = workshop()
    await push('a1')
    await store.deliveries.accept({ id: 'd-1', event: 'push', payload: '{}' }, [])
    await hire(async () => {}).idle()
    clock.pass(7 * 86_400_000 + 1)
    hire(async () => {})
    await pause(100)
    expect(await store.jobs.counts()).toMatchObject({ done: 0 })
    expect(await store.deliveries.payload('d-1')).toBeNull()
  })
})
