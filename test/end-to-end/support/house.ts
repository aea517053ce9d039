import { join } from 'node:path'
import pino from 'pino'
import { type Assembly, assemble } from '../../../src/assembly/index.js'
import { createSandbox, type Sandbox, type SandboxOptions } from '../../../src/sandbox/index.js'
import { type Environment, readEnvironment } from '../../../src/settings/index.js'
import { temporaryFolder } from '../../support/git.js'

/** A whole server beside a whole GitHub, as `interlock start` puts them together. */
export type House = {
  readonly sandbox: Sandbox
  readonly server: Assembly
  /** Where the server takes webhooks. */
  readonly webhook: string
  /** When everybody has heard of everything and has nothing left to do. */
  settled(): Promise<void>
  stop(): Promise<void>
}

export type HouseOptions = {
  /** What is on GitHub before the app is installed there. */
  readonly seed?: (sandbox: Sandbox) => Promise<void>
  readonly sandbox?: Partial<SandboxOptions>
  readonly environment?: Partial<Environment>
}

/** Every secret of these servers, so that the same deliveries give the same bytes. */
export const secret = 'the shop keeps this to itself'

export async function startHouse(options: HouseOptions = {}): Promise<House> {
  const sandbox = await createSandbox({ directory: join(temporaryFolder(), 'github'), ...options.sandbox })
  sandbox.setWebhook(null, secret)
  await options.seed?.(sandbox)
  const { server, webhook } = await startServer(sandbox, {
    directory: join(temporaryFolder(), 'interlock'),
    ...options.environment,
  })
  sandbox.setWebhook(webhook)
  return {
    sandbox,
    server,
    webhook,
    settled: () => settled(sandbox, [server]),
    async stop() {
      await server.stop()
      await sandbox.close()
    },
  }
}

/** One server for a GitHub; several may share a folder. */
export async function startServer(
  sandbox: Sandbox,
  environment: Partial<Environment> & { readonly directory: string },
): Promise<{ readonly server: Assembly; readonly webhook: string }> {
  const server = await assemble(environmentOf(sandbox, environment), pino({ level: 'silent' }), {
    settleMs: 5,
    reconcileMs: 3_600_000,
    worker: { pollMs: 20, random: () => 0, graceMs: 1_000 },
  })
  const port = await server.app.start(0, '127.0.0.1')
  return { server, webhook: `http://127.0.0.1:${port}/api/github/webhooks` }
}

/** What a server of the sandbox needs to know; the rest as for everybody who sets nothing. */
export function environmentOf(
  sandbox: Sandbox,
  given: Partial<Environment> & { readonly directory: string },
): Environment {
  const { appId, privateKey, webhookSecret } = sandbox.asApp()
  return {
    ...readEnvironment({}),
    webhookSecrets: [webhookSecret],
    app: { id: appId, privateKey },
    githubUrl: sandbox.url,
    githubApiUrl: sandbox.apiUrl,
    ...given,
  }
}

export async function settled(sandbox: Sandbox, servers: readonly Assembly[]): Promise<void> {
  await sandbox.settled()
  for (const { app } of servers) await app.idle()
  await sandbox.settled()
}
