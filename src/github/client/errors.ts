import { RetryLater } from '../../lib/retry-later.js'

/**
 * GitHub may or may not have done what was asked: the answer was lost, cut, or a 5xx that can come after the deed. The
 * only safe next step is to read back what stands there.
 */
export class UnknownOutcome extends Error {
  override readonly name = 'UnknownOutcome'
}

/** The parts of an Octokit error that decide what to do; null for anything else that was thrown. */
export type Refused = {
  readonly status: number
  readonly message: string
  /** Absent when no answer came at all: Octokit then writes status 500 of its own. */
  readonly headers: Readonly<Record<string, string | number | undefined>> | null
}

export function refusedBy(error: unknown): Refused | null {
  if (!(error instanceof Error) || !('status' in error) || typeof error.status !== 'number') return null
  const response = 'response' in error ? error.response : undefined
  const headers = typeof response === 'object' && response && 'headers' in response ? response.headers : null
  return {
    status: error.status,
    message: error.message,
    // Octokit's own type of a response's headers.
    headers: headers as Refused['headers'],
  }
}

export function hasStatus(error: unknown, ...statuses: readonly number[]): boolean {
  const refused = refusedBy(error)
  return refused?.headers !== null && refused !== null && statuses.includes(refused.status)
}

/** The app lacks a permission, the conversation is locked or the repository is archived: nothing may be written there. */
export function isForbidden(error: unknown): boolean {
  return hasStatus(error, 401, 403, 410, 451)
}

/** No answer, or an answer that says nothing of whether the work was done. */
export function isUnclear(error: unknown): boolean {
  const refused = refusedBy(error)
  return refused !== null && (refused.headers === null || refused.status >= 500)
}

/**
 * When to come back, when an answer says that we asked too much; null when it says something else. GitHub's rule: wait
 * for `retry-after`, else until `x-ratelimit-reset`, else at least a minute.
 * https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#exceeding-the-rate-limit
 */
export function rateLimitOf(error: unknown, now: Date): RetryLater | null {
  const refused = refusedBy(error)
  if (!refused?.headers || (refused.status !== 403 && refused.status !== 429)) return null
  const after = Number(refused.headers['retry-after'])
  const remaining = refused.headers['x-ratelimit-remaining']
  const exhausted = remaining !== undefined && Number(remaining) === 0
  const limited = refused.status === 429 || after > 0 || exhausted || /rate limit/i.test(refused.message)
  if (!limited) return null
  const reset = exhausted ? Number(refused.headers['x-ratelimit-reset']) * 1000 : 0
  const at = after > 0 ? now.getTime() + after * 1000 : Math.max(reset || 0, now.getTime() + 60_000)
  return new RetryLater(new Date(at), `GitHub asked to be left alone until ${new Date(at).toISOString()}`)
}
