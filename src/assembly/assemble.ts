import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Logger } from 'pino'
import { createAgent, createModel } from '../agent/index.js'
import { type App, type AppOptions, type AppWork, createApp } from '../app.js'
import type { InstalledRepository } from '../domain/pull.js'
import type { FactCache } from '../facts/index.js'
import { createMirrors, type Mirrors } from '../git/index.js'
import { createGitHub, type GitHub, listInstalledRepositories } from '../github/index.js'
import { UserError } from '../lib/errors.js'
import { createMeans, factVersion } from '../means.js'
import { permalinks } from '../report/index.js'
import type { Environment } from '../settings/index.js'
import { type FactScope, openStore, type Store } from '../store/index.js'
import { createNeighbourhood, indexInStore } from '../workspace/index.js'
import { createWork } from './work.js'

/** A whole server: what was assembled, and how to stop it. */
export type Assembly = { readonly app: App; readonly store: Store; readonly stop: () => Promise<void> }

/** Builds the server that an environment describes. Throws a user error for what is missing, before anything is opened. */
export async function assemble(
  environment: Environment,
  log: Logger,
  options: Partial<AppOptions> = {},
): Promise<Assembly> {
  const github = createGitHub({ ...identityOf(environment), apiUrl: environment.githubApiUrl, log })
  mkdirSync(environment.directory, { recursive: true })
  const store = await openStore({
    url: environment.databaseUrl ?? undefined,
    directory: environment.directory,
  })
  const mirrors = createMirrors({ directory: join(environment.directory, 'mirrors'), log })
  const app = createApp({
    github,
    store,
    log,
    webhookSecrets: environment.webhookSecrets,
    work: await workOf(environment, { github, store, mirrors }),
    degraded: environment.model ? [] : ['no model: only the deterministic review'],
    ...options,
    worker: { concurrency: environment.concurrency, ...options.worker },
  })
  return { app, store, stop: () => stopAll(app, mirrors, store) }
}

/** Who we are to GitHub. Without a secret anybody could send webhooks, so there is no server without one. */
function identityOf({ app, webhookSecrets }: Environment) {
  const [webhookSecret] = webhookSecrets
  if (!webhookSecret?.trim()) {
    throw new UserError(
      'missing-webhook-secret',
      '`WEBHOOK_SECRET` is not set: without it anybody could send webhooks.',
    )
  }
  if (!app)
    throw new UserError('missing-app', '`APP_ID` and `PRIVATE_KEY` are not set: Interlock has no identity.')
  return { appId: app.id, privateKey: app.privateKey, webhookSecret }
}

type World = { readonly github: GitHub; readonly store: Store; readonly mirrors: Mirrors }

async function workOf(environment: Environment, { github, store, mirrors }: World): Promise<AppWork> {
  const installed = new Map<string, InstalledRepository>()
  const remote = (repository: InstalledRepository) => {
    const { name, installation, id } = repository
    installed.set(name, repository)
    return {
      url: `${environment.githubUrl}/${name}.git`,
      token: () => github.readToken({ installation, repositoryId: id, repository: name }),
    }
  }
  const means = await createMeans({
    agent: environment.model ? createAgent({ model: createModel(environment.model) }) : null,
    // Content is never shared between installations: two that hold the same blob each read it for themselves.
    cache: (git) => factCache(store, scopeOf(installed.get(git.name))),
    index: (factsOf) =>
      indexInStore({
        table: store.index,
        placeOf: ({ name }) => ({
          scope: scopeOf(installed.get(name)),
          repositoryId: installed.get(name)?.id ?? 0,
        }),
        factsOf,
      }),
  })
  const neighbourhood = createNeighbourhood({
    mirrors,
    remote,
    installed: (installation) => store.repositories.ofInstallation(installation),
    sharePrivate: environment.sharePrivate,
    now: Date.now,
  })
  return createWork({
    store,
    mirrors,
    neighbourhood,
    means,
    remote,
    linkTo: permalinks(environment.githubUrl),
    list: async (installation) =>
      listInstalledRepositories(await github.installationClient(installation), installation),
  })
}

async function stopAll(app: App, mirrors: Mirrors, store: Store): Promise<void> {
  await app.stop()
  await mirrors.close()
  await store.close()
}

/** Content is never shared between installations. */
function scopeOf(repository: InstalledRepository | undefined): FactScope {
  return { installation: repository?.installation ?? 0, version: factVersion }
}

/** The facts of blobs as one installation keeps them. */
function factCache(store: Store, scope: FactScope): FactCache {
  return { get: (keys) => store.facts.get(scope, keys), put: (facts) => store.facts.put(scope, facts) }
}
