import type { Claim } from '../domain/claim.js'
import type { CheckedClaim, VerifyContext } from './context.js'

/**
 * The claim with its lines where its quote really stands. Models copy text well and count lines badly, so the quote
 * decides and the numbers follow: of several places the nearest one. No such text in the file: rejected.
 */
export async function checkQuote(claim: Claim, context: VerifyContext): Promise<CheckedClaim> {
  const lines = await context.lines(claim.side, claim.path)
  const side = claim.side === 'LEFT' ? 'base' : 'head'
  if (!lines) return { rejected: `There is no file ${claim.path} at the ${side} of this pull request.` }
  const quote = claim.quote.split('\n').map(squeeze).filter(Boolean)
  if (quote.length === 0) return { rejected: 'The quote is empty. Copy the lines that the finding is about.' }
  const start = nearest(placesOf(lines, quote), claim.startLine)
  if (start === null) return { rejected: notThere(claim, lines) }
  if (start === claim.startLine && claim.endLine === start + quote.length - 1) return { claim }
  return {
    claim: { ...claim, startLine: start, endLine: start + quote.length - 1 },
    note: `moved from line ${claim.startLine} to line ${start}, where the quoted text stands`,
  }
}

/** Line numbers, from 1, at which the quoted lines follow each other; spacing does not matter. */
export function placesOf(lines: readonly string[], quote: readonly string[]): number[] {
  const squeezed = lines.map(squeeze)
  const [first] = quote
  return squeezed.flatMap((line, index) =>
    line === first && quote.every((each, offset) => squeezed[index + offset] === each) ? [index + 1] : [],
  )
}

export function squeeze(line: string): string {
  return line.replace(/\s+/g, ' ').trim()
}

function nearest(places: readonly number[], line: number): number | null {
  return places.reduce<number | null>(
    (best, each) => (best === null || Math.abs(each - line) < Math.abs(best - line) ? each : best),
    null,
  )
}

function notThere(claim: Claim, lines: readonly string[]): string {
  const actual = lines[claim.startLine - 1]
  const there =
    actual === undefined
      ? `the file has ${lines.length} lines`
      : `line ${claim.startLine} reads ${JSON.stringify(actual)}`
  return `The quote does not stand in ${claim.path}: ${there}. Quote the file exactly; read it again if you must.`
}
