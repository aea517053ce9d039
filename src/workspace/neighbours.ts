import type { Problem, RepositoryName } from '../domain/blob.js'
import type { InstalledRepository } from '../domain/pull.js'
import type { Mirrors, Remote } from '../git/index.js'
import { messageOf } from '../lib/errors.js'
import type { Neighbour } from './workspace.js'

export type NeighbourhoodOptions = {
  readonly mirrors: Mirrors
  readonly installed: (installation: number) => Promise<readonly InstalledRepository[]>
  readonly remote: (repository: InstalledRepository) => Remote
  /**
   * Whether a private repository's reviews may cite other private ones of its organisation. Off, because GitHub does not
   * say whether everyone who reads the one may read the other.
   */
  readonly sharePrivate: boolean
  readonly now: () => number
}

/** The other repositories that a pull request may be held against, each at its default branch, and those that failed. */
export type Neighbourhood = {
  readonly around: (
    target: InstalledRepository,
  ) => Promise<{ neighbours: readonly Neighbour[]; problems: readonly Problem[] }>
  /** A push moved its default branch: it is fetched again when it is next asked. */
  readonly moved: (name: RepositoryName) => void
}

/** A mirror is trusted for so long without a push event: another instance may have received it. */
const freshMs = 60_000

/** Fetches at the same time: enough to hide the latency, few enough to be polite. */
const atOnce = 4

export function createNeighbourhood(options: NeighbourhoodOptions): Neighbourhood {
  const fetched = new Map<RepositoryName, number>()
  return {
    moved: (name) => fetched.delete(name),
    around: async (target) => {
      const all = await options.installed(target.installation)
      const visible = all.filter(
        (each) => each.id !== target.id && maySee(target, each, options.sharePrivate),
      )
      const neighbours: Neighbour[] = []
      const problems: Problem[] = []
      const waiting = [...visible]
      await Promise.all(Array.from({ length: atOnce }, drain))
      return {
        neighbours: neighbours.sort((one, other) => (one.git.name < other.git.name ? -1 : 1)),
        problems,
      }

      async function drain(): Promise<void> {
        for (let next = waiting.shift(); next; next = waiting.shift()) {
          try {
            neighbours.push(await open(next))
          } catch (error) {
            problems.push({ problem: `${next.name} could not be asked: ${messageOf(error)}` })
          }
        }
      }
    },
  }

  async function open(repository: InstalledRepository): Promise<Neighbour> {
    const branch = `refs/heads/${repository.defaultBranch}`
    const isFresh = options.now() - (fetched.get(repository.name) ?? 0) < freshMs
    const git = await options.mirrors.open(
      repository.name,
      options.remote(repository),
      isFresh ? [] : [branch],
    )
    if (!isFresh) fetched.set(repository.name, options.now())
    return { git, commit: await git.resolve(branch) }
  }
}

/**
 * Whether what one repository says may reach the readers of another: always when it is public; when both are private,
 * only if the organisation says that its private repositories have the same readers. Asked before anything is read, so
 * that what may not be seen cannot even change a byte.
 */
export function maySee(
  reader: InstalledRepository,
  source: InstalledRepository,
  sharePrivate: boolean,
): boolean {
  return !source.private || (reader.private && sharePrivate)
}
