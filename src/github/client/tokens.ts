import { z } from 'zod'
import { understand } from './answer.js'
import { hasStatus } from './errors.js'

/** `read` is all that the analysis ever sees of GitHub; `write` is the publisher's. Neither may write contents. */
export type Access = 'read' | 'write'

export type Permissions = Readonly<Record<string, string>>

export type InstallationToken = {
  readonly token: string
  readonly expires: Date
  /** What the installation granted of what we asked for. */
  readonly permissions: Permissions
}

/** Asks GitHub as the app; given by the client, so that this file knows no Octokit. */
export type AppRequests = {
  mint(installation: number, repository: number | null, permissions: Permissions): Promise<{ data: unknown }>
  installation(installation: number): Promise<{ data: unknown }>
}

export type TokenScope = {
  readonly installation: number
  /** Null: every repository of the installation, for listing them. */
  readonly repositoryId: number | null
  readonly access: Access
}

const wanted: Readonly<Record<Access, Permissions>> = {
  read: { metadata: 'read', contents: 'read', pull_requests: 'read' },
  write: { metadata: 'read', checks: 'write', pull_requests: 'write', issues: 'write' },
}

const tokenShape = z.object({
  token: z.string().min(1),
  expires_at: z.string(),
  permissions: z.record(z.string(), z.string()).default({}),
})
const installationShape = z.object({ permissions: z.record(z.string(), z.string()) })

/** Minted again this long before the end, so that a slow request and a wrong clock still find it valid. */
const margin = 5 * 60_000

/**
 * Installation tokens narrowed to one repository and one access, kept until shortly before they expire. Two callers at
 * once share one request. Probot's own `auth` is not used for this: it can't narrow behind a base URL of its own.
 */
export function createTokens(requests: AppRequests, clock: () => Date) {
  const held = new Map<string, Promise<InstallationToken>>()
  return {
    async get(scope: TokenScope): Promise<InstallationToken> {
      const key = keyOf(scope)
      const token = await held.get(key)
      if (token && token.expires.getTime() - margin > clock().getTime()) return token
      const minting = mint(requests, scope)
      held.set(key, minting)
      minting.catch(() => held.delete(key))
      return minting
    },
    /** Forgets a token that GitHub refused. */
    forget: (scope: TokenScope): boolean => held.delete(keyOf(scope)),
    forgetInstallation(installation: number): void {
      for (const key of held.keys()) if (key.startsWith(`${installation}:`)) held.delete(key)
    },
  }
}

export type Tokens = ReturnType<typeof createTokens>

function keyOf(scope: TokenScope): string {
  return `${scope.installation}:${scope.repositoryId ?? '*'}:${scope.access}`
}

async function mint(requests: AppRequests, scope: TokenScope): Promise<InstallationToken> {
  const asked = wanted[scope.access]
  try {
    return tokenOf(await requests.mint(scope.installation, scope.repositoryId, asked))
  } catch (error) {
    // 422: the installation has not granted all of it. What it has granted is enough for a part of the work.
    if (!hasStatus(error, 422)) throw error
    const granted = understand(
      installationShape,
      await requests.installation(scope.installation),
      'an installation',
    ).permissions
    return tokenOf(await requests.mint(scope.installation, scope.repositoryId, intersect(asked, granted)))
  }
}

function intersect(asked: Permissions, granted: Permissions): Permissions {
  const covered = ([name, level]: [string, string]): boolean =>
    granted[name] === level || granted[name] === 'write'
  return Object.fromEntries(Object.entries(asked).filter(covered))
}

function tokenOf(response: { data: unknown }): InstallationToken {
  const { token, expires_at, permissions } = understand(tokenShape, response, 'a token request')
  return { token, expires: new Date(expires_at), permissions }
}
