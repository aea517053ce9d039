import { codeOf, UserError } from '../lib/errors.js'
import { readEnvironment, withEnvFile } from '../settings/index.js'
import type { Terminal, Verb } from './verb.js'

/** Serves GitHub until it is told to stop. */
export const serveVerb: Verb = {
  name: 'serve',
  usage: '',
  summary: 'serve the GitHub App that the environment, or .env in this folder, describes (see .env.example)',
  options: {},
  run: async (_given, terminal) => {
    const environment = readEnvironment(withEnvFile(terminal.environment, terminal.directory))
    const { assemble, createLog } = await import('../assembly/index.js')
    const log = createLog(environment.logLevel)
    const { app, stop } = await assemble(environment, log)
    const { host } = environment
    try {
      const port = await listening(`${host}:${environment.port}`, () => app.start(environment.port, host))
      log.info({ host, port }, 'listening for webhooks')
      await stopped(terminal)
      log.info({}, 'stopping')
    } finally {
      await stop()
    }
    return 0
  },
}

/** Listens, or throws a user error for an address that cannot be had. */
export async function listening<Server>(address: string, listen: () => Promise<Server>): Promise<Server> {
  try {
    return await listen()
  } catch (error) {
    const code = codeOf(error)
    if (!/^(EADDRINUSE|EADDRNOTAVAIL|EACCES|ENOTFOUND)$/.test(code)) throw error
    const words = `Cannot listen on \`${address}\` (${code}): set \`PORT\` or \`HOST\` to another one.`
    throw new UserError('bad-environment', words, { cause: error })
  }
}

/** Resolves when the process is asked to stop. */
export function stopped({ signal }: Terminal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
}
