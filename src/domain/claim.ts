/** What the model says, as it says it. Nothing of it is believed before it is verified. */
export type Claim = {
  readonly path: string
  readonly startLine: number
  readonly endLine: number
  readonly side: 'LEFT' | 'RIGHT'
  /** The text of those lines, copied. */
  readonly quote: string
  /** The line of this pull request that brings the defect in. */
  readonly introducedBy: { readonly path: string; readonly quote: string }
  readonly category: ClaimCategory
  readonly severity: 'blocker' | 'major' | 'minor'
  readonly title: string
  /** State, input or order of deployment that triggers it, and the wrong outcome one would see. */
  readonly failingScenario: string
  readonly evidenceIds: readonly string[]
  readonly affected: readonly { readonly repository: string; readonly path: string; readonly line: number }[]
  readonly fix: string
  /** Replaces the quoted lines; empty when there is none. */
  readonly replacement: string
}

export type ClaimCategory =
  | 'contract-break'
  | 'authorization'
  | 'data-migration'
  | 'rollout-order'
  | 'unknown-api'
  | 'concurrency'
  | 'error-handling'
  | 'performance'
  | 'observability'
  | 'weakened-test'
  | 'logic'

/** What verification made of a claim. A rejection's reason is written for the model, which may correct itself. */
export type Verdict =
  | { readonly accepted: true; readonly claim: Claim; readonly notes: readonly string[] }
  | { readonly accepted: false; readonly reason: string }
