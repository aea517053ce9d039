import { createHash } from 'node:crypto'
import type { Framework } from '../domain/framework.js'

/** Raised whenever the same text and the same rules give other facts. */
const codeVersion = 1

/** Names the extractor: facts that were made by another one are made again. */
export function extractorVersion(frameworks: readonly Framework[]): string {
  const rules = createHash('sha256').update(JSON.stringify(frameworks)).digest('hex')
  return `${codeVersion}-${rules.slice(0, 16)}`
}
