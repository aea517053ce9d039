import { parseGiven, type Terminal, verbs } from './cli/index.js'
import { messageOf, UserError } from './lib/errors.js'

/** Runs one verb of the command line, and gives the exit code: 2 with one clear line for what a person can mend. */
export async function run(argv: readonly string[], terminal: Terminal = processTerminal()): Promise<number> {
  const [name = 'help', ...rest] = argv
  const verb = verbs.find(
    (each) => each.name === name || (each.name === 'help' && ['--help', '-h'].includes(name)),
  )
  try {
    if (!verb)
      throw new UserError('unknown-verb', `There is no verb \`${name}\`. \`interlock help\` lists them.`)
    return await verb.run(parseGiven(verb, rest), terminal)
  } catch (error) {
    if (!(error instanceof UserError)) {
      terminal.error(`interlock: this is a bug in Interlock, not in your input: ${messageOf(error)}\n`)
      if (terminal.environment['DEBUG']) terminal.error(`${error instanceof Error ? error.stack : ''}\n`)
      return 70
    }
    terminal.error(`interlock: ${error.message.split('\n').join(' ')}\n`)
    return 2
  }
}

function processTerminal(): Terminal {
  const stop = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort())
  return {
    out: (text) => process.stdout.write(text),
    error: (text) => process.stderr.write(text),
    interactive: { out: Boolean(process.stdout.isTTY), error: Boolean(process.stderr.isTTY) },
    width: process.stdout.columns ?? 100,
    environment: process.env,
    directory: process.cwd(),
    signal: stop.signal,
  }
}
