import type { Claim } from '../domain/claim.js'
import type { CheckedClaim, VerifyContext } from './context.js'

/** Passes a claim whose evidence ids were all really given to the model. */
export async function checkEvidence(claim: Claim, context: VerifyContext): Promise<CheckedClaim> {
  const known = new Set(context.evidence.map((each) => each.id))
  const unknown = claim.evidenceIds.filter((id) => !known.has(id))
  if (unknown.length === 0) return { claim }
  return {
    rejected: `Unknown evidence: ${unknown.join(', ')}. Use only ids that stand in the pack or in a tool's answer.`,
  }
}
