import { sql } from 'kysely'
import type { Engine } from '../engine.js'
import { retryConflict } from '../retry-conflict.js'
import type { Job, JobState, JobTable } from '../store.js'
import { later } from './claim.js'
import { done, queued, running } from './job-states.js'
import { afterFailure, afterLastFailure, afterRelease } from './next-state.js'

/**
 * What the holder of a lease may say. Every word carries the fencing token; whoever lost the lease is refused. A return
 * to the queue may meet a newer job of the key that was enqueued at that moment: then it is tried again and sees it.
 */
export function leases(
  engine: Engine,
): Pick<JobTable, 'heartbeat' | 'complete' | 'fail' | 'release' | 'reap' | 'isSuperseded'> {
  return {
    heartbeat: (job, leaseMs) => heartbeat(engine, job, leaseMs),
    complete: (job) => complete(engine, job),
    fail: (job, error, retryAt) => retryConflict(engine, () => fail(engine, job, { error, retryAt })),
    release: (job, runAt) => retryConflict(engine, () => release(engine, job, runAt)),
    reap: () => retryConflict(engine, () => reap(engine)),
    isSuperseded: (job) => isSuperseded(engine, job),
  }
}

async function heartbeat(engine: Engine, job: Job, leaseMs: number): Promise<boolean> {
  const kept = await held(engine, job)
    .set({ lease_until: later(engine, leaseMs) })
    .executeTakeFirst()
  return kept.numUpdatedRows === 1n
}

async function complete(engine: Engine, job: Job): Promise<boolean> {
  const completed = await held(engine, job)
    .set({ ...ended(engine), state: done })
    .executeTakeFirst()
  return completed.numUpdatedRows === 1n
}

type Failure = { readonly error: string; readonly retryAt: Date | null }

async function fail(engine: Engine, job: Job, { error, retryAt }: Failure): Promise<JobState | null> {
  const failed = await held(engine, job)
    .set((row) => ({
      ...ended(engine),
      state: retryAt ? afterFailure(row) : afterLastFailure(row),
      run_at: retryAt?.getTime() ?? row.ref('run_at'),
      last_error: storable(error),
    }))
    .returning('state')
    .executeTakeFirst()
  return failed?.state ?? null
}

async function release(engine: Engine, job: Job, runAt: Date): Promise<boolean> {
  const released = await held(engine, job)
    .set((row) => ({
      ...ended(engine),
      state: afterRelease(row),
      run_at: runAt.getTime(),
      attempts: sql<number>`${row.ref('attempts')} - 1`,
    }))
    .executeTakeFirst()
  return released.numUpdatedRows === 1n
}

async function reap(engine: Engine): Promise<number> {
  const reaped = await engine.db
    .updateTable('jobs')
    .where('state', '=', running)
    .where('lease_until', '<', engine.now())
    .set((row) => ({
      ...ended(engine),
      state: afterFailure(row),
      last_error: 'The lease expired: the process that ran it was killed or stood still.',
    }))
    .executeTakeFirst()
  return Number(reaped.numUpdatedRows)
}

async function isSuperseded({ db }: Engine, { id, key }: Job): Promise<boolean> {
  if (key === null) return false
  const newer = await db
    .selectFrom('jobs')
    .select('id')
    .where('key', '=', key)
    .where('state', '=', queued)
    .where('id', '<>', id)
    .executeTakeFirst()
  return newer !== undefined
}

function held({ db }: Engine, job: Job) {
  return db
    .updateTable('jobs')
    .where('id', '=', job.id)
    .where('lease_token', '=', job.lease)
    .where('state', '=', running)
}

function ended({ now }: Engine) {
  return { lease_token: null, lease_until: null, ended_at: now() }
}

/** Postgres holds no NUL in a text, and nobody reads more than the beginning. */
function storable(error: string): string {
  return error.replaceAll('\0', '').slice(0, 2_000)
}
