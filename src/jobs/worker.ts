import { setTimeout as pause } from 'node:timers/promises'
import type { Job, Store } from '../store/index.js'
import type { JobHandler } from './handler.js'
import { type Log, silent } from './log.js'
import { type Running, runJob } from './run-job.js'
import { type OnDead, tellDeaths } from './tell-deaths.js'
import { startTicker, type Ticker } from './ticker.js'

export type WorkerOptions = {
  readonly store: Pick<Store, 'jobs' | 'deliveries'>
  /** By kind. Jobs of other kinds are left for a worker that knows them, such as the next release's. */
  readonly handlers: Readonly<Record<string, JobHandler>>
  readonly onDead?: OnDead
  readonly log?: Log
  /** Milliseconds since the epoch; default: the machine's. */
  readonly clock?: () => number
  readonly random?: () => number
  /** Jobs at a time; default 4, because most of their time is waiting for GitHub and a model. */
  readonly concurrency?: number
  /** Kinds that take half of the places at most, so that a first index of an organisation keeps nobody waiting. */
  readonly background?: readonly string[]
  /** After so long without a heartbeat a job is another worker's; default 60 s, a heartbeat each 15 s. */
  readonly leaseMs?: number
  /** The longest a handler may run; default 25 min, so that its check ends within 30. */
  readonly deadlineMs?: number
  /** How often to ask for work that nobody woke us for (other instances, retries); default 1 s. */
  readonly pollMs?: number
  /** How long a handler may go on after its signal was aborted; default 25 s. */
  readonly graceMs?: number
  /** How long finished jobs are kept; default 7 days. */
  readonly keepJobsMs?: number
  /** How long payloads are kept; default 3 days, as long as GitHub redelivers. */
  readonly keepPayloadsMs?: number
}

export type Worker = {
  start(): void
  /** Says that there may be work, so that it need not wait for the next poll. */
  wake(): void
  /** Resolves when no job runs or is ready to run, anywhere, or when the worker was stopped. */
  idle(): Promise<void>
  /** Takes no more jobs, aborts those that run, waits for them at most `graceMs`, gives their leases back. */
  stop(): Promise<void>
}

const minute = 60_000
const day = 24 * 60 * minute

const defaults = {
  onDead: async () => {},
  log: silent,
  clock: Date.now,
  random: Math.random,
  concurrency: 4,
  background: [],
  leaseMs: minute,
  deadlineMs: 25 * minute,
  pollMs: 1_000,
  graceMs: 25_000,
  keepJobsMs: 7 * day,
  keepPayloadsMs: 3 * day,
}

/** A worker over the store's job table; several, in several processes, share the work. */
export function createWorker(options: WorkerOptions): Worker {
  return new JobWorker({ ...defaults, ...options })
}

class JobWorker implements Worker {
  readonly #options: Required<WorkerOptions>
  readonly #kinds: readonly string[]
  readonly #running = new Set<Running>()
  #tickers: { readonly claims: Ticker; readonly deaths: Ticker; readonly upkeep: readonly Ticker[] } | null =
    null
  #stopped = false

  constructor(options: Required<WorkerOptions>) {
    this.#options = options
    this.#kinds = Object.keys(options.handlers)
  }

  start(): void {
    const { pollMs, leaseMs } = this.#options
    if (this.#tickers || this.#stopped) return
    this.#tickers = {
      claims: this.#every(pollMs, 'Claiming jobs failed', () => this.#fill()),
      deaths: this.#every(leaseMs / 4, 'Telling of dead jobs failed', () => this.#tellDeaths()),
      upkeep: [
        this.#every(leaseMs / 4, 'Reaping expired leases failed', () => this.#reap()),
        this.#every(60 * minute, 'Removing old jobs failed', () => this.#prune()),
      ],
    }
  }

  wake(): void {
    this.#tickers?.claims.wake()
  }

  async idle(): Promise<void> {
    while (!this.#stopped && (this.#isBusy() || (await this.#options.store.jobs.pending()) > 0))
      await pause(10)
  }

  async stop(): Promise<void> {
    this.#stopped = true
    const { claims, deaths, upkeep } = this.#tickers ?? {}
    const calm = Promise.all([claims, deaths, ...(upkeep ?? [])].map((ticker) => ticker?.stop()))
    await claims?.stop()
    for (const each of this.#running) each.interrupt('stopping')
    await Promise.all([...this.#running].map((each) => each.ended))
    // A death that is being told ends with its own deadline, not with ours.
    await Promise.race([calm, pause(this.#options.graceMs, null, { ref: false })])
  }

  #isBusy(): boolean {
    return this.#running.size > 0 || (this.#tickers?.deaths.isBusy() ?? false)
  }

  #every(everyMs: number, trouble: string, work: () => Promise<void>): Ticker {
    const { random, log } = this.#options
    return startTicker(work, { everyMs, random, onError: (err) => log.error({ err }, trouble) })
  }

  /** Claims as many jobs as there is room for, after making room where a job is out of date. */
  async #fill(): Promise<void> {
    const { store, concurrency, leaseMs } = this.#options
    await Promise.all([...this.#running].map((each) => each.look()))
    while (!this.#stopped && this.#running.size < concurrency) {
      const job = await store.jobs.claim(leaseMs, this.#wanted())
      if (!job) return
      this.#begin(job)
    }
  }

  /** Every kind while there is room for all of them. */
  #wanted(): readonly string[] {
    const { background, concurrency } = this.#options
    const busy = [...this.#running].filter(({ job }) => background.includes(job.kind)).length
    const isFull = busy >= Math.max(1, Math.floor(concurrency / 2))
    return isFull ? this.#kinds.filter((kind) => !background.includes(kind)) : this.#kinds
  }

  #begin(job: Job): void {
    const handler = this.#options.handlers[job.kind]
    if (!handler) throw new Error(`The store gave a job of kind ${job.kind}, which was not asked for`)
    const running = runJob(job, handler, { ...this.#options, jobs: this.#options.store.jobs })
    this.#running.add(running)
    running.ended.then((state) => {
      this.#running.delete(running)
      if (state === 'dead') this.#tickers?.deaths.wake()
      this.wake()
    })
  }

  async #reap(): Promise<void> {
    const reaped = await this.#options.store.jobs.reap()
    if (reaped === 0) return
    this.#options.log.warn({ reaped }, 'Leases expired')
    this.wake()
    this.#tickers?.deaths.wake()
  }

  #tellDeaths(): Promise<void> {
    const { store, onDead, log } = this.#options
    return tellDeaths(store.jobs, onDead, log)
  }

  async #prune(): Promise<void> {
    const { store, clock, keepJobsMs, keepPayloadsMs } = this.#options
    await store.jobs.prune(new Date(clock() - keepJobsMs))
    await store.deliveries.forgetPayloads(new Date(clock() - keepPayloadsMs))
  }
}
