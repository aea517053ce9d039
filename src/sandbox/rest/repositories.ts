import { listRefs } from '../git/read.js'
import { notFound } from '../http/refusal.js'
import { get, isVisible, type Route, repositoryOf } from '../http/route.js'
import { repositoryShape, userShape } from '../shapes/repository.js'
import { levelOf } from '../world.js'

const repository = '/repos/{owner}/{repo}'

/** Repositories, their branches, and what people may do on them. */
export const repositoryRoutes: readonly Route[] = [
  get(repository, 'metadata:read', (call) => ({ body: repositoryShape(call.world, repositoryOf(call)) })),
  get('/repositories/{id}', 'metadata:read', (call) => {
    const found = [...call.world.repositories.values()].find((each) => String(each.id) === call.params['id'])
    if (!found || !isVisible(call.who, found)) throw notFound()
    return { body: repositoryShape(call.world, found) }
  }),
  get(`${repository}/collaborators/{username}/permission`, 'metadata:read', (call) => {
    const found = repositoryOf(call)
    const user = call.world.users.get(call.params['username'] ?? '')
    if (!user) throw notFound()
    const level = levelOf(found, user.login)
    return {
      body: { permission: legacy[level], role_name: level, user: userShape(call.world, user) },
    }
  }),
  get(`${repository}/branches`, 'contents:read', async (call) => {
    const refs = await listRefs(repositoryOf(call).directory, 'refs/heads/')
    return {
      list: refs.map(({ ref, id }) => ({ name: ref.slice(11), commit: { sha: id }, protected: false })),
    }
  }),
  get(`${repository}/branches/{branch+}`, 'contents:read', async (call) => {
    const ref = `refs/heads/${call.params['branch']}`
    const found = (await listRefs(repositoryOf(call).directory, 'refs/heads/')).find(
      (each) => each.ref === ref,
    )
    if (!found) throw notFound()
    return { body: { name: call.params['branch'], commit: { sha: found.id }, protected: false } }
  }),
]

/** `permission` knows four levels only; the finer one is `role_name`. */
const legacy = {
  admin: 'admin',
  maintain: 'write',
  write: 'write',
  triage: 'read',
  read: 'read',
  none: 'none',
} as const
