import { sql } from 'kysely'
import type { Engine } from '../engine.js'
import { retryConflict } from '../retry-conflict.js'
import type { JobState, JobTable } from '../store.js'
import { afterlife } from './afterlife.js'
import { claim } from './claim.js'
import { enqueue } from './enqueue.js'
import { dead, queued, running } from './job-states.js'
import { leases } from './leases.js'

/** The queue: one table, whose partial unique indexes keep one queued and one running job a key, and one running a lane. */
export function jobs(engine: Engine): JobTable {
  return {
    enqueue: (job) => retryConflict(engine, () => enqueue(engine, engine.db, job)),
    claim: (leaseMs, kinds) => claim(engine, leaseMs, kinds),
    ...leases(engine),
    ...afterlife(engine),
    pending: () => pending(engine),
    counts: () => counts(engine),
  }
}

async function pending({ db, now }: Engine): Promise<number> {
  const { count } = await db
    .selectFrom('jobs')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where(({ or, and, eb }) =>
      or([
        eb('state', '=', running),
        and([eb('state', '=', queued), eb('run_at', '<=', now())]),
        and([
          eb('state', '=', dead),
          eb('told', '=', sql.lit(0)),
          or([eb('lease_until', 'is', null), eb('lease_until', '<', now())]),
        ]),
      ]),
    )
    .executeTakeFirstOrThrow()
  return count
}

async function counts({ db }: Engine): Promise<Record<JobState, number>> {
  const rows = await db
    .selectFrom('jobs')
    .select(({ fn }) => ['state', fn.countAll<number>().as('count')])
    .groupBy('state')
    .execute()
  const none = { queued: 0, running: 0, done: 0, dead: 0, superseded: 0 }
  return rows.reduce((all, { state, count }) => Object.assign(all, { [state]: count }), none)
}
