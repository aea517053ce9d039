import type { RepositoryName } from './blob.js'
import type { Element } from './element.js'

/** What the index knows of a system: its services, and the contracts that join them. */
export type SystemMap = {
  readonly services: readonly MappedService[]
  /** In order of consumer, provider and kind. */
  readonly contracts: readonly MappedContract[]
  /** Reliances that lead to nobody known, by what they name. */
  readonly unresolved: readonly Unresolved[]
}

export type MappedService = {
  /** Unique: the service's name, with its repository's before it where two have the same. */
  readonly id: string
  readonly repository: RepositoryName
  /** The folder of its code, without a slash at the end; empty for the whole repository. */
  readonly folder: string
  /** How many elements of each kind of contract it promises, and relies on. */
  readonly provides: Counts
  readonly consumes: Counts
}

export type Counts = Readonly<Record<string, number>>

export type MappedContract = {
  readonly consumer: string
  readonly provider: string
  /** The first word of its elements. */
  readonly kind: string
  readonly elements: readonly Element[]
  /** How many places of the consumer rely on them. */
  readonly places: number
  /** `weak` where nothing but the path speaks for this provider. */
  readonly strength: 'strong' | 'weak'
}

export type Unresolved = {
  readonly consumer: string
  readonly kind: string
  /** The address or the first word that is named; empty when nothing is. */
  readonly names: string
  readonly elements: readonly Element[]
}
