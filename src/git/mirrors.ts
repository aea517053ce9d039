import { rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { RepositoryName } from '../domain/blob.js'
import { messageOf, UserError } from '../lib/errors.js'
import type { Settings } from './environment.js'
import type { GitRepository, Mirrors, Remote } from './git.js'
import { fetchAndHeal, tidyMirror } from './mirror.js'
import { requireRepositoryName, requireWanted } from './names.js'
import { openAccess } from './remote.js'
import { type OpenOptions, openRepository } from './repository.js'
import { type SharedRuns, shareRuns } from './share.js'

/** As much of a logger as this room uses; pino's is one. */
export type Log = {
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
}

export type MirrorOptions = Omit<OpenOptions, 'name'> & {
  /** One folder for all: `<directory>/<owner>/<name>.git`. */
  readonly directory: string
  readonly log?: Log
  /** Milliseconds until a fetch is ended. Default: ten minutes. */
  readonly fetchTimeout?: number
  /** What a remote's address may start with. Default: `https`, and `http` without a token or on this machine. */
  readonly protocols?: readonly ('https' | 'http' | 'file')[]
  /** Further settings of git for fetching, such as `http.proxy` and `http.sslCAInfo`. */
  readonly settings?: Settings
}

const defaultFetchTimeout = 600_000

type Mirror = { readonly directory: string; readonly runs: SharedRuns; remote: Remote }

export function createMirrors(options: MirrorOptions): Mirrors {
  const mirrors = new Map<RepositoryName, Mirror>()
  const opened = new Set<GitRepository>()
  const stop = new AbortController()

  const mirrorOf = (name: RepositoryName, remote: Remote): Mirror => {
    const known = mirrors.get(name) ?? createMirror(name, remote, options, stop.signal)
    // The newest token is the best one.
    known.remote = remote
    mirrors.set(name, known)
    return known
  }

  return {
    async open(name, remote, wanted) {
      const mirror = mirrorOf(requireRepositoryName(name), remote)
      await mirror.runs.run(wanted.map(requireWanted))
      void mirror.runs.alone(() => tidy(mirror.directory, options.log, stop.signal))
      return keepOpen(await openRepository(mirror.directory, { ...options, name }), opened)
    },
    async remove(name) {
      const directory = directoryOf(options, requireRepositoryName(name))
      const work = () => rm(directory, { recursive: true, force: true })
      await (mirrors.get(name)?.runs.alone(work) ?? work())
    },
    async close() {
      stop.abort()
      await Promise.all([...opened].map((each) => each.close()))
      await Promise.all([...mirrors.values()].map(({ runs }) => runs.alone(async () => undefined)))
    },
  }
}

/** The repository, in `opened` until it is closed. */
function keepOpen(repository: GitRepository, opened: Set<GitRepository>): GitRepository {
  const close = () => {
    opened.delete(kept)
    return repository.close()
  }
  const kept = { ...repository, close }
  opened.add(kept)
  return kept
}

function directoryOf(options: MirrorOptions, name: RepositoryName): string {
  return join(resolve(options.directory), `${name}.git`)
}

function createMirror(
  name: RepositoryName,
  remote: Remote,
  options: MirrorOptions,
  signal: AbortSignal,
): Mirror {
  const directory = directoryOf(options, name)
  const mirror: Mirror = { directory, remote, runs: shareRuns(fetch, isOnesOwnFault) }
  return mirror

  async function fetch(wanted: readonly string[]): Promise<void> {
    const started = performance.now()
    const {
      protocols = ['https', 'http'],
      settings = {},
      fetchTimeout: timeout = defaultFetchTimeout,
    } = options
    const access = await openAccess(mirror.remote, protocols)
    await fetchAndHeal({ directory, access, wanted, timeout, signal, settings }, (why) =>
      options.log?.warn({ repository: name, why }, 'a broken mirror is made again'),
    )
    const milliseconds = Math.round(performance.now() - started)
    options.log?.info({ repository: name, wanted: wanted.length, milliseconds }, 'fetched')
  }
}

/** Tidying may fail, and then it is tried again after the next fetch: nobody waits for it. */
async function tidy(directory: string, log: Log | undefined, signal: AbortSignal): Promise<void> {
  await tidyMirror(directory, signal).catch((error: unknown) => {
    log?.warn({ directory, why: messageOf(error) }, 'a mirror could not be tidied')
  })
}

/** One caller's branch that does not exist must not fail the others who share its fetch. */
function isOnesOwnFault(error: unknown): boolean {
  return error instanceof UserError && error.code === 'unknown-revision'
}
