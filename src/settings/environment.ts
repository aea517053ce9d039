import { readFileSync } from 'node:fs'
import { UserError } from '../lib/errors.js'

/** The process's environment as one typed value; read once, at the start. Every variable stands in `.env.example`. */
export type Environment = {
  /** The secret that GitHub signs with now, then the one it signed with before a rotation. */
  readonly webhookSecrets: readonly string[]
  readonly app: { readonly id: number; readonly privateKey: string } | null
  readonly githubUrl: string
  readonly githubApiUrl: string
  readonly host: string
  readonly port: number
  /** `postgres://…`; null for the embedded store. */
  readonly databaseUrl: string | null
  /** Where the embedded store and the mirrors live. */
  readonly directory: string
  readonly model: ModelSettings | null
  readonly logLevel: string
  readonly concurrency: number
  /** Reviews of a private repository may cite other private ones of the same organisation. */
  readonly sharePrivate: boolean
}

export type ModelSettings = {
  readonly apiKey: string
  readonly baseUrl: string | null
  readonly model: string
}

type Variables = Readonly<Record<string, string | undefined>>

/** The environment, or a user error that names the variable and what is wrong with it. Set and empty means not set. */
export function readEnvironment(variables: Variables): Environment {
  const githubUrl = (variables['GITHUB_URL'] || 'https://github.com').replace(/\/+$/, '')
  return {
    webhookSecrets: ['WEBHOOK_SECRET', 'WEBHOOK_SECRET_PREVIOUS'].flatMap(
      (name) => secret(variables, name) ?? [],
    ),
    app: app(variables),
    githubUrl,
    githubApiUrl: (variables['GITHUB_API_URL'] || apiUrlOf(githubUrl)).replace(/\/+$/, ''),
    host: variables['HOST'] || '127.0.0.1',
    port: whole(variables, 'PORT', 3000, 65_535),
    databaseUrl: databaseUrl(variables),
    directory: variables['INTERLOCK_DIRECTORY'] || '.interlock',
    model: model(variables),
    logLevel: logLevel(variables),
    concurrency: whole(variables, 'INTERLOCK_CONCURRENCY', 2, 64),
    sharePrivate: variables['INTERLOCK_SHARE_PRIVATE'] === 'true',
  }
}

function apiUrlOf(githubUrl: string): string {
  return githubUrl === 'https://github.com' ? 'https://api.github.com' : `${githubUrl}/api/v3`
}

function app(variables: Variables): Environment['app'] {
  const id = whole(variables, 'APP_ID', 0, Number.MAX_SAFE_INTEGER)
  // Keys in one-line variables are usually written with `\n` for the line ends.
  const privateKey = secret(variables, 'PRIVATE_KEY')?.replace(/\\n/g, '\n')
  return id && privateKey ? { id, privateKey } : null
}

function model(variables: Variables): ModelSettings | null {
  const apiKey = secret(variables, 'ANTHROPIC_API_KEY')
  if (!apiKey) return null
  return {
    apiKey,
    baseUrl: variables['ANTHROPIC_BASE_URL'] || null,
    model: variables['INTERLOCK_MODEL'] || 'claude-sonnet-5-5',
  }
}

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']

function logLevel(variables: Variables): string {
  const level = variables['LOG_LEVEL'] || 'info'
  if (logLevels.includes(level)) return level
  throw new UserError('bad-environment', `\`LOG_LEVEL\` must be one of ${logLevels.join(', ')}.`)
}

function databaseUrl(variables: Variables): string | null {
  const url = secret(variables, 'DATABASE_URL')
  if (!url) return null
  if (/^postgres(ql)?:\/\//.test(url)) return url
  throw new UserError(
    'bad-environment',
    '`DATABASE_URL` must begin with `postgres://`; leave it out for the embedded store.',
  )
}

/** A secret from `NAME`, or from the file that `NAME_FILE` names: files are the safer way. */
function secret(variables: Variables, name: string): string | null {
  const file = variables[`${name}_FILE`]
  if (!file) return variables[name] || null
  try {
    return readFileSync(file, 'utf8').trim() || null
  } catch (error) {
    throw new UserError('bad-environment', `\`${name}_FILE\` cannot be read: \`${file}\`.`, { cause: error })
  }
}

function whole(variables: Variables, name: string, fallback: number, most: number): number {
  const text = variables[name]
  if (text === undefined || text === '') return fallback
  const value = Number(text)
  if (Number.isInteger(value) && value >= 0 && value <= most) return value
  throw new UserError(
    'bad-environment',
    `\`${name}\` must be a whole number from 0 to ${most}, not \`${text}\`.`,
  )
}
