import type { Claim } from '../domain/claim.js'
import type { CheckedClaim, VerifyContext } from './context.js'

/** Passes a claim that says something new: not on lines where the engine's finding or an accepted claim already stands. */
export async function checkDuplicate(claim: Claim, context: VerifyContext): Promise<CheckedClaim> {
  const engine = context.findings.find(
    ({ cause }) => cause.path === claim.path && cause.line >= claim.startLine && cause.line <= claim.endLine,
  )
  if (engine)
    return {
      rejected: `The engine already reports this line (${engine.id}: ${engine.title}). Report only what it cannot prove.`,
    }
  const earlier = context.accepted.find(
    (each) =>
      each.path === claim.path &&
      each.side === claim.side &&
      each.startLine <= claim.endLine &&
      each.endLine >= claim.startLine,
  )
  return earlier ? { rejected: `You already reported these lines: "${earlier.title}".` } : { claim }
}
