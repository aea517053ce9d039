import type { ForgetJob, InstallJob, RerunJob } from '../domain/job.js'
import { listInstalledRepositories, listOpenPullRequests } from '../github/index.js'
import { Permanent, priority } from '../jobs/index.js'
import { indexOf, reviewOf } from './events/index.js'
import type { AppParts } from './parts.js'
import { isGone, writer } from './speak.js'

/** Learns which repositories an installation covers now, and has the new ones indexed. */
export async function learnInstallation(parts: AppParts, { installation }: InstallJob): Promise<void> {
  const { store } = parts
  const before = new Set((await store.repositories.ofInstallation(installation)).map((each) => each.id))
  const listed = await listOf(parts, installation)
  await store.repositories.put(listed)
  const now = new Set(listed.map((each) => each.id))
  const left = [...before].filter((id) => !now.has(id))
  await store.index.remove(left)
  await store.repositories.remove(left)
  for (const { id, name } of listed.filter((each) => !before.has(each.id))) {
    await store.jobs.enqueue(indexOf({ installation, repositoryId: id, repository: name }))
  }
  parts.wake()
}

async function listOf({ github }: AppParts, installation: number) {
  try {
    return await listInstalledRepositories(await github.installationClient(installation), installation)
  } catch (error) {
    if (!isGone(error)) throw error
    throw new Permanent('The installation is gone or suspended', { cause: error })
  }
}

/** Forgets repositories, or a whole installation with everything that was read of it. */
export async function forget({ store, github, work }: AppParts, gone: ForgetJob): Promise<void> {
  github.forget(gone.installation)
  // What lies outside of the store first: the list of repositories tells what that is.
  const names = gone.repositories ?? (await store.repositories.ofInstallation(gone.installation))
  await work.forget({ ...gone, repositories: names.map(({ id, name }) => ({ id, name })) })
  await store.index.remove(names.map(({ id }) => id))
  if (gone.repositories) return store.repositories.remove(gone.repositories.map((each) => each.id))
  await store.repositories.removeInstallation(gone.installation)
  await store.facts.removeInstallation(gone.installation)
}

/** How many open pull requests are searched for a commit. */
const searched = 500

/** Reviews the open pull requests whose head is the commit of a check that somebody asked to run again. */
export async function rerun(parts: AppParts, { head, ...reference }: RerunJob): Promise<void> {
  const pulls = await listOpenPullRequests(await writer(parts, reference), searched)
  for (const { number } of pulls.filter((pull) => pull.head === head)) {
    await parts.store.jobs.enqueue(reviewOf({ ...reference, number }, priority.command))
  }
  parts.wake()
}
