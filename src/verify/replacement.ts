import type { Claim } from '../domain/claim.js'
import type { CheckedClaim, VerifyContext } from './context.js'

/** A suggestion that changes more than this is a rewrite, and no longer one click. */
const mostLines = 20

/** The claim, without its replacement when that could not be applied with one click. The finding itself stands. */
export async function checkReplacement(claim: Claim, context: VerifyContext): Promise<CheckedClaim> {
  if (claim.replacement === '') return { claim }
  const reason = await whyNot(claim, context)
  return reason === null
    ? { claim }
    : { claim: { ...claim, replacement: '' }, note: `replacement dropped: ${reason}` }
}

async function whyNot(claim: Claim, context: VerifyContext): Promise<string | null> {
  if (claim.side === 'LEFT') return 'removed lines cannot be replaced'
  if (claim.replacement.split('\n').length > mostLines) return `more than ${mostLines} lines`
  const lines = await context.lines('RIGHT', claim.path)
  if (lines?.slice(claim.startLine - 1, claim.endLine).join('\n') === claim.replacement)
    return 'it changes nothing'
  return insideOneHunk(claim, context) ? null : 'its lines are not inside one hunk of the diff'
}

function insideOneHunk(claim: Claim, context: VerifyContext): boolean {
  const file = context.change.files.find((each) => each.new?.path === claim.path)
  return (file?.hunks ?? []).some(
    (hunk) => claim.startLine >= hunk.newStart && claim.endLine < hunk.newStart + hunk.newCount,
  )
}
