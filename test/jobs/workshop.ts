import { afterEach, beforeEach } from '@jest/globals'
import { createWorker, type JobHandler, type Worker, type WorkerOptions } from '../../src/jobs/index.js'
import type { NewJob, Store } from '../../src/store/index.js'
import { openStore } from '../../src/store/index.js'
import { sqliteDatabase, stillClock, type TestClock, type TestDatabase } from '../store/databases.js'

/** A store with a clock that stands still, and workers over it whose timers are short. */
export type Workshop = {
  readonly store: Store
  readonly clock: TestClock
  /** A worker with this handler for the kind `review`. */
  hire(review: JobHandler, options?: Partial<WorkerOptions>): Worker
  /** Puts the review of a head in the queue of its pull request. */
  push(head: string, more?: Partial<NewJob>): Promise<void>
}

/** A fresh workshop for each test of a file. */
export function eachTest(): () => Workshop {
  let workshop: Workshop | undefined
  let database: TestDatabase | undefined
  let workers: Worker[] = []

  beforeEach(async () => {
    database = await sqliteDatabase()
    const clock = stillClock()
    const store = await openStore({ ...database.location, clock: clock.now })
    workshop = {
      store,
      clock,
      hire: (review, options) => {
        const worker = createWorker({
          ...{ store, handlers: { review }, clock: clock.now, random: () => 0.5, pollMs: 20, graceMs: 500 },
          ...options,
        })
        workers.push(worker)
        worker.start()
        return worker
      },
      push: (head, more) =>
        store.jobs.enqueue({ kind: 'review', key: 'orders#7', lane: 'orders#7', payload: head, ...more }),
    }
  })

  afterEach(async () => {
    await Promise.all(workers.map((worker) => worker.stop()))
    workers = []
    await workshop?.store.close()
    await database?.drop()
  })

  return () => {
    if (!workshop) throw new Error('Ask for the workshop inside of a test')
    return workshop
  }
}

/** A promise, and the means to keep it. */
export function promised<T = void>() {
  let keep: (value: T) => void = () => {}
  const kept = new Promise<T>((resolve) => {
    keep = resolve
  })
  return { kept, keep }
}

/** Never by itself: rejects when the signal aborts, as well-behaved work does. */
export function untilAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason)
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
}
