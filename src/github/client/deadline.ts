import type { Octokit } from '@octokit/rest'
import { isUnclear, rateLimitOf } from './errors.js'

type Plugin = Parameters<typeof Octokit.plugin>[0]

type RequestOptions = { readonly method: string; readonly request?: { readonly signal?: AbortSignal } }

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
      for (let attempt = 1; ; attempt++) {
        try {
          return await request(withDeadline(options, deadlines))
        } catch (error) {
          const limited = rateLimitOf(error, clock())
          if (limited) throw limited
          if (attempt >= attempts || !isWorthRepeating(error, options.request?.signal)) throw error
          await pause(200 * attempt)
        }
      }
    })
  }
}

function withDeadline<Options extends RequestOptions>(options: Options, deadlines: Deadlines): Options {
  const deadline = AbortSignal.timeout(options.method === 'GET' ? deadlines.get : deadlines.write)
  const given = options.request?.signal
  const signal = given ? AbortSignal.any([given, deadline]) : deadline
  return { ...options, request: { ...options.request, signal } }
}

function isWorthRepeating(error: unknown, signal: AbortSignal | undefined): boolean {
  if (signal?.aborted) return false
  return isUnclear(error)
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
