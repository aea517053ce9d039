import type { ExpressionBuilder, SqlBool } from 'kysely'
import type { Tables } from '../tables.js'
import { dead, queued, superseded } from './job-states.js'

type Row = ExpressionBuilder<Tables, 'jobs'>

/** Newness comes first: a job whose successor waits need neither run again nor be told of as dead. */
export function afterFailure(row: Row) {
  return row
    .case()
    .when(newerWaits(row))
    .then(superseded)
    .when('attempts', '>=', row.ref('max_attempts'))
    .then(dead)
    .else(queued)
    .end()
}

/** Of a job that is not to be tried again. */
export function afterLastFailure(row: Row) {
  return row.case().when(newerWaits(row)).then(superseded).else(dead).end()
}

/** Of a job that was given back unharmed. */
export function afterRelease(row: Row) {
  return row.case().when(newerWaits(row)).then(superseded).else(queued).end()
}

/** Of one key at most one job is queued, and it was enqueued after this one was claimed. */
function newerWaits({ exists, selectFrom }: Row) {
  return exists(
    selectFrom('jobs as newer')
      .select('newer.id')
      .whereRef('newer.key', '=', 'jobs.key')
      .where('newer.state', '=', queued),
  ).$castTo<SqlBool>()
}
