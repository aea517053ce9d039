import type { Octokit } from '@octokit/rest'
import { z } from 'zod'
import type { InstalledRepository } from '../domain/pull.js'
import { understand } from './client/answer.js'

/** The part of GitHub's description of a repository that we rely on. */
export const repositoryShape = z.object({
  id: z.number().int(),
  full_name: z.string(),
  private: z.boolean(),
  default_branch: z.string().nullish(),
})

/** Every repository that an installation covers, over all pages. */
export async function listInstalledRepositories(
  octokit: Octokit,
  installation: number,
): Promise<readonly InstalledRepository[]> {
  const listed = await octokit.paginate(octokit.rest.apps.listReposAccessibleToInstallation, {
    per_page: 100,
  })
  return understand(z.array(repositoryShape), { data: listed }, 'the repositories of an installation').map(
    (repository) => ({
      installation,
      id: repository.id,
      name: repository.full_name,
      private: repository.private,
      defaultBranch: repository.default_branch ?? 'main',
    }),
  )
}
