import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { type Job, openStore, type Store } from '../../../src/store/index.js'
import { type MakeDatabase, stillClock, type TestClock } from '../databases.js'
import { JobModel } from '../job-model.js'

/** The store under test, and every lease it ever gave: the zombies' too. */
type Real = {
  readonly store: Store
  readonly clock: TestClock
  readonly leases: { readonly job: Job; readonly lease: number }[]
}
type Command = fc.AsyncCommand<JobModel, Real>

export function behavesLikeTheModel(make: MakeDatabase): void {
  test('whatever is asked of it, in whatever order', async () => {
    const property = fc.asyncProperty(fc.commands(commands, { maxCommands: 60 }), async (sequence) => {
      const database = await make()
      const clock = stillClock()
      const store = await openStore({ ...database.location, clock: clock.now })
      try {
        const begin = () => ({ model: new JobModel(clock.now()), real: { store, clock, leases: [] } })
        await fc.asyncModelRun(begin, sequence)
      } finally {
        await store.close()
        await database.drop()
      }
    })
    await fc.assert(property, { numRuns: Number(process.env['MODEL_RUNS'] ?? 15) })
  }, 300_000)
}

/** A command that is always possible, and after which both sides count the same jobs in each state. */
function command(name: string, run: (model: JobModel, real: Real) => Promise<void>): Command {
  return {
    check: () => true,
    run: async (model, real) => {
      await run(model, real)
      expect(await real.store.jobs.counts()).toEqual(model.counts())
    },
    toString: () => name,
  }
}

/** A word about any lease that was ever given; a zombie's must be refused. */
function word(
  name: string,
  which: number,
  say: (model: JobModel, real: Real, lease: Real['leases'][number]) => Promise<void>,
): Command {
  return command(`${name} lease ${which}`, async (model, real) => {
    const lease = real.leases.at(-1 - (which % Math.max(1, real.leases.length)))
    if (lease) await say(model, real, lease)
  })
}

const ms = fc.integer({ min: 0, max: 3_000 })
const which = fc.nat(5)

const enqueue = fc
  .record({
    key: fc.constantFrom(null, 'orders#7', 'web#2', 'billing#9'),
    lane: fc.constantFrom('orders', 'web', 'billing'),
    priority: fc.nat(2),
    delay: fc.oneof(fc.constant(0), ms),
    maxAttempts: fc.integer({ min: 1, max: 3 }),
  })
  .map(({ delay, ...job }) =>
    command(`enqueue ${JSON.stringify({ ...job, delay })}`, async (model, { store }) => {
      const payload = model.enqueue({ ...job, runAt: model.now + delay })
      await store.jobs.enqueue({ ...job, kind: 'review', payload, runAt: new Date(model.now + delay) })
    }),
  )

const claim = ms.map((leaseMs) =>
  command(`claim for ${leaseMs}`, async (model, { store, leases }) => {
    const wanted = model.claim(leaseMs)
    const job = await store.jobs.claim(leaseMs)
    expect(job && { payload: job.payload, attempts: job.attempts, lane: job.lane, key: job.key }).toEqual(
      wanted && { payload: wanted.payload, attempts: wanted.attempts, lane: wanted.lane, key: wanted.key },
    )
    if (job && wanted?.lease) leases.push({ job, lease: wanted.lease })
  }),
)

const complete = which.map((n) =>
  word('complete', n, async (model, { store }, { job, lease }) => {
    const held = model.held(lease)
    if (held) Object.assign(held, { state: 'done', lease: null })
    expect(await store.jobs.complete(job)).toBe(held !== undefined)
  }),
)

const fail = fc.tuple(which, fc.option(ms)).map(([n, delay]) =>
  word(`fail with ${delay}`, n, async (model, { store }, { job, lease }) => {
    const held = model.held(lease)
    const retryAt = delay === null ? null : model.now + delay
    const state = held ? model.fail(held, retryAt) : null
    expect(await store.jobs.fail(job, 'x', retryAt === null ? null : new Date(retryAt))).toBe(state)
  }),
)

const release = fc.tuple(which, ms).map(([n, delay]) =>
  word(`release for ${delay}`, n, async (model, { store }, { job, lease }) => {
    const held = model.held(lease)
    if (held) model.release(held, model.now + delay)
    expect(await store.jobs.release(job, new Date(model.now + delay))).toBe(held !== undefined)
  }),
)

const heartbeat = fc.tuple(which, ms).map(([n, leaseMs]) =>
  word(`heartbeat for ${leaseMs}`, n, async (model, { store }, { job, lease }) => {
    const held = model.held(lease)
    if (held) held.leaseUntil = model.now + leaseMs
    expect(await store.jobs.heartbeat(job, leaseMs)).toBe(held !== undefined)
    if (held) expect(await store.jobs.isSuperseded(job)).toBe(model.isSuperseded(held))
  }),
)

const reap = fc.constant(
  command('reap', async (model, { store }) => {
    expect(await store.jobs.reap()).toBe(model.reap())
  }),
)

const pass = ms.map((time) =>
  command(`pass ${time}`, async (model, { clock }) => {
    clock.pass(time)
    model.now = clock.now()
  }),
)

const commands = [enqueue, enqueue, claim, claim, complete, fail, release, heartbeat, reap, pass]
