import { type ExpressionBuilder, type Kysely, sql } from 'kysely'
import type { Engine } from '../engine.js'
import type { NewJob } from '../store.js'
import type { Tables } from '../tables.js'
import { queued } from './job-states.js'

/** With the worker's backoff, the fifth and last attempt comes about seven minutes after the first. */
const defaultMaxAttempts = 5

/** Puts a job in the queue; when one of its key waits there already, that one takes over the newer work. */
export async function enqueue(engine: Engine, db: Kysely<Tables>, job: NewJob): Promise<void> {
  await db
    .insertInto('jobs')
    .values({
      kind: job.kind,
      key: job.key,
      lane: job.lane,
      payload: JSON.stringify(job.payload),
      state: queued,
      priority: job.priority ?? 0,
      run_at: job.runAt?.getTime() ?? engine.now(),
      attempts: 0,
      max_attempts: job.maxAttempts ?? defaultMaxAttempts,
      told: 0,
      created_at: engine.now(),
    })
    .onConflict((conflict) =>
      conflict.column('key').where('state', '=', queued).where('key', 'is not', null).doUpdateSet(newestWins),
    )
    .execute()
}

/** The newer job's work with fresh attempts, in the better of the two places of the queue. */
function newestWins(row: ExpressionBuilder<Tables & { excluded: Tables['jobs'] }, 'jobs' | 'excluded'>) {
  return {
    kind: row.ref('excluded.kind'),
    lane: row.ref('excluded.lane'),
    payload: row.ref('excluded.payload'),
    max_attempts: row.ref('excluded.max_attempts'),
    attempts: 0,
    last_error: null,
    // `least` and `greatest` are called `min` and `max` in SQLite.
    run_at: sql<number>`case when excluded.run_at < jobs.run_at then excluded.run_at else jobs.run_at end`,
    priority: sql<number>`case when excluded.priority > jobs.priority then excluded.priority else jobs.priority end`,
  }
}
