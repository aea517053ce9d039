import type { Claim, Verdict } from '../domain/claim.js'
import type { PullChange } from '../domain/diff.js'
import type { Evidence, Finding, ModelStage } from '../domain/finding.js'
import type { GrepHit } from '../git/index.js'

/** The model stage: it may add findings. It can remove none, lower none, and has no say over the required check. */
export type Agent = { readonly review: (task: AgentTask) => Promise<AgentAnswer> }

/** What the model is given: evidence first, and read-only ways to ask for more. No token, no network, no write. */
export type AgentTask = {
  readonly change: PullChange
  /** What the author says it does; untrusted. */
  readonly intent: { readonly title: string; readonly body: string }
  readonly evidence: readonly Evidence[]
  readonly findings: readonly Finding[]
  /** The repositories that may be read, this one included, at the commit that each is read at. */
  readonly repositories: ReadonlyMap<string, string>
  readonly readFile: (file: FileRequest) => Promise<readonly string[] | null>
  readonly search: (search: SearchRequest) => Promise<readonly GrepHit[]>
  readonly verify: (claim: Claim, accepted: readonly Claim[]) => Promise<Verdict>
  /** Aborted by a newer push or a closed pull request. */
  readonly signal: AbortSignal
}

export type FileRequest = {
  readonly repository: string
  readonly side: 'base' | 'head'
  readonly path: string
}

export type SearchRequest = { readonly repository: string; readonly text: string; readonly glob: string }

export type AgentAnswer = { readonly claims: readonly Claim[]; readonly stage: ModelStage }
