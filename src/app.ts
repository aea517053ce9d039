import { createHmac } from 'node:crypto'
import type { Logger } from 'pino'
import type { Probot } from 'probot'
import { eventNames, jobsFor } from './app/events/index.js'
import { handlersOf, onDeadOf } from './app/handlers.js'
import type { AppParts, AppWork } from './app/parts.js'
import { createReconciler } from './app/reconcile.js'
import { repeat } from './app/repeat.js'
import { createServer, type ExtraHandler, type GitHub, type VerifiedDelivery } from './github/index.js'
import { createWorker, type Worker, type WorkerOptions } from './jobs/index.js'
import { messageOf } from './lib/errors.js'
import type { Store } from './store/index.js'

export type { AppWork, Reviewed } from './app/parts.js'

export type AppOptions = {
  readonly github: GitHub
  readonly store: Store
  readonly work: AppWork
  /** The secret of now, then the one before a rotation. */
  readonly webhookSecrets: readonly string[]
  readonly log: Logger
  /** What the app does without, in words: shown by `/readyz`. */
  readonly degraded?: readonly string[]
  /** Pages of other rooms, such as the dashboard. */
  readonly extra?: ExtraHandler
  readonly worker?: Partial<WorkerOptions>
  /** How often lost deliveries are looked for; default 10 min. */
  readonly reconcileMs?: number
  /** How long to wait before reading back what may have been said; default 2 s. */
  readonly settleMs?: number
}

export type App = {
  /** Takes deliveries and works on jobs. Resolves with the port. */
  start(port: number, host: string): Promise<number>
  /** Resolves when no job is left to run. */
  idle(): Promise<void>
  /** Looks once for what no delivery told; also done by itself at the start and every ten minutes. */
  reconcile(): Promise<void>
  /** Takes nothing new, lets work under way finish or gives it back. The store stays open. */
  stop(): Promise<void>
}

/** GitHub's events become jobs, and jobs become words on a pull request. */
export function createApp(options: AppOptions): App {
  const { github, store, log, webhookSecrets } = options
  const parts: AppParts = {
    ...options,
    markerKeys: webhookSecrets.map(markerKey),
    wake: () => worker.wake(),
  }
  const worker = createWorker({
    log,
    background: ['index'],
    ...options.worker,
    store,
    handlers: handlersOf(parts),
    onDead: onDeadOf(parts),
  })
  const server = createServer({
    secrets: webhookSecrets,
    accept: (delivery) => github.probot.receive(eventOf(delivery)),
    readiness: () => readiness(store, options.degraded ?? []),
    log,
    ...(options.extra ? { extra: options.extra } : {}),
  })
  const reconciler = repeat(createReconciler(parts), options.reconcileMs ?? 10 * 60_000, (error) =>
    log.warn({ error: messageOf(error) }, 'reconciling failed'),
  )
  return {
    async start(port, host) {
      await github.probot.load(interlock(store, worker, log))
      worker.start()
      reconciler.start()
      return server.listen(port, host)
    },
    idle: () => worker.idle(),
    reconcile: () => reconciler.round(),
    async stop() {
      await server.close()
      await reconciler.stop()
      await worker.stop()
    },
  }
}

/** The Probot app: each event that we act on becomes durable with its jobs, in one transaction, and nothing else. */
function interlock(store: Store, worker: Worker, log: Logger) {
  return (app: Probot): void => {
    app.on(eventNames, async ({ id, name, payload }) => {
      const jobs = jobsFor(name, payload)
      if (!jobs) log.error({ delivery: id, event: name }, 'the payload is not in the shape we rely on')
      const delivery = { id, event: name, payload: JSON.stringify(payload) }
      const outcome = await store.deliveries.accept(delivery, jobs ?? [])
      log.info({ delivery: id, event: name, outcome, jobs: jobs?.length ?? 0 }, 'delivery')
      if (outcome === 'accepted') worker.wake()
    })
  }
}

type ProbotEvent = Parameters<Probot['receive']>[0]

function eventOf({ id, event, payload }: VerifiedDelivery): ProbotEvent {
  // Probot's types promise the payload that GitHub documents; every handler parses what it uses of it.
  return { id, name: event, payload } as ProbotEvent
}

async function readiness(store: Store, degraded: readonly string[]) {
  try {
    await store.ping()
    return { ready: true, degraded }
  } catch (error) {
    return { ready: false, degraded: [`the store does not answer: ${messageOf(error)}`, ...degraded] }
  }
}

/** A key for signing markers: from the webhook secret, which it does not give away. */
function markerKey(secret: string): string {
  return createHmac('sha256', secret).update('interlock markers').digest('hex')
}
