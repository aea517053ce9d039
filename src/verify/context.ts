import type { Claim } from '../domain/claim.js'
import type { PullChange } from '../domain/diff.js'
import type { Evidence, Finding } from '../domain/finding.js'

/** What a claim is held against. Reading goes by the commits of the review, so a push in between changes nothing. */
export type VerifyContext = {
  readonly change: PullChange
  /** The lines of a file of this repository at the base (`LEFT`) or the head (`RIGHT`); null when there is none. */
  readonly lines: (side: 'LEFT' | 'RIGHT', path: string) => Promise<readonly string[] | null>
  /** The lines of a file of another repository that the pull request's readers may see, at the commit that was asked. */
  readonly elsewhere: (repository: string, path: string) => Promise<readonly string[] | null>
  /** The commit at which each other repository was asked. */
  readonly snapshots: ReadonlyMap<string, string>
  readonly evidence: readonly Evidence[]
  /** What the engine found, and what was accepted before: said once is enough. */
  readonly findings: readonly Finding[]
  readonly accepted: readonly Claim[]
}

/** One thing that must hold of a claim: the claim, perhaps mended, or the reason for the model why it does not. */
export type ClaimCheck = (claim: Claim, context: VerifyContext) => Promise<CheckedClaim>

export type CheckedClaim = { readonly claim: Claim; readonly note?: string } | { readonly rejected: string }
