import type { Claim } from '../domain/claim.js'
import type { CheckedClaim, VerifyContext } from './context.js'

/** Passes a claim whose affected places exist: a file that can be read, and a line in it that is not blank. */
export async function checkAffected(claim: Claim, context: VerifyContext): Promise<CheckedClaim> {
  for (const place of claim.affected) {
    const lines = await linesOf(place, context)
    const name = `${place.repository}/${place.path}`
    if (!lines) return { rejected: `There is no file ${name} in any repository that was asked.` }
    const line = lines[place.line - 1]
    if (line === undefined)
      return { rejected: `${name} has ${lines.length} lines; line ${place.line} does not exist.` }
    if (line.trim() === '')
      return { rejected: `Line ${place.line} of ${name} is blank: name the line that fails.` }
  }
  return { claim }
}

function linesOf(
  place: Claim['affected'][number],
  context: VerifyContext,
): Promise<readonly string[] | null> {
  return place.repository === context.change.repository
    ? context.lines('RIGHT', place.path)
    : context.elsewhere(place.repository, place.path)
}
