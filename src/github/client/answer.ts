import type { z } from 'zod'
import { UnknownOutcome } from './errors.js'

/**
 * What an answer says, in the shape we rely on. A cut or foreign body (Octokit hands over an empty string, a proxy an
 * HTML page) says nothing of what happened: it is an unknown outcome, also after a 2xx.
 */
export function understand<T>(schema: z.ZodType<T>, response: { readonly data: unknown }, what: string): T {
  const read = schema.safeParse(response.data)
  if (read.success) return read.data
  const where = read.error.issues[0]?.path.join('.') || 'body'
  throw new UnknownOutcome(`GitHub's answer to ${what} is not understood at ${where}`)
}
