import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { UserError } from '../lib/errors.js'
import type { Pull, Sandbox } from '../sandbox/index.js'
import { type Environment, readEnvironment, withEnvFile } from '../settings/index.js'
import { listening, serveVerb, stopped } from './serve.js'
import type { Terminal, Verb } from './verb.js'

/** Serves the real GitHub when the environment names it; otherwise shows everything on a sample organisation. */
export const startVerb: Verb = {
  name: 'start',
  usage: '[--once]',
  summary: 'a sample organisation on this machine, reviewed; serves GitHub once it is configured',
  options: { once: { type: 'boolean' } },
  run: async (given, process) => {
    const terminal = { ...process, environment: withEnvFile(process.environment, process.directory) }
    const environment = readEnvironment(terminal.environment)
    if (environment.app || environment.webhookSecrets.length > 0) return serveVerb.run(given, terminal)
    return showSample(environment, terminal, given.options['once'] === true)
  },
}

async function showSample(environment: Environment, terminal: Terminal, once: boolean): Promise<number> {
  // The other verbs do not wait for a server to be loaded.
  const { assemble, createLog } = await import('../assembly/index.js')
  const { createSampleOrganisation, createSandbox } = await import('../sandbox/index.js')
  const directory = await mkdtemp(join(tmpdir(), 'interlock-'))
  const ends = [() => rm(directory, { recursive: true, force: true })]
  try {
    const port = once ? 0 : environment.port
    const open = (at: number) => createSandbox({ directory: join(directory, 'github'), port: at })
    const sandbox = await listening(`127.0.0.1:${port}`, () => open(port)).catch((error: unknown) => {
      // Only who asked for a port must have that one.
      if (terminal.environment['PORT'] || !(error instanceof UserError)) throw error
      return open(0)
    })
    ends.push(() => sandbox.close())
    terminal.out(`A stand-in for GitHub is at ${sandbox.url}\n`)
    terminal.out('Making four repositories with their history, and two pull requests …\n')
    const { pulls } = await createSampleOrganisation(sandbox)
    const log = createLog(terminal.environment['LOG_LEVEL'] ? environment.logLevel : 'warn')
    const { app, stop } = await assemble(environmentOf(environment, sandbox, directory), log)
    ends.push(stop)
    sandbox.setWebhook(`http://127.0.0.1:${await app.start(0, '127.0.0.1')}/api/github/webhooks`)
    // The organisation was there before the app, so nothing was heard of its pull requests yet.
    for (const delivery of sandbox.deliveries.filter((each) => each.event === 'pull_request')) {
      await sandbox.redeliver(delivery)
    }
    await app.idle()
    terminal.out(tour(sandbox, pulls))
    if (!once) await stopped(terminal)
    return 0
  } finally {
    for (const end of ends.reverse()) await end()
  }
}

/** What a server of the stand-in needs: its addresses and its credentials; store, model and limits are the user's own. */
function environmentOf(environment: Environment, sandbox: Sandbox, directory: string): Environment {
  const { appId, privateKey, webhookSecret } = sandbox.asApp()
  return {
    ...environment,
    webhookSecrets: [webhookSecret],
    app: { id: appId, privateKey },
    githubUrl: sandbox.url,
    githubApiUrl: sandbox.apiUrl,
    databaseUrl: null,
    // Everybody of the sample organisation reads all of it.
    sharePrivate: true,
    directory: join(directory, 'interlock'),
  }
}

function tour(sandbox: Sandbox, pulls: readonly Pull[]): string {
  const rows = pulls.map((pull) => {
    const address = `${sandbox.url}/acme/orders/pull/${pull.number}`
    return `  ${pull.title}\n    ${verdict(sandbox, pull)}\n    ${address}\n`
  })
  return `
Two signed webhooks came in, both pull requests were reviewed:

${rows.join('\n')}
Open a page and write /recheck in its comment box: it is reviewed again.
Ctrl-C stops everything; nothing of it stays on this machine.

On your own code, with no account at all:
  npx interlock review --repo DIR --base main --with ../consumer

On GitHub: register the app in the browser, then run the same command.
  npx interlock setup --url https://interlock.example.com --organization acme
README.md has every step.
`
}

/** The checks as they stand on the pull request, each with its title. */
function verdict(sandbox: Sandbox, { headSha }: Pull): string {
  const runs = [...sandbox.repository('orders').checkRuns.values()].filter((run) => run.head === headSha)
  return runs.map((run) => `${run.name}: ${run.conclusion ?? run.status} (${run.title ?? ''})`).join('\n    ')
}
