import { diffLines } from 'diff'
import type { Finding } from '../domain/finding.js'
import { visible } from './visible.js'

/**
 * A suggestion as the lines of a patch, each with its sign: what stands there, and what would replace it. Empty when it
 * changes nothing. No context lines, so that no line begins as a command would.
 */
export function patchOf({ cause, suggestion }: Finding): readonly string[] {
  if (!suggestion) return []
  const parts = diffLines(`${cause.quote.trim()}\n`, `${suggestion.replacement.trim()}\n`)
  return parts
    .filter((part) => part.added || part.removed)
    .flatMap((part) =>
      part.value
        .replace(/\n$/, '')
        .split('\n')
        .map((line) => `${part.added ? '+' : '-'} ${visible(line)}`),
    )
}

/** Those lines as a fenced block, with a fence longer than any in them. */
export function patchBlock(finding: Finding): string {
  const lines = patchOf(finding)
  if (lines.length === 0) return ''
  const longest = Math.max(2, ...(lines.join('\n').match(/`+/g) ?? []).map((run) => run.length))
  const fence = '`'.repeat(longest + 1)
  return [`${fence}diff`, ...lines, fence].join('\n')
}
