import type { Octokit } from '@octokit/rest'
import { isUnclear, rateLimitOf } from './errors.js'

type Plugin = Parameters<typeof Octokit.plugin>[0]

export type Deadlines = { readonly get: number; readonly write: number }

/** 10 s to read and 20 s to write: Octokit itself waits for ever. */
export const defaultDeadlines: Deadlines = { get: 10_000, write: 20_000 }

/**
 * An Octokit plugin: a deadline on every request, two more attempts for a GET whose answer was lost, and `RetryLater`
 * for a rate limit. A write is never repeated here, because it may have been done: that is the publisher's to find out.
 */
export function requestDiscipline(deadlines: Deadlines, clock: () => Date): Plugin {
  return (octokit) => {
    octokit.hook.wrap('request', async (request, options) => {
      const attempts = options.method === 'GET' ? 3 : 1
      const given = options.request?.signal
      for (let attempt = 1; ; attempt++) {
        try {
          // In place: Octokit hands every hook the options it began with, so a changed copy would reach nobody.
          options.request = { ...options.request, signal: signalFor(options.method, given, deadlines) }
          return await request(options)
        } catch (error) {
          const limited = rateLimitOf(error, clock())
          if (limited) throw limited
          if (attempt >= attempts || given?.aborted || !isUnclear(error)) throw error
          await pause(200 * attempt)
        }
      }
    })
  }
}

function signalFor(method: string, given: AbortSignal | undefined, deadlines: Deadlines): AbortSignal {
  const deadline = AbortSignal.timeout(method === 'GET' ? deadlines.get : deadlines.write)
  return given ? AbortSignal.any([given, deadline]) : deadline
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
