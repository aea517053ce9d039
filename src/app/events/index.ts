/**
 * What GitHub's events mean to us: each becomes jobs, by a pure function of its payload. Deliberately absent: any work,
 * any request, and trust in what a payload says of permissions, heads or visibility; jobs ask again.
 */
import type { NewJob } from '../../store/index.js'
import { checkRunRerequested, checkSuiteRerequested } from './check.js'
import { commentCreated } from './comment.js'
import {
  installationEnded,
  installationGrew,
  repositoriesAdded,
  repositoriesRemoved,
} from './installation.js'
import { mergeGroupDestroyed, mergeGroupRequested } from './merge-group.js'
import { pullRequest, pullRequestEdited } from './pull-request.js'
import { push } from './push.js'
import type { ReadEvent } from './reading.js'
import { repositoryDeleted, repositoryMoved, repositoryRenamed } from './repository.js'

/** Every event we act on, by GitHub's name of it. */
export const events = {
  'pull_request.opened': pullRequest,
  'pull_request.synchronize': pullRequest,
  'pull_request.reopened': pullRequest,
  'pull_request.ready_for_review': pullRequest,
  'pull_request.edited': pullRequestEdited,
  'pull_request.closed': pullRequest,
  'issue_comment.created': commentCreated,
  'check_run.rerequested': checkRunRerequested,
  'check_suite.rerequested': checkSuiteRerequested,
  'merge_group.checks_requested': mergeGroupRequested,
  'merge_group.destroyed': mergeGroupDestroyed,
  push,
  'installation.created': installationGrew,
  'installation.unsuspend': installationGrew,
  'installation.new_permissions_accepted': installationGrew,
  'installation.deleted': installationEnded,
  'installation.suspend': installationEnded,
  'installation_repositories.added': repositoriesAdded,
  'installation_repositories.removed': repositoriesRemoved,
  'repository.renamed': repositoryRenamed,
  'repository.transferred': repositoryMoved,
  'repository.privatized': repositoryMoved,
  'repository.publicized': repositoryMoved,
  'repository.deleted': repositoryDeleted,
} as const satisfies Readonly<Record<string, ReadEvent>>

export type EventName = keyof typeof events

export const eventNames = Object.keys(events).filter(isEventName)

/**
 * The jobs that an event causes; none for an event that we don't act on. Null: we act on it, but its payload is not in
 * the shape we rely on.
 */
export function jobsFor(event: string, payload: unknown): readonly NewJob[] | null {
  const action = actionOf(payload)
  const name = action === null ? event : `${event}.${action}`
  return isEventName(name) ? events[name](payload) : []
}

function isEventName(name: string): name is EventName {
  return Object.hasOwn(events, name)
}

function actionOf(payload: unknown): string | null {
  if (typeof payload !== 'object' || payload === null || !('action' in payload)) return null
  return typeof payload.action === 'string' ? payload.action : null
}

export { forgetOf, installOf } from './installation.js'
export { indexOf, reviewOf } from './reading.js'
