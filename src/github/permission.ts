import { z } from 'zod'
import { understand } from './client/answer.js'
import type { RepositoryClient } from './client/client.js'
import { hasStatus } from './client/errors.js'

/** What somebody may do in a repository. `none` is an answer; not knowing is an error that is thrown. */
export type Permission = 'none' | 'read' | 'write'

const permissionShape = z.object({ permission: z.string(), role_name: z.string().nullish() })

/**
 * What GitHub's permission API says of a user now. Never `author_association`, which is wrong in both directions. A
 * custom role names only itself in `role_name`, and its base in `permission`; `maintain` and `triage` stand only in
 * `role_name`: so both are read. A lookup that fails throws, and the caller must not let anybody in.
 */
export async function permissionOf(client: RepositoryClient, login: string): Promise<Permission> {
  try {
    const response = await client.octokit.rest.repos.getCollaboratorPermissionLevel({
      ...client.at,
      username: login,
    })
    const { permission, role_name } = understand(permissionShape, response, 'a permission')
    return permissionFrom(permission, role_name ?? permission)
  } catch (error) {
    // GitHub knows no such user, a ghost for example: that is an answer.
    if (hasStatus(error, 404)) return 'none'
    throw error
  }
}

const writing = ['write', 'maintain', 'admin']
const reading = ['read', 'triage']

function permissionFrom(permission: string, role: string): Permission {
  if (permission === 'none') return 'none'
  if (writing.includes(permission) || (reading.includes(permission) && role === 'maintain')) return 'write'
  return reading.includes(permission) ? 'read' : 'none'
}
