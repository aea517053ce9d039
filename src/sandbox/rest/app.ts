import { z } from 'zod'
import { notFound, unprocessable } from '../http/refusal.js'
import { type Call, get, isVisible, numberParam, post, type Route, repositoryOf } from '../http/route.js'
import type { Tokens } from '../identity.js'
import { appShape, installationShape, repositoryShape } from '../shapes/repository.js'
import type { Grants, Repository, World } from '../world.js'

const mintBody = z
  .strictObject({
    repository_ids: z.array(z.number().int()).max(500).optional(),
    repositories: z.array(z.string()).max(500).optional(),
    permissions: z.record(z.string(), z.enum(['read', 'write', 'admin'])).optional(),
  })
  .nullish()

/** The app, its installation, and the tokens that it asks for. */
export function appRoutes(tokens: Tokens): readonly Route[] {
  return [
    get('/app', 'app', ({ world }) => ({ body: appShape(world) })),
    get('/app/installations', 'app', ({ world }) => ({
      list: world.installation.deleted ? [] : [installationShape(world)],
    })),
    get('/app/installations/{id}', 'app', (call) => installation(call)),
    get('/repos/{owner}/{repo}/installation', 'app', (call) => {
      repositoryByName(call)
      return { body: installationShape(call.world) }
    }),
    get('/orgs/{org}/installation', 'app', ({ world }) => ({ body: installationShape(world) })),
    post('/app/installations/{id}/access_tokens', 'app', mintBody, (call) => mint(call, tokens)),
    get('/installation/repositories', 'installation', (call) => ({
      list: visible(call).map((each) => repositoryShape(call.world, each)),
      wrap: (repositories, total_count) => ({ total_count, repository_selection: 'selected', repositories }),
    })),
  ]
}

function installation(call: Call): { body: unknown } {
  requireInstalled(call)
  return { body: installationShape(call.world) }
}

function requireInstalled(call: Call): void {
  const { installation } = call.world
  if (numberParam(call, 'id') !== installation.id || installation.deleted) throw notFound()
}

/** An app may ask about repositories it is installed on, private ones included. */
function repositoryByName(call: Call): Repository {
  const name = `${call.params['owner']}/${call.params['repo']}`
  const found = call.world.repositories.get(name)
  if (found?.installed) return found
  return repositoryOf({ ...call, who: { type: 'nobody' } })
}

function visible(call: Call): Repository[] {
  return [...call.world.repositories.values()].filter((each) => isVisible(call.who, each))
}

function mint(call: Call<z.infer<typeof mintBody>>, tokens: Tokens): { status: number; body: unknown } {
  requireInstalled(call)
  const { world, body } = call
  const chosen = narrowed(world, body)
  const grants = grantsOf(world, body?.permissions)
  const minted = tokens.mintInstallation(grants, chosen && new Set(chosen.map((each) => each.id)))
  return {
    status: 201,
    body: {
      token: minted.token,
      expires_at: minted.expires.toISOString().replace(/\.\d+Z$/, 'Z'),
      permissions: { metadata: 'read', ...grants },
      repository_selection: chosen ? 'selected' : 'all',
      ...(chosen ? { repositories: chosen.map((each) => repositoryShape(world, each)) } : {}),
    },
  }
}

function narrowed(world: World, body: z.infer<typeof mintBody>): Repository[] | null {
  if (!body?.repository_ids && !body?.repositories) return null
  const installed = [...world.repositories.values()].filter((each) => each.installed)
  const wanted = [...(body.repository_ids ?? []), ...(body.repositories ?? [])]
  return wanted.map((one) => {
    const found = installed.find((each) => each.id === one || each.name === one)
    if (found) return found
    throw unprocessable(
      'There is at least one repository that does not exist or is not accessible to the parent installation.',
    )
  })
}

function grantsOf(world: World, wanted: Readonly<Record<string, string>> | undefined): Grants {
  if (!wanted) return world.app.permissions
  const entries = Object.entries(wanted).map(([name, level]): [string, 'read' | 'write'] => {
    const held = world.app.permissions[name]
    if (!held || level === 'admin' || (level === 'write' && held === 'read')) {
      throw unprocessable('The permissions requested are not granted to this installation.')
    }
    return [name, level === 'write' ? 'write' : 'read']
  })
  return Object.fromEntries(entries)
}
