import type { Problem } from './blob.js'
import type { Fact } from './fact.js'

/** A kind of file around the code: a deployment, a schema, a dashboard, a manifest. It gives facts directly. */
export type Format = {
  /** `compose`: what `facts` prints as the beginning of a rule. */
  readonly id: string
  /** Whether a file may be of this format by its path alone: others are not even read from git. */
  readonly mayBe: (path: string) => boolean
  /**
   * All that the text says. Never throws: what cannot be read is a problem. The path helps to tell what the file is and may
   * not be in the facts, which are kept by content: an element that names the file says `{file}`. A text that is not of
   * this format after all gives neither facts nor problems.
   */
  readonly facts: (path: string, text: string) => DocumentFacts
}

export type DocumentFacts = { readonly facts: readonly Fact[]; readonly problems: readonly Problem[] }

/** A language that is written in texts of other languages. */
export type EmbeddedLanguage = 'graphql' | 'sql'

/** A text inside code. What only running will tell is left out of GraphQL, and is `?` in SQL. */
export type EmbeddedText = {
  readonly language: EmbeddedLanguage
  readonly text: string
  /** Where it begins in the blob, from 1. */
  readonly line: number
  readonly rule: string
  readonly certainty: 'certain' | 'likely'
  readonly within?: string
  /** It has parts that only running will tell. */
  readonly isOpen: boolean
}

/** What a text says, with lines that begin at 1; never throws. What is not of the language says nothing, and is no problem. */
export type ReadEmbedded = (text: string) => DocumentFacts
