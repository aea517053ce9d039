import type { Claim, Verdict } from '../domain/claim.js'
import { checkAffected } from './affected.js'
import type { ClaimCheck, VerifyContext } from './context.js'
import { checkDuplicate } from './duplicate.js'
import { checkEvidence } from './evidence.js'
import { checkIntroduced } from './introduced.js'
import { checkQuote } from './quote.js'
import { checkReplacement } from './replacement.js'
import { checkText } from './text.js'

export type { VerifyContext } from './context.js'
/**
 * What survives of what the model says: every claim is held against the commits, the diff and the evidence before a
 * person sees it. Deliberately absent: any judgement by the model about itself; confidence is not evidence.
 */
export { findingOf } from './finding.js'

/** In the order that gives the model the most useful reason first; later checks see the mended claim. */
const checks: readonly ClaimCheck[] = [
  checkQuote,
  checkIntroduced,
  checkEvidence,
  checkAffected,
  checkText,
  checkDuplicate,
  checkReplacement,
]

/** Accepts a claim, perhaps mended, or rejects it with the first reason why not, in words for the model. */
export async function verify(claim: Claim, context: VerifyContext): Promise<Verdict> {
  let current = claim
  const notes: string[] = []
  for (const check of checks) {
    const checked = await check(current, context)
    if ('rejected' in checked) return { accepted: false, reason: checked.rejected }
    current = checked.claim
    if (checked.note) notes.push(checked.note)
  }
  return { accepted: true, claim: current, notes }
}
