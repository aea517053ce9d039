import type { CommitId, RepositoryName } from './blob.js'

/** A pull request as GitHub describes it at one moment. */
export type PullRequest = {
  readonly installation: number
  readonly repository: RepositoryName
  readonly repositoryId: number
  readonly number: number
  readonly title: string
  readonly body: string
  readonly author: string
  readonly draft: boolean
  readonly open: boolean
  readonly baseRef: string
  readonly base: CommitId
  readonly head: CommitId
  readonly headRef: string
  readonly fork: boolean
  readonly private: boolean
  /** Only people with write access may comment: then we say what we have to say in the checks alone. */
  readonly locked?: boolean
}

/** A repository that the app is installed on. */
export type InstalledRepository = {
  readonly installation: number
  readonly id: number
  readonly name: RepositoryName
  readonly private: boolean
  readonly defaultBranch: string
}
