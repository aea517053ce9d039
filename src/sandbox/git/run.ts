import { spawn } from 'node:child_process'

/** What git needs of the environment: nothing of the user's, so that commits are the same on every machine. */
export const gitEnvironment: Readonly<Record<string, string>> = {
  PATH: process.env['PATH'] ?? '',
  HOME: '/nonexistent',
  LC_ALL: 'C',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_TERMINAL_PROMPT: '0',
}

export class GitFailure extends Error {
  override readonly name = 'GitFailure'
}

/** What git prints, as bytes. Throws a `GitFailure` with git's own words when it fails. */
export function gitBytes(directory: string, args: readonly string[], input?: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = spawn('git', ['-c', 'core.quotepath=false', ...args], {
      cwd: directory,
      env: gitEnvironment,
    })
    const out: Buffer[] = []
    const err: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk))
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) resolve(Buffer.concat(out))
      else reject(new GitFailure(`git ${args[0]}: ${Buffer.concat(err).toString('utf8').trim()}`))
    })
    child.stdin.on('error', () => undefined) // git may end before it has read everything; its exit code tells.
    child.stdin.end(input)
  })
}

export async function git(directory: string, args: readonly string[], input?: string): Promise<string> {
  return (await gitBytes(directory, args, input)).toString('utf8')
}
