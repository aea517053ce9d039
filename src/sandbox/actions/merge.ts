import { findCommit, mergeTree } from '../git/read.js'
import { writeMerge } from '../git/write.js'
import { type Pull, type Repository, timestamp, userNamed, type World } from '../world.js'
import { announcePull } from './pull-requests.js'
import { announcePush } from './push.js'

export type MergeGroup = { readonly head: string; readonly base: string; readonly ref: string }

/** A merge queue takes pull requests together: their combined tree is a commit on a branch of its own. */
export async function queueMerge(
  world: World,
  repository: Repository,
  pulls: readonly Pull[],
): Promise<MergeGroup> {
  const branch = pulls[0]?.baseRef ?? repository.defaultBranch
  const base = (await findCommit(repository.directory, `refs/heads/${branch}`)) ?? ''
  const ref = `refs/heads/gh-readonly-queue/${branch}/pr-${pulls.at(-1)?.number}-${base}`
  let head = base
  for (const pull of pulls) head = await merge(world, repository, { pull, onto: head, ref })
  const group = { head_sha: head, head_ref: ref, base_sha: base, base_ref: `refs/heads/${branch}` }
  const payload = { merge_group: { ...group, head_commit: { id: head, message: 'Merge queue' } } }
  const sender = pulls[0]?.author ?? world.organisation
  world.announce({ event: 'merge_group', action: 'checks_requested', repository, sender, payload })
  return { head, base, ref }
}

/** Merges a pull request into its base: `closed` with `merged`, and a push to the base. */
export async function mergePull(
  world: World,
  repository: Repository,
  pull: Pull,
  by: string,
): Promise<string> {
  const ref = `refs/heads/${pull.baseRef}`
  const before = (await findCommit(repository.directory, ref)) ?? pull.baseSha
  const head = await merge(world, repository, { pull, onto: before, ref })
  Object.assign(pull, { state: 'closed', merged: true, updatedAt: timestamp(world) })
  announcePull(world, repository, pull, { action: 'closed', by: userNamed(world, by) })
  await announcePush(world, repository, { ref, before, head, by })
  return head
}

type Merge = { readonly pull: Pull; readonly onto: string; readonly ref: string }

async function merge(world: World, repository: Repository, { pull, onto, ref }: Merge): Promise<string> {
  const { directory } = repository
  const tree = await mergeTree(directory, onto, pull.headSha)
  if (tree === null) throw new Error(`Pull request ${pull.number} conflicts with its base.`)
  const message = `Merge pull request #${pull.number} from ${repository.owner}/${pull.headRef}`
  await writeMerge(directory, { ref, parents: [onto, pull.headSha], tree, message, date: world.now() })
  return (await findCommit(directory, ref)) ?? ''
}
