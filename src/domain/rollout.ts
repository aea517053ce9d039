/** Which side of a rollout is already changed. */
export type Version = 'old' | 'new'

/** One state that a rollout passes through, or may stop in. */
export type RolloutState = {
  readonly provider: Version
  readonly consumer: Version
  /** Which version wrote the stored rows, messages or caches; `any` when no stored data is concerned. */
  readonly data: Version | 'any'
}

export type Outcome = 'safe' | 'breaks' | 'unknown'

export type RolloutCell = RolloutState & { readonly outcome: Outcome; readonly reason: string }

/** Every state of one change, and the orders of deployment that pass only through safe ones. */
export type RolloutTable = {
  readonly cells: readonly RolloutCell[]
  /** The state that fails; null when none does. */
  readonly witness: RolloutCell | null
  /** Safe orders in words, best first; empty when there is none. */
  readonly safeOrders: readonly string[]
}
