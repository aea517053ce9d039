import { createPublicKey, generateKeyPairSync, randomBytes, verify } from 'node:crypto'
import { z } from 'zod'
import { Refusal } from './http/refusal.js'
import type { Identity } from './http/route.js'
import type { Grants, User, World } from './world.js'

export type Token = {
  readonly token: string
  readonly expires: Date
  readonly identity: Identity
}

type AppKeys = { readonly privateKey: string; readonly publicKey: ReturnType<typeof createPublicKey> }

let appKeys: AppKeys | null = null

/** A pair of keys for the app, made for this run only; every stand-in of a process has the same, for making one takes long. */
export function generateAppKeys(): AppKeys {
  appKeys ??= newKeys()
  return appKeys
}

function newKeys(): AppKeys {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const pem = privateKey.export({ type: 'pkcs1', format: 'pem' }).toString()
  return { privateKey: pem, publicKey: createPublicKey(pem) }
}

/** Tokens that were minted, and what they prove. An expired token proves nothing. */
export class Tokens {
  readonly #tokens = new Map<string, Token>()

  constructor(private readonly world: World) {}

  /** Valid for an hour. It looks like GitHub's since April 2026: long, with dots. */
  mintInstallation(grants: Grants, repositories: ReadonlySet<number> | null): Token {
    const { app } = this.world
    const part = (): string => randomBytes(24).toString('base64url')
    const identity: Identity = { type: 'installation', user: app.bot, grants, repositories }
    return this.#keep(`ghs_${app.id}_${part()}.${part()}.${part()}`, identity)
  }

  mintUser(user: User): Token {
    return this.#keep(`ghp_${randomBytes(18).toString('hex')}`, { type: 'user', user })
  }

  /** Ends every token at once, as when GitHub revokes them. */
  revokeAll(): void {
    this.#tokens.clear()
  }

  #keep(token: string, identity: Identity): Token {
    const minted = { token, identity, expires: new Date(this.world.now().getTime() + 3_600_000) }
    this.#tokens.set(token, minted)
    return minted
  }

  /** Whom an Authorization header proves. Throws 401 for credentials that prove nobody. */
  identify(authorization: string | undefined): Identity {
    if (authorization === undefined) return { type: 'nobody' }
    const [scheme = '', value = ''] = authorization.split(' ', 2)
    if (/^bearer$/i.test(scheme) && value.split('.').length === 3 && value.startsWith('eyJ')) {
      checkAppToken(this.world, value)
      return { type: 'app' }
    }
    if (!/^(bearer|token)$/i.test(scheme)) throw new Refusal(401, 'Bad credentials')
    return this.identifyToken(value)
  }

  /** Git sends `x-access-token:TOKEN` as Basic credentials. */
  identifyGit(authorization: string | undefined): Identity {
    const [, encoded] = /^Basic (\S+)$/i.exec(authorization ?? '') ?? []
    if (encoded === undefined) return { type: 'nobody' }
    const [, token] = /^x-access-token:(.+)$/.exec(Buffer.from(encoded, 'base64').toString('utf8')) ?? []
    if (token === undefined) throw new Refusal(401, 'Bad credentials')
    return this.identifyToken(token)
  }

  identifyToken(value: string): Identity {
    const found = this.#tokens.get(value)
    if (!found || found.expires <= this.world.now()) throw new Refusal(401, 'Bad credentials')
    if (found.identity.type === 'installation') requireInstallation(this.world)
    return found.identity
  }
}

function requireInstallation({ installation }: World): void {
  if (installation.deleted) throw new Refusal(401, 'Bad credentials')
  if (installation.suspended) throw new Refusal(403, 'This installation has been suspended')
}

const claimsShape = z.object({
  iss: z.union([z.string(), z.number()]),
  iat: z.number().int(),
  exp: z.number().int(),
})

/** GitHub's rules for an app's JWT: our key, RS256, issued in the past, at most ten minutes long. */
function checkAppToken(world: World, jwt: string): void {
  const [header = '', payload = '', signature = ''] = jwt.split('.')
  const signed = verify(
    'RSA-SHA256',
    Buffer.from(`${header}.${payload}`),
    world.app.publicKey,
    Buffer.from(signature, 'base64url'),
  )
  if (!signed || jsonOf(header)?.['alg'] !== 'RS256') {
    throw new Refusal(401, 'A JSON web token could not be decoded')
  }
  const claims = claimsShape.safeParse(jsonOf(payload)).data
  if (!claims || String(claims.iss) !== String(world.app.id)) {
    throw new Refusal(401, "'Issuer' claim ('iss') must be an Integer")
  }
  checkTimes(claims, world.now().getTime() / 1000)
}

function checkTimes(claims: z.infer<typeof claimsShape>, now: number): void {
  // GitHub's clock and ours are the same one here, so a second of grace is enough.
  if (claims.iat > now + 1) {
    throw new Refusal(401, "'Issued at' claim ('iat') must be an Integer representing the time in the past")
  }
  if (claims.exp <= now) {
    throw new Refusal(401, "'Expiration time' claim ('exp') must be a numeric value in the future")
  }
  if (claims.exp > now + 600)
    throw new Refusal(401, "'Expiration time' claim ('exp') is too far in the future")
}

function jsonOf(part: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'))
    return typeof value === 'object' && value !== null ? { ...value } : null
  } catch {
    return null // no JSON: no claims
  }
}
