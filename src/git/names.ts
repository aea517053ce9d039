import type { CommitId, RepositoryName } from '../domain/blob.js'
import { UserError } from '../lib/errors.js'

const objectId = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/

export function isObjectId(text: string): boolean {
  return objectId.test(text)
}

/** The id, when it is one. A caller that passes anything else has a bug: names are resolved first. */
export function requireCommitId(id: CommitId): CommitId {
  if (!isObjectId(id)) throw new Error(`not a commit id: ${JSON.stringify(id.slice(0, 100))}`)
  return id
}

/** Whether git can take this as a revision and as nothing else: an option starts with `-`. */
export function isSafeRevision(revision: string): boolean {
  return /^[^-\p{Cc}][^\p{Cc}]{0,999}$/u.test(revision)
}

/**
 * The ref or commit id, when it is one that we fetch: a branch, the head of a pull request, a commit. What
 * `git check-ref-format` forbids is forbidden here too, so that none can be read as an option, a pattern or a path.
 */
export function requireWanted(wanted: string): string {
  const allowed = isObjectId(wanted) || /^refs\/pull\/[1-9]\d{0,9}\/head$/.test(wanted) || isBranch(wanted)
  if (allowed) return wanted
  throw new UserError('bad-ref', `\`${printable(wanted)}\` is not a branch, a pull request or a commit id.`)
}

function isBranch(ref: string): boolean {
  const [, name = ''] = /^refs\/heads\/(.{1,500})$/su.exec(ref) ?? []
  const segments = name.split('/')
  return (
    name !== '' &&
    !/[\p{Cc} ~^:?*[\\]|\.\.|@\{/u.test(name) &&
    segments.every((each) => each !== '' && !each.startsWith('.') && !each.endsWith('.lock')) &&
    !name.startsWith('-') &&
    !name.endsWith('.')
  )
}

/** `owner/name` as GitHub allows it: two segments that are safe as names of folders. */
export function requireRepositoryName(name: RepositoryName): RepositoryName {
  const [, repository = ''] = /^[A-Za-z0-9][\w-]{0,99}\/([\w.-]{1,100})$/.exec(name) ?? []
  if (repository !== '' && repository !== '.' && repository !== '..') return name
  throw new UserError(
    'bad-repository-name',
    `\`${printable(name)}\` is not a repository's name (\`owner/name\`).`,
  )
}

/** `owner/name` of a remote's address on a host, however it is spelt; null for a folder or anything else. */
export function repositoryOfUrl(url: string): RepositoryName | null {
  const path =
    /^(?:https?|ssh|git):\/\/[^/]+\/(.+)$/.exec(url)?.[1] ??
    /^(?:[\w.-]+@)?[\w.-]+:(?!\/)(.+)$/.exec(url)?.[1]
  const [, owner, name] = /([\w.-]+)\/([\w.-]+?)(?:\.git)?\/?$/.exec(path ?? '') ?? []
  return owner && name ? `${owner}/${name}` : null
}

/** Text from outside, short and without anything that could break out of a line of Markdown. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}`]/gu, '?').slice(0, 100)
}
