import type { Problem } from '../domain/blob.js'
import type { Coverage } from '../domain/finding.js'

/** Something that was not inspected in full, and why. The path is empty when no file is meant. */
export type Gap = { readonly path: string; readonly reason: string }

/** What this review did not look at: changed files, and whatever is missing as a whole, such as a repository. */
export function gapsOf({ skipped, problems }: Coverage): readonly Gap[] {
  return unique([...skipped, ...problems.filter((each) => each.path === undefined).map(gapOf)])
}

/** Files that are not part of the change and could not be understood in full: consumers in them are not seen. */
export function gapsElsewhere({ skipped, problems }: Coverage): readonly Gap[] {
  const told = new Set(skipped.map((each) => each.path))
  return unique(problems.filter((each) => each.path !== undefined && !told.has(each.path)).map(gapOf))
}

function gapOf({ path, line, problem }: Problem): Gap {
  return { path: path ?? '', reason: line ? `line ${line}: ${problem}` : problem }
}

function unique(gaps: readonly Gap[]): readonly Gap[] {
  return [...new Map(gaps.map(({ path, reason }) => [`${path}\0${reason}`, { path, reason }])).values()]
}
