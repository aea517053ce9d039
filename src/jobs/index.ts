/**
 * Takes jobs from the store and sees each one to its end: done, superseded by a newer one, or dead and told of. Knows
 * leases, retries, deadlines and a graceful stop, and nothing of what the jobs are about. Absent on purpose: a queue in
 * memory (a job is durable before anybody hears of it), a cap per installation, and a schedule of recurring work.
 */
export { Interrupted, type Interruption, type JobHandler, type JobRun } from './handler.js'
export type { Log } from './log.js'
export { Permanent } from './permanent.js'
export { priority } from './priority.js'
export type { OnDead } from './tell-deaths.js'
export { createWorker, type Worker, type WorkerOptions } from './worker.js'
