import { randomBytes } from 'node:crypto'
import { accessSync, constants, existsSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { messageOf, UserError } from '../lib/errors.js'
import { envFileName, envFileText, readEnvFile } from './env-file.js'

/** What a server needs to be a GitHub App. */
export type Credentials = {
  readonly id: number
  readonly webhookSecret: string
  /** PEM. */
  readonly privateKey: string
}

/** Where credentials are put away. */
export type CredentialFiles = { readonly env: string; readonly key: string }

/** Nobody but the owner. */
const mode = 0o600

/**
 * The two files that credentials of a folder are written to. A user error `already-set-up` when one would take the place
 * of credentials that stand there, or `cannot-write`: asked before GitHub makes an app whose key it tells only once.
 */
export function credentialFiles(directory: string): CredentialFiles {
  const files = { env: join(directory, envFileName), key: join(directory, 'interlock.private-key.pem') }
  checkWritable(directory)
  const present = readEnvFile(directory)
  const held = identity.find((name) => present[name])
  if (held) throw new UserError('already-set-up', `\`${files.env}\` sets \`${held}\` already.`)
  if (existsSync(files.key)) throw new UserError('already-set-up', `\`${files.key}\` exists already.`)
  return files
}

/** Everything that says which app we are: half of an old one and half of a new one would be neither. */
const identity = ['APP_ID', 'PRIVATE_KEY', 'PRIVATE_KEY_FILE', 'WEBHOOK_SECRET', 'WEBHOOK_SECRET_FILE']

function checkWritable(directory: string): void {
  const refuse = (why: string, cause?: unknown): never => {
    throw new UserError('cannot-write', `\`${directory}\` ${why}.`, { cause })
  }
  // The path of the key stands between single quotes in `.env`, which has no way to write one inside.
  if (/['\n\r]/.test(directory)) refuse('has a quote or a line end in its name')
  try {
    if (!statSync(directory).isDirectory()) refuse('is not a folder')
    accessSync(directory, constants.W_OK | constants.X_OK)
  } catch (error) {
    if (error instanceof UserError) throw error
    refuse('is not a folder that can be written to', error)
  }
}

/**
 * Writes the key and `.env`, both readable by their owner alone, and keeps what else `.env` says. Both or none: a user
 * error `cannot-write` leaves neither.
 */
export function writeCredentials(directory: string, credentials: Credentials): void {
  const { env, key } = credentialFiles(directory)
  const text = filled(envFileText(directory), {
    APP_ID: String(credentials.id),
    WEBHOOK_SECRET: credentials.webhookSecret,
    // The whole path: the server may be started from another folder.
    PRIVATE_KEY_FILE: key,
  })
  try {
    replace(key, credentials.privateKey)
    replace(env, text)
  } catch (error) {
    rmSync(key, { force: true })
    const reason = messageOf(error)
    throw new UserError('cannot-write', `The credentials cannot be written: ${reason}.`, { cause: error })
  }
}

/** The text with its empty assignments filled, and at its end those that it has no line for. */
function filled(text: string, values: Readonly<Record<string, string>>): string {
  const lines = text === '' ? [] : text.replace(/\n$/, '').split('\n')
  for (const [name, value] of Object.entries(values)) {
    const line = `${name}=${/^[\w./:@+=-]+$/.test(value) ? value : `'${value}'`}`
    const at = lines.findIndex((each) => new RegExp(`^\\s*(?:export\\s+)?${name}\\s*=\\s*$`).test(each))
    if (at < 0) lines.push(line)
    else lines[at] = line
  }
  return `${lines.join('\n')}\n`
}

/** The whole file at once: a reader sees the one before or this one, and never a mode that is too wide. */
function replace(path: string, text: string): void {
  const next = `${path}.${randomBytes(6).toString('hex')}`
  try {
    writeFileSync(next, text, { flag: 'wx', mode })
    renameSync(next, path)
  } catch (error) {
    rmSync(next, { force: true })
    throw error
  }
}
