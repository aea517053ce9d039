import type { FileDiff } from '../domain/diff.js'
import type { Line } from '../domain/place.js'

/** A line of a pull request, on one side of its diff. */
export type CauseLine = Line & {
  readonly side: 'LEFT' | 'RIGHT'
  /** It is a line that this pull request adds or removes. */
  readonly changed: boolean
}

export type Sides = {
  readonly old: Line | null
  readonly new: Line | null
  /** Something was taken away: its old line is the cause, not what stands around it now. */
  readonly taken: boolean
}

/**
 * The line of the pull request that brings a change in: where it stands at the head, or stood at the base when it was
 * taken away. When that very line is untouched (a reference, a list that lost an item), the nearest changed line of the
 * same file within reach; `changed` is false when there is none. Null when the change has no line at all.
 */
export function causeOf(sides: Sides, files: readonly FileDiff[]): CauseLine | null {
  const left = sides.old && ({ ...sides.old, side: 'LEFT' } as const)
  const right = sides.new && ({ ...sides.new, side: 'RIGHT' } as const)
  const places = (sides.taken ? [left, right] : [right, left]).filter((each) => each !== null)
  const exact = places.find((each) => touchedLines(files, each).includes(each.line))
  if (exact) return { ...exact, changed: true }
  for (const place of places) {
    const line = nearest(touchedLines(files, place), place.line)
    if (line !== null) return { ...place, line, changed: true }
  }
  const [first] = places
  return first ? { ...first, changed: false } : null
}

/** The lines that a pull request adds to a file, or removes from it. */
function touchedLines(
  files: readonly FileDiff[],
  place: { path: string; side: 'LEFT' | 'RIGHT' },
): readonly number[] {
  const left = place.side === 'LEFT'
  const file = files.find((each) => (left ? each.old : each.new)?.path === place.path)
  const lines = file?.hunks.flatMap((hunk) => hunk.lines) ?? []
  return lines.flatMap((each) =>
    each.type === (left ? 'removed' : 'added') ? ((left ? each.old : each.new) ?? []) : [],
  )
}

/** As far as a person would look around from the line of a declaration. */
const reach = 20

function nearest(lines: readonly number[], wanted: number): number | null {
  const near = lines.filter((line) => Math.abs(line - wanted) <= reach)
  return (
    near.sort((one, other) => Math.abs(one - wanted) - Math.abs(other - wanted) || one - other)[0] ?? null
  )
}
