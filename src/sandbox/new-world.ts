import type { KeyObject } from 'node:crypto'
import type { Grants, Happening, User, World } from './world.js'

/** What Interlock asks for when it is installed. */
const permissions: Grants = {
  metadata: 'read',
  contents: 'read',
  pull_requests: 'write',
  checks: 'write',
  issues: 'write',
  merge_queues: 'read',
}

const events = [
  'pull_request',
  'pull_request_review_comment',
  'pull_request_review_thread',
  'issue_comment',
  'check_run',
  'check_suite',
  'merge_group',
  'push',
  'repository',
]

/** An organisation with an app on it, and nothing else. Numbers are the same in every run. */
export function createWorld(
  publicKey: KeyObject,
  now: () => Date,
  announce: (happening: Happening) => void,
): World {
  let last = 1000
  const nextId = (): number => ++last
  const organisation: User = { id: 900, login: 'acme', name: 'Acme', type: 'Organization' }
  const bot: User = { id: 901, login: 'interlock[bot]', name: 'interlock[bot]', type: 'Bot' }
  return {
    organisation,
    app: { id: 71, slug: 'interlock', bot, publicKey, permissions, events },
    installation: { id: 7100, suspended: false, deleted: false },
    users: new Map([[bot.login, bot]]),
    repositories: new Map(),
    site: 'http://127.0.0.1',
    now,
    nextId,
    announce,
  }
}
