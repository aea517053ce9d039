import type { Anchor, FileDiff } from '../domain/diff.js'

/**
 * The anchor of a line, or null when it lies outside every hunk: GitHub refuses a whole review for one such comment.
 * `RIGHT` takes added and context lines of the head, `LEFT` removed lines of the base.
 */
export function anchorOf(
  files: readonly FileDiff[],
  side: 'LEFT' | 'RIGHT',
  path: string,
  line: number,
): Anchor | null {
  const file = files.find((each) => (side === 'LEFT' ? each.old : each.new)?.path === path)
  const found = file?.hunks.some((hunk) =>
    hunk.lines.some((each) =>
      side === 'LEFT'
        ? each.type === 'removed' && each.old === line
        : each.type !== 'removed' && each.new === line,
    ),
  )
  // GitHub files a comment under the new name, also on the old side of a renamed file.
  return found && file ? { path: file.new?.path ?? path, line, side } : null
}
