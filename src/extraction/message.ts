import type { Blob } from '../domain/blob.js'
import type { BlobFacts } from '../domain/fact.js'

/** What the child says first: from then on a death is the fault of the file that it reads. */
export const ready = 'ready'

/** More than any file of people says. */
const maxAnswer = 16_000_000

export function askOf(path: string, { id, text }: Blob): string {
  return `${path}\0${id}\0${text}`
}

/** Paths and ids hold no NUL, a text may. */
export function readAsk(message: string): { readonly path: string; readonly blob: Blob } {
  const first = message.indexOf('\0')
  const second = message.indexOf('\0', first + 1)
  const blob = { id: message.slice(first + 1, second), text: message.slice(second + 1) }
  return { path: message.slice(0, first), blob }
}

/** Facts as the child sends them; without facts, and with the reason, where they are too many to send. */
export function answerOf(path: string, facts: BlobFacts): string {
  const answer = JSON.stringify(facts)
  if (answer.length <= maxAnswer) return answer
  const problems = [{ problem: 'not read: it says more than 16 MB of facts', path }]
  return JSON.stringify({ ...facts, facts: [], imports: [], exports: [], inherits: [], problems })
}
