import { type OwnerRule, ownersFiles, ownersOf, parseOwners } from '../analysis/index.js'
import type { RepositoryName } from '../domain/blob.js'
import type { Neighbour, Reader } from './workspace.js'

/** Who owns a file, by the CODEOWNERS of its repository. */
export type Owners = (repository: RepositoryName, path: string) => readonly string[]

/** The owners named in each of the repositories; nobody for a repository without the file. */
export async function ownersIn(neighbours: readonly Neighbour[], reader: Reader): Promise<Owners> {
  const rules = new Map<string, readonly OwnerRule[]>()
  await Promise.all(
    neighbours.map(async ({ git, commit }) => {
      for (const path of ownersFiles) {
        const lines = await reader.lines(git.name, commit, path)
        if (!lines) continue
        rules.set(git.name, parseOwners(lines.join('\n')))
        return
      }
    }),
  )
  return (repository, path) => ownersOf(rules.get(repository) ?? [], path)
}
