import type { Coverage } from '../domain/finding.js'

/** A file that was not inspected in full, and why. */
export type Gap = { readonly path: string; readonly reason: string }

/** Everything that was not looked at: files left out, and those that could not be understood, each told once. */
export function gapsOf(coverage: Coverage): readonly Gap[] {
  const problems = coverage.problems.map(({ path, line, problem }) => ({
    path: path ?? '',
    reason: line ? `line ${line}: ${problem}` : problem,
  }))
  const told = [...coverage.skipped, ...problems].map(({ path, reason }) => ({ path, reason }))
  return [...new Map(told.map((each) => [`${each.path}\0${each.reason}`, each])).values()]
}
