import type { Octokit } from '@octokit/rest'
import type { RepositoryName } from '../../domain/blob.js'
import type { Permissions } from './tokens.js'

/** A repository as a job names it. */
export type RepositoryReference = {
  readonly installation: number
  readonly repositoryId: number
  readonly repository: RepositoryName
}

/** GitHub, seen from one repository with one narrowed token. */
export type RepositoryClient = {
  readonly octokit: Octokit
  /** The parameters that every request about this repository takes. */
  readonly at: { readonly owner: string; readonly repo: string }
  readonly reference: RepositoryReference
  readonly identity: AppIdentity
  /** What the installation granted this token. */
  readonly permissions: Permissions
}

/** Who we are on GitHub: how our own words are told from those of others. */
export type AppIdentity = { readonly appId: number; readonly slug: string; readonly login: string }

export function ownerAndName(repository: RepositoryName): { readonly owner: string; readonly repo: string } {
  const [owner = '', repo = ''] = repository.split('/', 2)
  return { owner, repo }
}
