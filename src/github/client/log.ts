import type { Logger } from 'pino'

/** What may be logged of anything thrown: never a request, whose body can be private code, nor a header. */
export function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) }
  const status = 'status' in error ? { status: error.status } : {}
  return { name: error.name, message: error.message, ...status, stack: error.stack }
}

/** A logger for Probot: only warnings and errors, and of an error only what `describeError` lets through. */
export function quietLog(log: Logger): Logger {
  return log.child({}, { level: 'warn', serializers: { err: describeError, error: describeError } })
}

/** Octokit's logger interface: its one-line summary of each request at `debug`, and none of its option objects. */
export function octokitLog(log: Logger): Record<'debug' | 'info' | 'warn' | 'error', (text: string) => void> {
  return {
    debug: () => {},
    info: (text) => log.debug(text),
    warn: (text) => log.warn(text),
    error: (text) => log.debug(text),
  }
}
