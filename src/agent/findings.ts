import type { Claim } from '../domain/claim.js'

/** What was reported so far: the accepted claims, and the rejected ones with their reasons. */
export class Findings {
  readonly accepted: Claim[] = []
  readonly rejected: { readonly title: string; readonly reason: string }[] = []
}
