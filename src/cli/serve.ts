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
    const port = await app.start(environment.port, environment.host)
    log.info({ host: environment.host, port }, 'listening for webhooks')
    await stopped(terminal)
    log.info({}, 'stopping')
    await stop()
    return 0
  },
}

/** Resolves when the process is asked to stop. */
export function stopped({ signal }: Terminal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
}
