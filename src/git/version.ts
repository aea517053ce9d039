import { UserError } from '../lib/errors.js'
import { runGit } from './run.js'

/** The first with `cat-file --batch-command`. */
const oldest = [2, 36] as const

let checked: Promise<void> | null = null

/** Throws the user error `git-missing` or `git-too-old`; git is asked once in the life of the program. */
export function requireGit(): Promise<void> {
  checked ??= checkVersion().catch((error: unknown) => {
    // Somebody may mend it while we run.
    checked = null
    throw error
  })
  return checked
}

async function checkVersion(): Promise<void> {
  const { output } = await runGit({ command: 'version', args: [], directory: null })
  const said = output.toString('latin1').trim()
  if (isRecent(said)) return
  throw new UserError('git-too-old', `Interlock needs git ${oldest.join('.')} or later; this is \`${said}\`.`)
}

/** Whether `git version 2.39.5 (Apple Git-154)` and the like name a version that we can use. */
export function isRecent(said: string): boolean {
  const [, major = 0, minor = 0] = /(\d+)\.(\d+)/.exec(said)?.map(Number) ?? []
  return major > oldest[0] || (major === oldest[0] && minor >= oldest[1])
}
