import { UserError } from '../lib/errors.js'
import type { GitOutput } from './run.js'

/** Why git failed where nobody made a mistake. */
export type FailureReason = 'network' | 'timeout' | 'stopped' | 'disk' | 'conflict' | 'corrupt' | 'unexpected'

/** Git failed, and no person can mend it by asking differently. `retryable`: the same call may work later. */
export class GitFailure extends Error {
  override readonly name = 'GitFailure'
  readonly retryable: boolean

  constructor(
    readonly reason: FailureReason,
    message: string,
  ) {
    super(message)
    this.retryable = reason !== 'unexpected'
  }
}

/** The output of a run that ended by itself with one of these codes; everything else is thrown. */
export function requireSuccess(what: string, run: GitOutput, codes: readonly number[] = [0]): Buffer {
  if (run.ended === 'timeout') throw new GitFailure('timeout', `${what} took too long`)
  if (run.ended === 'stopped') throw new GitFailure('stopped', `${what} was stopped`)
  if (run.ended === 'too-much') throw new GitFailure('unexpected', `${what} gave too much output`)
  if (run.code === null || !codes.includes(run.code)) throw failureOf(what, run.complaint)
  return run.output
}

/** What git says, in its own English: the first that fits decides. */
const signs: readonly (readonly [FailureReason, readonly RegExp[]])[] = [
  [
    'disk',
    [
      /No space left on device|Disk quota exceeded/,
      /Read-only file system|unable to write|Input\/output error/,
    ],
  ],
  // A branch `a` that became `a/b`: our own copy of the old one stands in the way.
  ['corrupt', [/'.*' exists; cannot create/]],
  ['conflict', [/Unable to create '.*\.lock'|cannot lock ref|Another git process/]],
  [
    'corrupt',
    [
      /not a git repository|bad (object|tree|ref|signature|config)/,
      /corrupt|object file .* is empty|loose object|inflate|broken link|unresolved deltas/,
      /packfile .* (cannot|is|does|claims)|index file .* (is|cannot)/,
      /missing (blob|tree|commit|necessary)|did not send all necessary objects/,
      /unable to (read|find|parse)|invalid (object|sha1 pointer)/,
    ],
  ],
  [
    'network',
    [
      /Could not resolve|(Failed to|Couldn't) connect|Connection (timed out|refused|reset)|Operation timed out/,
      /Operation too slow|Empty reply|transfer closed|early EOF|RPC failed|hung up unexpectedly/,
      /unexpected disconnect|invalid index-pack output|bad pack header|returned error: (408|429|5\d\d)/,
      /SSL|TLS/i,
    ],
  ],
]

function failureOf(what: string, complaint: string): GitFailure {
  const own = ownWords(complaint)
  const reason = signs.find(([, each]) => each.some((sign) => sign.test(own)))?.[0] ?? 'unexpected'
  return new GitFailure(reason, `${what} failed: ${firstFault(own)}`)
}

/** Why a fetch failed: a user error when somebody can mend it, else a `GitFailure`. */
export function fetchFailure(what: string, run: GitOutput): UserError | GitFailure {
  if (run.ended === 'timeout') return new GitFailure('timeout', `${what} took too long`)
  if (run.ended === 'stopped') return new GitFailure('stopped', `${what} was stopped`)
  const own = ownWords(run.complaint)
  const mendable = mendables.find(
    ([sign]) => sign.test(own) || (sign === unknownRevision && sign.test(run.complaint)),
  )
  if (mendable) return new UserError(mendable[1], `${what} failed: ${mendable[2]} (${firstFault(own)})`)
  return failureOf(what, run.complaint)
}

const unknownRevision =
  /couldn't find remote ref|not our ref|no such remote ref|does not allow request for unadvertised/i

const mendables: readonly (readonly [RegExp, string, string])[] = [
  [
    /could not read (Username|Password)|Authentication failed|returned error: 40[13]\b/i,
    'fetch-denied',
    'the remote did not accept our credentials. Is the app installed on it, with read access to contents?',
  ],
  [
    /repository '.*' not found|returned error: 404|does not appear to be a git repository/i,
    'fetch-not-found',
    'there is no such repository, or it is hidden from us.',
  ],
  [unknownRevision, 'unknown-revision', 'the remote does not have that branch or commit.'],
  [
    /fsck error|fsck_object|contains '\.|hasDot|gitmodules/i,
    'fetch-refused',
    'it holds objects that are malformed on purpose.',
  ],
  [
    /transport '.*' not allowed|returned error: 3\d\d|unable to update url base/i,
    'fetch-refused',
    'the remote wants us to go elsewhere.',
  ],
]

/** What git itself said. Lines that the remote speaks (`remote: …`) must not decide what we do. */
function ownWords(complaint: string): string {
  return complaint
    .split('\n')
    .filter((line) => !line.startsWith('remote:'))
    .join('\n')
}

function firstFault(complaint: string): string {
  const lines = complaint.split('\n').filter((line) => line !== '')
  const fault = lines.find((line) => /^(fatal|error):/.test(line)) ?? lines[0] ?? 'git gave no reason'
  return fault.slice(0, 300)
}
