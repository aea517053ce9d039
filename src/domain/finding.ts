import type { CommitId, Problem, RepositoryName, Snapshot } from './blob.js'
import type { Element } from './element.js'
import type { Citation } from './place.js'
import type { Outcome, RolloutState } from './rollout.js'

/** How sure we are. `proved`: both sides are cited and the rule is certain. `opinion`: the model's, verified, not provable. */
export type Status = 'proved' | 'corroborated' | 'opinion'

/** What it does to the required check: only `block` turns it red. */
export type Level = 'block' | 'warn' | 'note'

export type Affected = Citation & {
  /** From CODEOWNERS; empty when nobody is named. */
  readonly owners: readonly string[]
}

export type Evidence = {
  /** `E1`, unique within a review. */
  readonly id: string
  readonly statement: string
  readonly place: Citation | null
}

/** Begins the fingerprint of every opinion, so that it can be told from the engine's wherever only that is known. */
export const opinionPrefix = 'ai-'

/** What a person reads. */
export type Finding = {
  /** Its fingerprint: from meaning (rule, element, consumers), never from a line number. */
  readonly id: string
  readonly rule: string
  readonly status: Status
  readonly level: Level
  readonly title: string
  readonly explanation: string
  readonly contract: { readonly kind: string; readonly element: Element }
  /** The line of this change; at the base commit when the line was removed. */
  readonly cause: Citation
  readonly affected: readonly Affected[]
  readonly witness: (RolloutState & { readonly outcome: Outcome | string }) | null
  readonly remedies: readonly string[]
  readonly evidence: readonly Evidence[]
  /** A replacement of the cause's lines, when one click would make it safe. */
  readonly suggestion?: Suggestion
}

export type Suggestion = {
  readonly startLine: number
  readonly endLine: number
  readonly replacement: string
}

/** What was looked at, and what was not. Green means inspected. */
export type Coverage = {
  readonly changed: number
  readonly inspected: number
  readonly skipped: readonly { readonly path: string; readonly reason: string }[]
  /** Every repository that was asked, at the commit that answered. */
  readonly repositories: readonly Snapshot[]
  readonly problems: readonly Problem[]
}

export type Conclusion = 'success' | 'failure' | 'neutral'

/** All that one review says. The deterministic part is a pure function of base, head and index. */
export type Review = {
  readonly repository: RepositoryName
  readonly base: CommitId
  readonly head: CommitId
  /** Decided by the engine's findings alone. */
  readonly conclusion: Conclusion
  readonly findings: readonly Finding[]
  readonly coverage: Coverage
  readonly model: ModelStage
  readonly timings: Readonly<Record<string, number>>
}

/** What became of the model stage; it never touches the conclusion. */
export type ModelStage = {
  /** `absent`: no key. `partial`: cut, out of budget or refused, but what was verified stands. */
  readonly outcome: 'complete' | 'partial' | 'failed' | 'absent' | 'skipped'
  /** One sentence for the advisory check. */
  readonly note: string
  readonly usage: Usage
  readonly rejected: readonly { readonly title: string; readonly reason: string }[]
}

export type Usage = {
  readonly inputTokens: number
  readonly cachedTokens: number
  readonly outputTokens: number
  readonly turns: number
  readonly milliseconds: number
}
