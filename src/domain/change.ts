import type { Problem } from './blob.js'
import type { Element, MethodOrAny } from './element.js'
import type { Fact, RepositoryFacts } from './fact.js'
import type { Line } from './place.js'

/** How sure the reference tools are that a change breaks somebody: always, perhaps, never. */
export type ChangeLevel = 'breaking' | 'risky' | 'compatible'

/** The side that fails when old meets new. */
export type Breaks = 'consumer' | 'provider' | 'stored'

/** One way in which a contract can change. A rule explains itself: both texts are shown to people. */
export type Rule = {
  /** `http.response-property-removed`: the kind of contract, then what happened. */
  readonly id: string
  /** The reference tool's own name of it; null where the rule is ours. */
  readonly reference: string | null
  readonly level: ChangeLevel
  readonly breaks: Breaks
  /** Why this breaks somebody, in one or two sentences. */
  readonly why: string
  /** When it does not, or what makes it safe. */
  readonly safeWhen: string
}

/** An element's difference between base and head. One root cause is one change, however many elements it reaches. */
export type Change = {
  readonly rule: Rule
  /** The kind of contract: `openapi`, `http`. */
  readonly kind: string
  readonly element: Element
  /** Every element that the same cause changes, `element` included. */
  readonly elements: readonly Element[]
  /** One sentence: what was promised, what is promised now. */
  readonly text: string
  /** Where it stood at the base; null for something added. */
  readonly old: Line | null
  /** Where it stands at the head; for something removed, the line of what it was part of, when that still exists. */
  readonly new: Line | null
  /** What a consumer would have to touch to be affected, one entry for each of `elements`. */
  readonly touches: readonly Touch[]
}

/** The part of a contract that a change is about, in a form that can be joined with facts: paths are `pathTemplate`s. */
export type Touch =
  /** Everyone who calls the route. */
  | { readonly type: 'route'; readonly method: MethodOrAny; readonly path: string }
  /** Those who read this field of the answer. */
  | {
      readonly type: 'answer'
      readonly method: MethodOrAny
      readonly path: string
      readonly status: string
      readonly field: string
    }
  /** Those who send this field (`sent`), or who do not (`missing`). */
  | {
      readonly type: 'request'
      readonly method: MethodOrAny
      readonly path: string
      readonly field: string
      readonly affects: 'sent' | 'missing'
    }
  /** Those who pass this parameter (`sent`), or who do not (`missing`). */
  | {
      readonly type: 'parameter'
      readonly method: MethodOrAny
      readonly path: string
      readonly where: 'query' | 'header' | 'cookie' | 'path'
      readonly name: string
      readonly affects: 'sent' | 'missing'
    }

/** One side of a comparison: the documents of a kind, by path, and all that is known of the repository. */
export type ContractSide = {
  readonly documents: ReadonlyMap<string, string>
  readonly facts: RepositoryFacts | null
}

/** Old path to new path, for files that moved. */
export type Renames = ReadonlyMap<string, string>

export type Comparison = { readonly changes: readonly Change[]; readonly problems: readonly Problem[] }

/** A kind of contract: what it can read, what it watches for, and how it compares two sides. */
export type ContractKind = {
  readonly id: string
  readonly title: string
  readonly rules: readonly Rule[]
  /** Whether a file may hold a document of this kind or a part of one, by its path and text. */
  readonly isDocument: (path: string, text: string) => boolean
  /** What one document promises, as facts (routes with `source: 'description'`); nothing for kinds that live in code. */
  readonly facts: (
    path: string,
    text: string,
  ) => { readonly facts: readonly Fact[]; readonly problems: readonly Problem[] }
  /** Never throws: what cannot be read is a problem, and the rest is compared. */
  readonly compare: (base: ContractSide, head: ContractSide, renames: Renames) => Comparison
}
