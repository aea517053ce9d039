import { access, mkdir, readdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { UserError } from '../lib/errors.js'
import type { Settings } from './environment.js'
import { fetchFailure, GitFailure, requireSuccess } from './failure.js'
import { removeLeftovers } from './leftovers.js'
import { isObjectId } from './names.js'
import type { Access } from './remote.js'
import { runGit } from './run.js'

export type FetchCall = {
  readonly directory: string
  readonly access: Access
  /** Branches, heads of pull requests and commit ids, already checked. */
  readonly wanted: readonly string[]
  readonly timeout: number
  readonly signal: AbortSignal
  readonly settings: Settings
}

/** What is wrong with a commit's names and dates harms nobody, and old repositories are full of it. */
const harmless = [
  'badDate',
  'badDateOverflow',
  'badEmail',
  'badName',
  'badTimezone',
  'missingEmail',
  'missingNameBeforeEmail',
  'missingSpaceBeforeDate',
  'missingSpaceBeforeEmail',
  'multipleAuthors',
  'zeroPaddedDate',
  'zeroPaddedFilemode',
]

const fetchSettings: Settings = {
  'transfer.fsckObjects': 'true',
  ...Object.fromEntries(harmless.map((id) => [`fetch.fsck.${id}`, 'ignore'])),
  // Always keep the pack that came, instead of thousands of files.
  'fetch.unpackLimit': '1',
  'fetch.recurseSubmodules': 'false',
  // A redirect would carry our token to wherever the remote likes.
  'http.followRedirects': 'false',
  'http.lowSpeedLimit': '1000',
  'http.lowSpeedTime': '60',
}

const fetchMemory = 1024 * 1024 * 1024

/** Makes a bare repository without hooks or anything else in it, unless there is one. */
export async function initMirror(directory: string): Promise<void> {
  const exists = await access(join(directory, 'HEAD')).then(
    () => true,
    () => false,
  )
  if (exists) return
  await mkdir(dirname(directory), { recursive: true, mode: 0o700 })
  const args = ['--bare', '--quiet', '--template=', '--initial-branch=main', '--', directory]
  requireSuccess('making a mirror', await runGit({ command: 'init', args, directory: null }))
}

/** Brings what is wanted, also where a branch was rewritten, and makes sure that it can be read. */
export async function fetchMirror(call: FetchCall): Promise<void> {
  const { directory, access: remote, wanted, timeout, signal } = call
  if (wanted.length === 0) return
  const run = await runGit({
    command: 'fetch',
    args: [
      ...['--no-tags', '--no-recurse-submodules', '--no-write-fetch-head'],
      '--force',
      '--stdin',
      '--',
      remote.url,
    ],
    directory,
    input: wanted.map((each) => `+${each}:${localName(each)}\n`).join(''),
    settings: { ...fetchSettings, ...call.settings, ...remote.settings },
    protocols: [remote.protocol],
    memory: fetchMemory,
    timeout,
    signal,
  })
  if (run.ended !== 'itself' || run.code !== 0) {
    throw redacted(fetchFailure('fetching', run), remote)
  }
  await requireReadable(directory, wanted)
}

/** A commit that no branch holds is kept by a ref of ours, so that git never tidies it away. */
function localName(wanted: string): string {
  return isObjectId(wanted) ? `refs/interlock/commits/${wanted}` : wanted
}

function redacted(error: UserError | GitFailure, remote: Access): UserError | GitFailure {
  error.message = remote.redact(error.message)
  return error
}

/** Git believes a ref that it already has; the object behind it may be gone. */
async function requireReadable(directory: string, wanted: readonly string[]): Promise<void> {
  const input = wanted.map((each) => `${localName(each)}^{tree}\n`).join('')
  const run = await runGit({ command: 'cat-file', args: ['--batch-check'], directory, input })
  const answers = run.output.toString('latin1').trim().split('\n')
  const whole = run.code === 0 && answers.length === wanted.length
  if (whole && answers.every((each) => / tree \d+$/.test(each))) return
  throw new GitFailure('corrupt', 'the mirror does not hold what was fetched into it')
}

/** How many packs, and so how many fetches, before they are joined. */
const maxPacks = 20

/** Joins small packs and loose refs once there are many of them; readers at work are not disturbed. */
export async function tidyMirror(directory: string, signal: AbortSignal): Promise<void> {
  const files = await readdir(join(directory, 'objects', 'pack'))
  if (files.filter((name) => name.endsWith('.pack')).length < maxPacks) return
  const memory = fetchMemory
  const timeout = 600_000
  const args = ['-d', '-l', '--quiet', '--geometric=2']
  requireSuccess(
    'joining packs',
    await runGit({ command: 'repack', args, directory, memory, timeout, signal }),
  )
  requireSuccess('joining refs', await runGit({ command: 'pack-refs', args: ['--all'], directory, signal }))
}

/** Fetches; a mirror that turns out to be broken is made again, once. `remade` hears why. */
export async function fetchAndHeal(call: FetchCall, remade: (why: string) => void): Promise<void> {
  try {
    await initMirror(call.directory)
    await fetchMirror(call)
  } catch (error) {
    if (!(error instanceof GitFailure)) throw error
    if (error.reason === 'conflict') await removeLeftovers(call.directory, Date.now())
    else if (error.reason === 'corrupt') {
      remade(error.message)
      await rm(call.directory, { recursive: true, force: true })
    } else throw error
    await initMirror(call.directory)
    await fetchMirror(call)
  }
}
