import { sql } from 'kysely'
import type { JobState } from '../store.js'

/**
 * States as literals: neither engine uses a partial index, nor takes it as a conflict target, when the state is a bound
 * parameter.
 */
export const queued = sql.lit<JobState>('queued')
export const running = sql.lit<JobState>('running')
export const done = sql.lit<JobState>('done')
export const dead = sql.lit<JobState>('dead')
export const superseded = sql.lit<JobState>('superseded')
