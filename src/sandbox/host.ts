import { randomBytes } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { type Fault, Faults } from './faults.js'
import { createGitHubServer } from './http/server.js'
import { generateAppKeys, Tokens } from './identity.js'
import { Ledger } from './ledger.js'
import { createWorld } from './new-world.js'
import { createPages } from './page/index.js'
import { apiRoutes } from './rest/index.js'
import { type Delivery, type Webhook, Webhooks } from './webhooks.js'
import { userNamed, type World } from './world.js'

export type HostOptions = {
  /** Absent or 0: any free one. */
  readonly port?: number
  readonly clock?: () => Date
  readonly webhook?: Webhook
}

/** What an app needs to work with the stand-in as it would with GitHub. */
export type AppCredentials = {
  readonly appId: number
  readonly slug: string
  readonly privateKey: string
  readonly webhookSecret: string
  readonly installation: number
}

/** The machine: state, server, credentials, webhooks and scripted faults. It knows nothing of what people do. */
export class Host {
  readonly ledger = new Ledger()
  readonly world: World
  readonly #keys = generateAppKeys()
  readonly #faults = new Faults()
  readonly #tokens: Tokens
  readonly #webhooks: Webhooks
  readonly #server: ReturnType<typeof createGitHubServer>
  #secret: string

  constructor(options: HostOptions) {
    const clock = options.clock ?? ((): Date => new Date())
    this.world = createWorld(this.#keys.publicKey, clock, (happening) => this.#webhooks.announce(happening))
    this.#tokens = new Tokens(this.world)
    this.#webhooks = new Webhooks(this.world)
    this.#secret = options.webhook?.secret ?? randomBytes(20).toString('hex')
    if (options.webhook) this.#webhooks.pointTo(options.webhook)
    this.#server = createGitHubServer({
      world: this.world,
      tokens: this.#tokens,
      ledger: this.ledger,
      faults: this.#faults,
      routes: apiRoutes(this.#tokens, this.#webhooks),
      pages: createPages(this.world),
    })
  }

  async listen(port: number): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject).listen(port, '127.0.0.1', resolve)
    })
    // A TCP server's address is a record; only a pipe's is a string.
    this.world.site = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  async close(): Promise<void> {
    this.#webhooks.pointTo(null)
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  get url(): string {
    return this.world.site
  }

  /** Octokit's `baseUrl`; its GraphQL is found from it. */
  get apiUrl(): string {
    return `${this.world.site}/api/v3`
  }

  asApp(): AppCredentials {
    const { app, installation } = this.world
    const { privateKey } = this.#keys
    return {
      appId: app.id,
      slug: app.slug,
      privateKey,
      webhookSecret: this.#secret,
      installation: installation.id,
    }
  }

  /** Where events go from now on; absent secret: the one that `asApp` names. */
  setWebhook(url: string | null, secret?: string): void {
    this.#secret = secret ?? this.#secret
    this.#webhooks.pointTo(url === null ? null : { url, secret: this.#secret })
  }

  /** While the app is down, events fail and stay in the log of deliveries. */
  pauseWebhooks(paused: boolean): void {
    this.#webhooks.setPaused(paused)
  }

  get deliveries(): readonly Delivery[] {
    return this.#webhooks.log
  }

  /** Sends one delivery again, as GitHub does on demand, under the same GUID. */
  async redeliver(delivery: Delivery): Promise<void> {
    this.#webhooks.redeliver(delivery)
    await this.settled()
  }

  /** When the app has been told of everything so far. */
  settled(): Promise<void> {
    return this.#webhooks.settled()
  }

  fault(fault: Fault): void {
    this.#faults.add(fault)
  }

  clearFaults(): void {
    this.#faults.clear()
  }

  /** A personal token of a user. */
  userToken(login: string): string {
    return this.#tokens.mintUser(userNamed(this.world, login)).token
  }

  /** A token of the app's installation with all that it was granted, or with less. */
  installationToken(grants = this.world.app.permissions, repositories?: readonly number[]): string {
    return this.#tokens.mintInstallation(grants, repositories ? new Set(repositories) : null).token
  }

  revokeTokens(): void {
    this.#tokens.revokeAll()
  }
}
