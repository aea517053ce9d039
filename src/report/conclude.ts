import type { Conclusion, Coverage, Finding } from '../domain/finding.js'

/** What a repository wants of the required check when nothing blocks and not everything was inspected. */
export type IncompletePolicy = Conclusion

/**
 * What the required check concludes: failure when a proved finding blocks; otherwise what the settings want when not
 * everything was inspected; otherwise success. Opinions are not asked.
 */
export function conclude(
  findings: readonly Finding[],
  coverage: Coverage,
  incomplete: IncompletePolicy,
): Conclusion {
  if (findings.some((each) => each.status === 'proved' && each.level === 'block')) return 'failure'
  return isIncomplete(coverage) ? incomplete : 'success'
}

/**
 * A changed file was not inspected, or something that belongs to no file is missing: a repository that could not be
 * fetched. A file that could not be read and is not part of the change takes nothing from the verdict.
 */
function isIncomplete({ changed, inspected, problems }: Coverage): boolean {
  return inspected < changed || problems.some((each) => each.path === undefined)
}
