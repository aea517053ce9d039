import type { ChangedFile } from '../git/diff.js'
import { fullName, type Pull, type Repository, type World } from '../world.js'
import { apiOf, nodeId, repositoryShape, type Shape, userShape } from './repository.js'

/** A pull request as lists and webhooks have it. */
export function pullShape(world: World, repository: Repository, pull: Pull): Shape {
  const api = `${apiOf(world)}/repos/${fullName(repository)}`
  const repo = repositoryShape(world, repository)
  const closedAt = pull.state === 'closed' ? pull.updatedAt : null
  return {
    id: pull.id,
    node_id: nodeId('PR', pull.id),
    number: pull.number,
    url: `${api}/pulls/${pull.number}`,
    html_url: pullAddress(world, repository, pull),
    diff_url: `${pullAddress(world, repository, pull)}.diff`,
    issue_url: `${api}/issues/${pull.number}`,
    state: pull.state,
    locked: pull.locked,
    title: pull.title,
    body: pull.body,
    user: userShape(world, pull.author),
    created_at: pull.createdAt,
    updated_at: pull.updatedAt,
    closed_at: closedAt,
    merged_at: pull.merged ? closedAt : null,
    merge_commit_sha: null,
    draft: pull.draft,
    labels: [],
    assignees: [],
    requested_reviewers: [],
    requested_teams: [],
    head: {
      label: `${pull.fork ?? repository.owner}:${pull.headRef}`,
      ref: pull.headRef,
      sha: pull.headSha,
      user: userShape(world, pull.fork ? pull.author : world.organisation),
      repo: pull.fork === null ? repo : forkShape(repo, pull.fork, repository.name),
    },
    base: {
      label: `${repository.owner}:${pull.baseRef}`,
      ref: pull.baseRef,
      sha: pull.baseSha,
      user: userShape(world, world.organisation),
      repo,
    },
    author_association: pull.fork === null ? 'MEMBER' : 'NONE',
    auto_merge: null,
    active_lock_reason: null,
  }
}

export function pullAddress(world: World, repository: Repository, pull: Pull): string {
  return `${world.site}/${fullName(repository)}/pull/${pull.number}`
}

function forkShape(repo: Shape, owner: string, name: string): Shape {
  return { ...repo, id: Number(repo['id']) + 900_000, full_name: `${owner}/${name}`, fork: true }
}

/** What only the pull request's own address answers. */
export function pullDetails(
  files: readonly ChangedFile[],
  commits: number,
  mergeable: boolean | null,
): Shape {
  const sum = (of: (file: ChangedFile) => number): number => files.reduce((all, each) => all + of(each), 0)
  return {
    merged: false,
    mergeable,
    rebaseable: mergeable,
    mergeable_state: mergeable === null ? 'unknown' : mergeable ? 'clean' : 'dirty',
    comments: 0,
    review_comments: 0,
    maintainer_can_modify: false,
    commits,
    additions: sum((file) => file.additions),
    deletions: sum((file) => file.deletions),
    changed_files: files.length,
  }
}

export function fileShape(world: World, repository: Repository, head: string, file: ChangedFile): Shape {
  const api = `${apiOf(world)}/repos/${fullName(repository)}`
  return {
    sha: file.blob,
    filename: file.path,
    status: file.status,
    additions: file.additions,
    deletions: file.deletions,
    changes: file.additions + file.deletions,
    blob_url: `${world.site}/${fullName(repository)}/blob/${head}/${file.path}`,
    raw_url: `${world.site}/${fullName(repository)}/raw/${head}/${file.path}`,
    contents_url: `${api}/contents/${encodeURIComponent(file.path)}?ref=${head}`,
    ...(file.patch === null ? {} : { patch: file.patch }),
    ...(file.previous === null ? {} : { previous_filename: file.previous }),
  }
}

/** The issue that every pull request is, as `issue_comment` events carry it. */
export function issueShape(world: World, repository: Repository, pull: Pull): Shape {
  const api = `${apiOf(world)}/repos/${fullName(repository)}`
  const address = pullAddress(world, repository, pull)
  return {
    id: pull.id + 1,
    node_id: nodeId('I', pull.id + 1),
    number: pull.number,
    url: `${api}/issues/${pull.number}`,
    html_url: address,
    comments_url: `${api}/issues/${pull.number}/comments`,
    title: pull.title,
    body: pull.body,
    user: userShape(world, pull.author),
    state: pull.state,
    locked: pull.locked,
    labels: [],
    assignees: [],
    comments: 0,
    created_at: pull.createdAt,
    updated_at: pull.updatedAt,
    closed_at: pull.state === 'closed' ? pull.updatedAt : null,
    author_association: 'MEMBER',
    draft: pull.draft,
    pull_request: {
      url: `${api}/pulls/${pull.number}`,
      html_url: address,
      diff_url: `${address}.diff`,
      patch_url: `${address}.patch`,
      merged_at: null,
    },
  }
}
