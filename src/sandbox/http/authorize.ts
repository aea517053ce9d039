import { levelOf, type World } from '../world.js'
import { notAccessible, Refusal } from './refusal.js'
import { type Call, type Identity, type Permission, type Route, repositoryOf } from './route.js'

/** Refuses a call that its credentials do not allow, in the order in which GitHub looks: who, where, what. */
export function authorize(route: Route, call: Call): void {
  const { needs } = route
  if (needs === 'anyone') return
  if (needs === 'app') requireType(call.who, 'app', 'A JSON web token could not be decoded')
  else if (needs === 'installation') {
    requireType(call.who, 'installation', 'You must authenticate with an installation access token')
  } else authorizePermission(typeof needs === 'string' ? [needs] : needs, call)
}

function requireType(who: Identity, type: Identity['type'], message: string): void {
  if (who.type !== type) throw new Refusal(who.type === 'nobody' || type === 'app' ? 401 : 403, message)
}

function authorizePermission(wanted: readonly Permission[], call: Call): void {
  if (call.who.type === 'nobody') throw new Refusal(401, 'Requires authentication')
  if (call.who.type === 'app') throw new Refusal(401, 'A JSON web token cannot be used for this endpoint')
  const repository = 'owner' in call.params ? repositoryOf(call) : null
  if (call.who.type === 'installation') {
    const { grants } = call.who
    if (!wanted.some((each) => isGranted(grants, each))) throw notAccessible()
    return
  }
  const level = repository ? levelOf(repository, call.who.user.login) : 'none'
  if (!wanted.some((each) => mayUser(level, each))) throw userRefusal(wanted)
}

export function isGranted(grants: World['app']['permissions'], wanted: Permission): boolean {
  const [name = '', level] = wanted.split(':')
  if (name === 'metadata') return level === 'read'
  return level === 'read' ? name in grants : grants[name] === 'write'
}

function mayUser(level: string, wanted: Permission): boolean {
  if (wanted === 'checks:write') return false
  return wanted.endsWith(':read') || isConversation(wanted) || ['admin', 'maintain', 'write'].includes(level)
}

/** Everybody who can read may comment. */
function isConversation(wanted: Permission): boolean {
  return wanted === 'issues:write' || wanted === 'pull_requests:write'
}

function userRefusal(wanted: readonly Permission[]): Refusal {
  if (wanted.includes('checks:write')) return new Refusal(403, 'You must authenticate via a GitHub App.')
  return new Refusal(403, 'Must have write access to the repository')
}
