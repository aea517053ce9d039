import type { Framework } from './framework.js'

/** What a repository says of its own frameworks: data, as it goes between processes. */
export type RuleSet = {
  /** Names it by its content: equal sets have equal digests. */
  readonly digest: string
  readonly frameworks: readonly Framework[]
}
