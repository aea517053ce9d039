import type { Selectable } from 'kysely'
import type { Job } from '../store.js'
import type { JobRow } from '../tables.js'

/** A leased row as a job. The payload is what `enqueue` wrote; its reader checks what is in it. */
export function jobOf(row: Selectable<JobRow>): Job {
  return {
    id: row.id,
    kind: row.kind,
    key: row.key,
    lane: row.lane,
    payload: JSON.parse(row.payload),
    attempts: row.attempts,
    maxAttempts: row.max_attempts,
    lease: row.lease_token ?? '',
  }
}
