import { resolve } from 'node:path'
import type { RegisteredApp, RegistrationOptions } from '../github/index.js'
import { messageOf, UserError } from '../lib/errors.js'
import {
  type CredentialFiles,
  credentialFiles,
  type Environment,
  readEnvironment,
  withEnvFile,
  writeCredentials,
} from '../settings/index.js'
import { type Given, type Terminal, text, type Verb } from './verb.js'

/** Registers the GitHub App in the browser, and writes what `start` and `serve` need to be that app. */
export const setupVerb: Verb = {
  name: 'setup',
  usage: '--url URL [--organization NAME] [--directory DIR]',
  summary: 'register the GitHub App in your browser, and write .env and its key',
  options: { url: { type: 'string' }, organization: { type: 'string' }, directory: { type: 'string' } },
  run: async (given, terminal) => {
    const directory = resolve(terminal.directory, text(given, 'directory', '.'))
    const files = credentialFiles(directory)
    const environment = readEnvironment(withEnvFile(terminal.environment, directory))
    const options = registrationOf(given, terminal, environment, directory)
    // The other verbs do not wait for GitHub's client to be loaded.
    const { registerApp } = await import('../github/index.js')
    try {
      terminal.out(nextSteps(await registerApp(options), files, environment, options.serverUrl))
      return 0
    } catch (error) {
      if (!terminal.signal.aborted) throw error
      terminal.error('interlock: stopped; nothing was written.\n')
      return stoppedByPerson
    }
  },
}

/** As shells say it of a program that Ctrl-C ended. */
const stoppedByPerson = 130

function registrationOf(
  given: Given,
  terminal: Terminal,
  environment: Environment,
  directory: string,
): RegistrationOptions {
  return {
    serverUrl: secureAddress('--url', required(given, 'url')),
    organization: organization(given),
    githubUrl: secureAddress('GITHUB_URL', environment.githubUrl),
    apiUrl: secureAddress('GITHUB_API_URL', environment.githubApiUrl),
    signal: terminal.signal,
    announce: (address) => terminal.out(invitation(address)),
    keep: (app) => keep(directory, app),
  }
}

function required(given: Given, name: string): string {
  const value = text(given, name, '')
  if (value !== '') return value
  throw new UserError('bad-usage', `\`--${name}\` is missing. Usage: interlock setup ${setupVerb.usage}`)
}

function organization(given: Given): string | null {
  const name = text(given, 'organization', null)
  if (name === null || /^[A-Za-z0-9][A-Za-z0-9_-]{0,38}$/.test(name)) return name
  throw new UserError('bad-usage', '`--organization` is the name in the address of its page, such as `acme`.')
}

/** An address that secrets and private code may be sent to, without a slash at its end. */
function secureAddress(name: string, value: string): string {
  const url = URL.canParse(value) ? new URL(value) : null
  const plain = url && !url.username && !url.password && !/[?#]/.test(value)
  const loopback = url && ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname)
  if (url && plain && (url.protocol === 'https:' || (url.protocol === 'http:' && loopback))) {
    return url.href.replace(/\/+$/, '')
  }
  throw new UserError(
    'bad-url',
    `\`${name}\` must be an address such as \`https://interlock.example.com\`: https (http only on this machine), no password, no query.`,
  )
}

/** GitHub tells the key this one time, so what stands in the way now cannot be asked for again. */
function keep(directory: string, app: RegisteredApp): void {
  try {
    writeCredentials(directory, app)
  } catch (error) {
    throw new UserError(
      'cannot-write',
      `${messageOf(error)} The app ${app.url} exists: delete it in your settings on GitHub, and run setup again.`,
      { cause: error },
    )
  }
}

function invitation(address: string): string {
  const { port } = new URL(address)
  return `Open this address in a browser on this machine; it opens once:

  ${address}

From another machine: ssh -L ${port}:127.0.0.1:${port} to this one first. Ctrl-C stops; nothing is left behind.
`
}

function nextSteps(
  app: RegisteredApp,
  files: CredentialFiles,
  { host, port }: Environment,
  serverUrl: string,
): string {
  return `
The app is registered. Written, readable for you alone:
  ${files.env}
  ${files.key}

1. Install it on your repositories:
     ${app.url}/installations/new
2. Start it in the folder of .env, where ${serverUrl} leads to ${host}:${port}:
     npx interlock serve
`
}
