import type { Change } from './change.js'
import type { LocatedFact } from './fact.js'

/** A place that relies on what changed, and how we know that it means this very provider. */
export type Dependent = {
  readonly fact: LocatedFact
  readonly link: Link
  /** What the dependent does with the changed part: `calls`, `reads`, `sends`, `does not send`. */
  readonly use: 'calls' | 'reads' | 'sends' | 'does not send'
}

/** Why a consumer is believed to mean this provider. */
export type Link = {
  /** `strong`: named by it (a host, a variable, the same repository) or the only one that could be meant. */
  readonly strength: 'strong' | 'weak'
  /** One clause that a person can check: `ORDERS_URL names acme/orders`. */
  readonly reason: string
}

/** A change joined to the places that rely on it. No dependents means: the index was asked and knows none. */
export type Impact = { readonly change: Change; readonly dependents: readonly Dependent[] }

/** New or changed code that relies on something which no provider promises. */
export type Unmet = {
  readonly consumer: LocatedFact
  /** What it relied on at the base, when it did. */
  readonly before: LocatedFact | null
  readonly link: Link
  /** The nearest thing that is promised, for the remedy. */
  readonly nearest: LocatedFact | null
}
