import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { UserError } from '../lib/errors.js'
import { gitEnvironment, type Settings } from './environment.js'

/** All that this product ever asks of git. None of these checks anything out or runs code of a repository. */
export type Subcommand =
  | 'cat-file'
  | 'config'
  | 'diff-tree'
  | 'fetch'
  | 'grep'
  | 'init'
  | 'log'
  | 'ls-tree'
  | 'merge-base'
  | 'pack-refs'
  | 'repack'
  | 'rev-parse'
  | 'version'

export type GitCall = {
  readonly command: Subcommand
  readonly args: readonly string[]
  /** The git directory; null where there is none yet, and `cwd` is looked at instead. */
  readonly directory: string | null
  readonly cwd?: string
  readonly settings?: Settings
  /** What may be spoken to the network: nothing unless said. */
  readonly protocols?: readonly string[]
  /** The largest single piece of memory that git may take, in bytes; no file that GitHub accepts needs more. */
  readonly memory?: number
  /** Written to standard input, which then ends. */
  readonly input?: string
  /** Milliseconds until git and all that it started are ended. */
  readonly timeout?: number
  /** Ends git and all that it started when somebody stops waiting. */
  readonly signal?: AbortSignal
  /** Output beyond this many bytes ends git: what was read is kept. */
  readonly maxBytes?: number
  /** Takes the output piece by piece instead; false ends git because enough was read. What it throws is thrown. */
  readonly onOutput?: (piece: Buffer) => boolean
}

export type GitOutput = {
  /** Null when a signal ended it. */
  readonly code: number | null
  readonly output: Buffer
  /** What git said on its error channel, the first 16 kB. */
  readonly complaint: string
  readonly ended: 'itself' | 'enough' | 'too-much' | 'timeout' | 'stopped'
}

export type GitProcess = ChildProcessWithoutNullStreams

const maxComplaint = 16_384
const defaultTimeout = 60_000
const defaultMaxBytes = 64 * 1024 * 1024
const defaultMemory = 256 * 1024 * 1024

/** Processes whose channels are still open: a group may be signalled only while it surely exists. */
const running = new WeakSet<GitProcess>()

/** Starts git in a process group of its own: no shell, and an environment made from scratch. */
export function startGit(call: GitCall): GitProcess {
  const env = gitEnvironment(call.settings ?? {}, call.protocols ?? [])
  env['GIT_ALLOC_LIMIT'] = String(call.memory ?? defaultMemory)
  if (call.directory !== null) env['GIT_DIR'] = call.directory
  const cwd = call.cwd ?? call.directory ?? '/'
  const child = spawn('git', [call.command, ...call.args], { cwd, env, detached: true, stdio: 'pipe' })
  running.add(child)
  child.on('close', () => running.delete(child))
  // Git may end before it reads everything that is written to it; its exit code tells.
  child.stdin.on('error', () => {})
  return child
}

/** Ends git and everything it started. `SIGTERM` lets it remove its lock files; what is left after a second is killed. */
export function endGit(child: GitProcess): void {
  signalGroup(child, 'SIGTERM')
  setTimeout(() => signalGroup(child, 'SIGKILL'), 1000).unref()
}

function signalGroup(child: GitProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined || !running.has(child)) return
  try {
    process.kill(-child.pid, signal)
  } catch (error) {
    // It ended in between.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}

/** Runs git to its end. Any exit code is an answer; it throws only when git cannot be started or `onOutput` throws. */
export function runGit(call: GitCall): Promise<GitOutput> {
  return new Promise((resolve, reject) => {
    const child = startGit(call)
    const complaint = collectComplaint(child)
    let ended: GitOutput['ended'] = 'itself'
    const end = (why: GitOutput['ended']) => {
      ended = why
      clearTimeout(timer)
      child.stdout.removeAllListeners('data').resume()
      endGit(child)
    }
    const timer = setTimeout(() => end('timeout'), call.timeout ?? defaultTimeout)
    const stop = () => end('stopped')
    call.signal?.addEventListener('abort', stop)
    const pieces = collectOutput(child, call, end, reject)
    child.on('error', (error) => {
      clearTimeout(timer)
      reject(startError(error))
    })
    child.on('close', (code) => {
      clearTimeout(timer)
      call.signal?.removeEventListener('abort', stop)
      resolve({ code, output: Buffer.concat(pieces), complaint: complaint(), ended })
    })
    child.stdin.end(call.input ?? '')
  })
}

/** Keeps the output, or hands it on; calls `end` when there was enough, and `reject` with what the taker throws. */
function collectOutput(
  child: GitProcess,
  call: GitCall,
  end: (why: GitOutput['ended']) => void,
  reject: (error: unknown) => void,
): readonly Buffer[] {
  const pieces: Buffer[] = []
  let room = call.maxBytes ?? defaultMaxBytes
  const keep = (piece: Buffer) => {
    pieces.push(piece)
    room -= piece.length
    if (room < 0) end('too-much')
  }
  child.stdout.on('data', (piece: Buffer) => {
    try {
      if (!call.onOutput) keep(piece)
      else if (!call.onOutput(piece)) end('enough')
    } catch (error) {
      end('enough')
      reject(error)
    }
  })
  return pieces
}

/** What git has said on its error channel so far, without control characters that could steer a terminal. */
export function collectComplaint(child: GitProcess): () => string {
  let text = ''
  child.stderr.setEncoding('utf8')
  child.stderr.on('data', (piece: string) => {
    if (text.length < maxComplaint) text += piece
  })
  return () => text.slice(0, maxComplaint).replace(/[^\P{Cc}\n\t]/gu, '')
}

/** A start that failed, as a user error when it is that there is no git. */
export function startError(error: Error): Error {
  if (!('code' in error) || error.code !== 'ENOENT') return error
  return new UserError('git-missing', 'The program `git` (2.36 or later) was not found on the `PATH`.', {
    cause: error,
  })
}
