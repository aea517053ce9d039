import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { UserError } from '../lib/errors.js'

type Variables = Readonly<Record<string, string | undefined>>

export const envFileName = '.env'

/**
 * The variables, and below them those of `.env` in a folder. Only for verbs that serve: a folder that is merely reviewed
 * must not say where the model's key is sent. A user error `bad-environment` for a file that cannot be read.
 */
export function withEnvFile(variables: Variables, directory: string): Variables {
  const given = new Set(Object.keys(variables).map(base))
  // A secret has two spellings, NAME and NAME_FILE: the file's must not meet the other one of the real environment.
  const added = Object.entries(readEnvFile(directory)).filter(([name]) => !given.has(base(name)))
  return { ...Object.fromEntries(added), ...variables }
}

/** What `.env` of a folder says; nothing where there is none. */
export function readEnvFile(directory: string): Variables {
  return parseEnv(envFileText(directory))
}

/** The text of `.env`; empty where there is none. */
export function envFileText(directory: string): string {
  const path = join(directory, envFileName)
  if (!existsSync(path)) return ''
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw new UserError('bad-environment', `\`${path}\` cannot be read.`, { cause: error })
  }
}

function base(name: string): string {
  return name.replace(/_FILE$/, '')
}
