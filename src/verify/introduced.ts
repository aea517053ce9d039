import type { Claim } from '../domain/claim.js'
import type { CheckedClaim, VerifyContext } from './context.js'
import { squeeze } from './quote.js'

/**
 * Passes a claim whose cause is a line that this pull request adds or removes. What was wrong before is not the author's
 * to mend now, and is the largest source of false findings in this field (model-stage chapter, security-guidance).
 */
export async function checkIntroduced(claim: Claim, context: VerifyContext): Promise<CheckedClaim> {
  const wanted = claim.introducedBy.quote.split('\n').map(squeeze).filter(Boolean)
  if (wanted.length === 0)
    return { rejected: 'introduced_by.quote is empty: quote the added or removed line that causes this.' }
  const file = context.change.files.find((each) =>
    [each.new?.path, each.old?.path].includes(claim.introducedBy.path),
  )
  if (!file)
    return {
      rejected: `This pull request does not change ${claim.introducedBy.path}, so it cannot introduce this there.`,
    }
  const changed = file.hunks.flatMap((hunk) =>
    hunk.lines.filter((line) => line.type !== 'context').map((line) => squeeze(line.text)),
  )
  if (wanted.some((line) => changed.includes(line))) return { claim }
  return {
    rejected: `None of the lines of introduced_by.quote is added or removed in ${claim.introducedBy.path} by this pull request. Name the changed line that brings the defect in, or withdraw: what was there before is out of scope.`,
  }
}
