import { createSign, generateKeyPairSync } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { clientOf, refusalOf, type Started, startSandbox } from './start.js'

let started: Started
const repo = { owner: 'acme', repo: 'orders' }

beforeAll(async () => {
  started = await startSandbox()
})
afterAll(() => started.stop())

type Forged = { readonly iat?: number; readonly exp?: number; readonly iss?: number; readonly key?: string }

/** A JWT as an app makes it: issued a minute ago, good for nine minutes more. */
function jwt({ iat = -60, exp = 540, iss, key }: Forged = {}): string {
  const { appId, privateKey } = started.sandbox.asApp()
  const now = Math.floor(Date.now() / 1000)
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
  const signed = `${part({ alg: 'RS256', typ: 'JWT' })}.${part({ iat: now + iat, exp: now + exp, iss: iss ?? appId })}`
  return `${signed}.${createSign('RSA-SHA256')
    .update(signed)
    .sign(key ?? privateKey, 'base64url')}`
}

it('knows the app by its JWT, and mints tokens that work', async () => {
  const app = clientOf(started.sandbox, jwt())
  expect((await app.apps.getAuthenticated()).data).toMatchObject({ slug: 'interlock' })
  expect((await app.apps.listInstallations()).data).toMatchObject([{ id: 7100, account: { login: 'acme' } }])
  expect((await app.apps.getRepoInstallation(repo)).data.id).toBe(7100)
  const { data } = await app.apps.createInstallationAccessToken({ installation_id: 7100 })
  expect(data.token).toMatch(/^ghs_71_[\w-]+\.[\w-]+\.[\w-]+$/)
  expect((await clientOf(started.sandbox, data.token).repos.get(repo)).status).toBe(200)
})

it.each([
  ['a key of somebody else', (): string => jwt({ key: otherKey() })],
  ['another app', (): string => jwt({ iss: 99 })],
  ['an expired token', (): string => jwt({ iat: -700, exp: -100 })],
  ['a token from the future', (): string => jwt({ iat: 120 })],
  ['a token of more than ten minutes', (): string => jwt({ exp: 700 })],
  ['a token without a signature', (): string => `${jwt().split('.').slice(0, 2).join('.')}.`],
])('refuses a JWT with %s', async (_name, forge) => {
  const forged = clientOf(started.sandbox, forge())
  expect((await refusalOf(forged.apps.getAuthenticated())).status).toBe(401)
})

function otherKey(): string {
  return generateKeyPairSync('rsa', { modulusLength: 2048 })
    .privateKey.export({ type: 'pkcs1', format: 'pem' })
    .toString()
}

it('narrows a token to repositories and permissions, and refuses what was never granted', async () => {
  const { sandbox } = started
  const web = await sandbox.addRepository({ name: 'web' })
  const app = clientOf(sandbox, jwt())
  const mint = { installation_id: 7100, repository_ids: [web.id], permissions: { contents: 'read' as const } }
  const { data } = await app.apps.createInstallationAccessToken(mint)
  const narrow = clientOf(sandbox, data.token)
  expect((await narrow.apps.listReposAccessibleToInstallation()).data.repositories).toMatchObject([
    { name: 'web' },
  ])
  expect((await refusalOf(narrow.repos.get(repo))).status).toBe(404)
  expect((await refusalOf(narrow.pulls.list({ owner: 'acme', repo: 'web' }))).status).toBe(403)
  const greedy = { installation_id: 7100, permissions: { contents: 'write' as const } }
  expect((await refusalOf(app.apps.createInstallationAccessToken(greedy))).status).toBe(422)
  const foreign = { installation_id: 7100, repository_ids: [1] }
  expect((await refusalOf(app.apps.createInstallationAccessToken(foreign))).status).toBe(422)
})

it('refuses a write that the token was not given, in the words of GitHub', async () => {
  const { sandbox } = started
  const reader = clientOf(
    sandbox,
    sandbox.installationToken({ checks: 'read', pull_requests: 'read', issues: 'read' }),
  )
  const head_sha = sandbox.pull('orders', 1).headSha
  const message = expect.stringContaining('Resource not accessible by integration')
  expect(await refusalOf(reader.checks.create({ ...repo, head_sha, name: 'x' }))).toMatchObject({
    status: 403,
    message,
  })
  const comment = reader.issues.createComment({ ...repo, issue_number: 1, body: 'b' })
  expect(await refusalOf(comment)).toMatchObject({ status: 403, message })
})

it('does not know who is wrong or gone', async () => {
  const { sandbox } = started
  const token = sandbox.installationToken()
  expect((await refusalOf(clientOf(sandbox, 'ghs_wrong').repos.get(repo))).status).toBe(401)
  sandbox.revokeTokens()
  expect((await refusalOf(clientOf(sandbox, token).repos.get(repo))).status).toBe(401)
})

it('ends a token after an hour, and every token when the app is taken away', async () => {
  let now = Date.now()
  const own = await startSandbox({ clock: () => new Date(now) })
  try {
    expect((await own.app.repos.get(repo)).status).toBe(200)
    now += 3_601_000
    expect((await refusalOf(own.app.repos.get(repo))).status).toBe(401)
    const fresh = clientOf(own.sandbox, own.sandbox.installationToken())
    await own.sandbox.changeInstallation('suspend')
    expect((await refusalOf(fresh.repos.get(repo))).status).toBe(403)
    await own.sandbox.changeInstallation('deleted')
    expect((await refusalOf(fresh.repos.get(repo))).status).toBe(401)
  } finally {
    await own.stop()
  }
})

it.each(['..%2f..%2fetc', 'orders%00', '%E0%A4%A'])('finds no repository called %s', async (name) => {
  const headers = { authorization: `token ${started.sandbox.installationToken()}` }
  const answer = await fetch(`${started.sandbox.apiUrl}/repos/acme/${name}`, { headers })
  expect([404, 501]).toContain(answer.status)
})
