import { Octokit } from '@octokit/rest'
import type { Logger } from 'pino'
import { Probot, ProbotOctokit } from 'probot'
import { z } from 'zod'
import { understand } from './answer.js'
import { type AppIdentity, ownerAndName, type RepositoryClient, type RepositoryReference } from './client.js'
import { type Deadlines, defaultDeadlines, requestDiscipline } from './deadline.js'
import { hasStatus } from './errors.js'
import { octokitLog, quietLog } from './log.js'
import { type Access, createTokens, type TokenScope, type Tokens } from './tokens.js'

export type GitHubOptions = {
  readonly appId: number
  readonly privateKey: string
  /** Probot must have one, or it takes a well-known one; deliveries are verified before they reach it. */
  readonly webhookSecret: string
  /** `https://api.github.com`, or `https://github.example.com/api/v3`. */
  readonly apiUrl: string
  readonly log: Logger
  readonly deadlines?: Deadlines
  readonly clock?: () => Date
}

/** GitHub, as the app sees it. */
export type GitHub = {
  /** Routes verified deliveries to handlers, and authenticates as the app. */
  readonly probot: Probot
  /** Who we are; asked once. */
  identity(): Promise<AppIdentity>
  /** A client for one repository with a token for that repository alone. */
  client(reference: RepositoryReference, access: Access): Promise<RepositoryClient>
  /** A client that sees every repository of an installation; only for listing them. */
  installationClient(installation: number): Promise<Octokit>
  /** A read token for git, fresh for at least five minutes. */
  readToken(reference: RepositoryReference): Promise<string>
  /** Every installation that is not suspended. */
  installations(): Promise<readonly number[]>
  /** Forgets the tokens of an installation that is gone. */
  forget(installation: number): void
}

type Context = GitHubOptions & { readonly tokens: Tokens; readonly Client: typeof Octokit }

export function createGitHub(options: GitHubOptions): GitHub {
  const clock = options.clock ?? (() => new Date())
  const discipline = requestDiscipline(options.deadlines ?? defaultDeadlines, clock)
  const probot = createProbot(options, discipline)
  const tokens = createTokens(appRequests(probot), clock)
  const context: Context = { ...options, tokens, Client: Octokit.plugin(discipline) }
  const identity = once(() => askIdentity(probot))
  return {
    probot,
    identity,
    async client(reference, access) {
      const scope = { installation: reference.installation, repositoryId: reference.repositoryId, access }
      const [{ permissions }, who] = [await tokens.get(scope), await identity()]
      const octokit = clientFor(context, scope)
      return { octokit, at: ownerAndName(reference.repository), reference, identity: who, permissions }
    },
    installationClient: async (installation) =>
      clientFor(context, { installation, repositoryId: null, access: 'read' }),
    readToken: async ({ installation, repositoryId }) =>
      (await tokens.get({ installation, repositoryId, access: 'read' })).token,
    installations: () => listInstallations(probot),
    forget: (installation) => tokens.forgetInstallation(installation),
  }
}

function createProbot(options: GitHubOptions, discipline: ReturnType<typeof requestDiscipline>): Probot {
  return new Probot({
    appId: options.appId,
    privateKey: options.privateKey,
    secret: options.webhookSecret,
    baseUrl: options.apiUrl,
    // Probot's own logging writes whole payloads and request bodies at `debug`: private code.
    log: quietLog(options.log),
    // Its retry repeats writes that were done, its throttle sleeps in memory: the queue does both better. Only the
    // function form of `defaults` is obeyed.
    Octokit: ProbotOctokit.plugin(discipline).defaults((given: object) => ({
      ...given,
      retry: { enabled: false },
      throttle: { enabled: false },
    })),
  })
}

function appRequests(probot: Probot): Parameters<typeof createTokens>[0] {
  return {
    mint: async (installation, repository, permissions) =>
      (await probot.auth()).rest.apps.createInstallationAccessToken({
        installation_id: installation,
        permissions,
        ...(repository === null ? {} : { repository_ids: [repository] }),
      }),
    installation: async (installation) =>
      (await probot.auth()).rest.apps.getInstallation({ installation_id: installation }),
  }
}

const appShape = z.object({ id: z.number(), slug: z.string() })

async function askIdentity(probot: Probot): Promise<AppIdentity> {
  const { id, slug } = understand(
    appShape,
    await (await probot.auth()).rest.apps.getAuthenticated(),
    'the app',
  )
  return { appId: id, slug, login: `${slug}[bot]` }
}

const installationsShape = z.array(z.object({ id: z.number(), suspended_at: z.string().nullish() }))

async function listInstallations(probot: Probot): Promise<readonly number[]> {
  const octokit = await probot.auth()
  const listed = await octokit.paginate(octokit.rest.apps.listInstallations, { per_page: 100 })
  const installations = understand(installationsShape, { data: listed }, 'the installations')
  return installations.filter((each) => !each.suspended_at).map((each) => each.id)
}

function clientFor({ Client, apiUrl, log, tokens }: Context, scope: TokenScope): Octokit {
  return new Client({
    baseUrl: apiUrl,
    userAgent: 'interlock',
    log: octokitLog(log),
    authStrategy: () => installationAuth(tokens, scope),
  })
}

type RequestOptions = { readonly headers: Record<string, unknown> }

/** Octokit's authentication interface: puts the token on every request, and once asks for a new one on a 401. */
function installationAuth(tokens: Tokens, scope: TokenScope): object {
  const authorized = async (request: (options: RequestOptions) => unknown, options: RequestOptions) => {
    const { token } = await tokens.get(scope)
    return request({ ...options, headers: { ...options.headers, authorization: `token ${token}` } })
  }
  const hook = async (request: (options: RequestOptions) => unknown, options: RequestOptions) => {
    try {
      return await authorized(request, options)
    } catch (error) {
      // Revoked before its time. A 401 means that nothing was done, so a write may be sent again.
      if (!hasStatus(error, 401)) throw error
      tokens.forget(scope)
      return authorized(request, options)
    }
  }
  return Object.assign(async () => ({ type: 'token', token: (await tokens.get(scope)).token }), { hook })
}

/** Remembers an answer, not a failure. */
function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | null = null
  return () => {
    asked ??= ask().catch((error: unknown) => {
      asked = null
      throw error
    })
    return asked
  }
}
