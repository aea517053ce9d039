import type { Blob } from '../domain/blob.js'
import type { BlobFacts } from '../domain/fact.js'
import type { RuleSet } from '../domain/rule-set.js'

/** What the child says first: from then on a death is the fault of the file that it reads. */
export const ready = 'ready'

/** Before a set of rules; a path is never empty, so no question begins so. */
const rulesMark = '\0'

/** More than any file of people says. */
const maxAnswer = 16_000_000

export function askOf(path: string, { id, text }: Blob): string {
  return `${path}\0${id}\0${text}`
}

/** What the child knows for all that is asked after it; null: no rules but our own. It gets no answer. */
export function rulesMessage(rules: RuleSet | null): string {
  return `${rulesMark}${rules ? JSON.stringify(rules) : ''}`
}

/** Undefined where the message is a question. */
export function readRules(message: string): RuleSet | null | undefined {
  if (!message.startsWith(rulesMark)) return undefined
  const text = message.slice(rulesMark.length)
  // The one cast at this door: only the process that started the child writes here, of this very version.
  return text === '' ? null : (JSON.parse(text) as RuleSet)
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
