import { createHmac, randomUUID } from 'node:crypto'
import { nodeId, repositoryShape, type Shape, userShape } from './shapes/repository.js'
import type { Happening, World } from './world.js'

export type Webhook = { readonly url: string; readonly secret: string }

/** One attempt to tell the app about something. */
export type Delivery = {
  readonly id: number
  /** The same for every attempt of one event. */
  readonly guid: string
  readonly event: string
  readonly action: string | null
  readonly repository: number | null
  readonly payload: string
  readonly at: string
  readonly redelivery: boolean
  /** What the app answered; 0 when nothing listened. */
  readonly status: number
}

/** Signed deliveries to one app, one after another, and the log of them. */
export class Webhooks {
  readonly log: Delivery[] = []
  #to: Webhook | null = null
  #queue: Promise<unknown> = Promise.resolve()
  #pause = false

  constructor(private readonly world: World) {}

  /** Where events go from now on. */
  pointTo(webhook: Webhook | null): void {
    this.#to = webhook
  }

  /** While paused, events are lost as when an app is down: logged as failed and never sent again by themselves. */
  setPaused(paused: boolean): void {
    this.#pause = paused
  }

  /** Tells the app about something, after what was told before. */
  announce(happening: Happening): void {
    const { installation, app } = this.world
    if (!isSubscribed(app.events, happening) || (installation.deleted && happening.event !== 'installation'))
      return
    if (happening.repository && !happening.repository.installed) return
    const payload = JSON.stringify(payloadOf(this.world, happening))
    const { event, action, repository } = happening
    this.#send({
      guid: randomUUID(),
      event,
      action,
      repository: repository?.id ?? null,
      payload,
      redelivery: false,
    })
  }

  /** Sends an earlier delivery again, under the same GUID. */
  redeliver(delivery: Delivery): void {
    this.#send({ ...delivery, redelivery: true })
  }

  /** When everything announced so far has been delivered or has failed. */
  async settled(): Promise<void> {
    let seen: Promise<unknown> | null = null
    while (seen !== this.#queue) {
      seen = this.#queue
      await seen
    }
  }

  #send(wanted: Omit<Delivery, 'id' | 'at' | 'status'>): void {
    this.#queue = this.#queue.then(async () => {
      const status = this.#to && !this.#pause ? await deliver(this.#to, wanted) : 0
      this.log.push({ ...wanted, id: this.world.nextId(), at: this.world.now().toISOString(), status })
    })
  }
}

/** Events about an installation are sent to every app, wanted or not. */
function isSubscribed(events: readonly string[], { event }: Happening): boolean {
  return event.startsWith('installation') || events.includes(event)
}

/** `sha256=…`: what GitHub puts into `x-hub-signature-256`. */
export function signatureOf(secret: string, payload: string): string {
  return `sha256=${createHmac('sha256', secret).update(payload).digest('hex')}`
}

async function deliver(to: Webhook, delivery: Omit<Delivery, 'id' | 'at' | 'status'>): Promise<number> {
  try {
    const answer = await fetch(to.url, {
      method: 'POST',
      body: delivery.payload,
      headers: {
        'content-type': 'application/json',
        'user-agent': 'GitHub-Hookshot/5a4d0b0',
        'x-github-event': delivery.event,
        'x-github-delivery': delivery.guid,
        'x-github-hook-id': '1',
        'x-hub-signature-256': signatureOf(to.secret, delivery.payload),
      },
      // GitHub waits ten seconds for an answer.
      signal: AbortSignal.timeout(10_000),
    })
    await answer.arrayBuffer()
    return answer.status
  } catch {
    return 0 // refused, reset or too late: the log says so, as GitHub's does
  }
}

/** What every payload holds besides its own part. */
function payloadOf(world: World, { action, payload, repository, sender }: Happening): Shape {
  return {
    ...(action === null ? {} : { action }),
    ...payload,
    ...(repository ? { repository: repositoryShape(world, repository) } : {}),
    organization: {
      login: world.organisation.login,
      id: world.organisation.id,
      node_id: nodeId('O', world.organisation.id),
    },
    sender: userShape(world, sender),
    installation: {
      id: world.installation.id,
      node_id: nodeId('I', world.installation.id),
      ...installationOf(payload),
    },
  }
}

function installationOf(payload: Happening['payload']): object {
  const own = payload['installation']
  return typeof own === 'object' && own !== null ? own : {}
}
