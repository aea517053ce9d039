import type { Problem } from '../domain/blob.js'
import type { ContractKind } from '../domain/change.js'
import type { BlobFacts, ExtractFacts, Fact, Import, TextConstant, UrlConstant } from '../domain/fact.js'
import type { EmbeddedLanguage, EmbeddedText, Format, ReadEmbedded } from '../domain/format.js'
import type { Framework } from '../domain/framework.js'
import type { Language, Outline, Parse } from '../domain/outline.js'
import { messageOf } from '../lib/errors.js'
import { isTestFile } from '../lib/test-file.js'
import { readEmbedded } from './embedded.js'
import { createGate, type Gate } from './gate.js'
import { maxBytes, skipReason } from './skip.js'

export type Extraction = {
  readonly languages: readonly Language[]
  readonly frameworks: readonly Framework[]
  readonly contracts: readonly ContractKind[]
  readonly formats: readonly Format[]
  readonly parse: Parse
  /** What frameworks make of an outline: the door of `frameworks/`, given because this room does not know that one. */
  readonly match: (outline: Outline, language: string) => Matched
  /** What is parsed at all; absent: by the words of the frameworks. */
  readonly gate?: Gate
  /** Who reads texts of other languages inside code. */
  readonly embedded?: Readonly<Partial<Record<EmbeddedLanguage, ReadEmbedded>>>
}

type Matched = {
  readonly facts: readonly Fact[]
  readonly constants: readonly UrlConstant[]
  readonly texts: readonly TextConstant[]
  readonly inherits: BlobFacts['inherits']
  readonly controllers?: NonNullable<BlobFacts['controllers']>
  readonly classes?: NonNullable<BlobFacts['classes']>
  readonly patterns?: NonNullable<BlobFacts['patterns']>
  readonly embedded: readonly EmbeddedText[]
}

/**
 * Everything that one file says: its contract documents, and its code where a gate lets it through to the parser. Never
 * throws: what cannot be read is a problem beside the facts of the rest.
 */
export function createExtract(extraction: Extraction): ExtractFacts {
  const { languages } = extraction
  const gate = extraction.gate ?? createGate(extraction.frameworks)
  const byEnding = new Map(
    languages.flatMap((language) => language.extensions.map((each) => [each, language] as const)),
  )
  return async (path, { text }) => {
    const promised = readDocuments(extraction, path, text)
    const language = byEnding.get(endingOf(path))
    const reason = language && skipReason(path, text.length)
    if (reason && !promised.facts.length)
      return withProblems(promised, reason === null ? [] : skipped(path, reason))
    if (!language || reason || !gate(language.id, text, path)) return promised
    const code = readCode(extraction, language, path, text)
    return {
      ...code,
      facts: [...promised.facts, ...code.facts],
      problems: [...promised.problems, ...code.problems],
    }
  }
}

const nothing: BlobFacts = { language: '', facts: [], imports: [], exports: [], inherits: [], problems: [] }

/** The ending by which languages and caches know a file: `.ts` of `src/orders.ts`, in small letters. */
export function endingOf(path: string): string {
  return /\.[^./]+$/.exec(path)?.[0].toLowerCase() ?? ''
}

/**
 * Names the class of a file: two files of one class and one content say the same. It is the ending, whether it is a test, and
 * every format that the path admits, since a `Dockerfile` and a workflow are known by more than their ending.
 */
export function createFileClass(formats: readonly Format[]): (path: string) => string {
  return (path) =>
    [
      endingOf(path),
      ...(isTestFile(path) ? ['test'] : []),
      ...formats.flatMap(({ id, mayBe }) => (mayBe(path) ? [id] : [])),
    ].join('+')
}

/** Only what is too large is a gap: what is built or vendored is left out on purpose. */
function skipped(path: string, reason: string): readonly Problem[] {
  return reason.startsWith('larger') ? [{ problem: `not read: ${reason}`, path }] : []
}

function withProblems(facts: BlobFacts, problems: readonly Problem[]): BlobFacts {
  return { ...facts, problems: [...facts.problems, ...problems] }
}

function readDocuments({ contracts, formats }: Extraction, path: string, text: string): BlobFacts {
  const ofContracts = contracts.filter((kind) => kind.isDocument(path, text))
  const ofFormats = text.length > maxBytes ? [] : formats.filter((format) => format.mayBe(path))
  const read = [...ofContracts, ...ofFormats].map((each) => each.facts(path, text))
  const facts = read.flatMap((each) => each.facts)
  const problems = read.flatMap((each) => each.problems)
  return { ...nothing, language: facts.length ? 'document' : '', facts, problems }
}

function readCode(extraction: Extraction, language: Language, path: string, text: string): BlobFacts {
  try {
    const lines = text.split('\n')
    const outline = language.outline(path, text, extraction.parse)
    const { embedded, ...matched } = extraction.match(outline, language.id)
    return {
      language: language.id,
      ...matched,
      facts: [...matched.facts, ...embedded.flatMap((each) => readEmbedded(extraction, each, lines))],
      imports: outline.imports.map(readImport),
      exports: outline.exports,
      problems: outline.problems,
    }
  } catch (error) {
    // Reading promises not to throw: a bug of ours costs this one file, and is seen.
    return {
      ...nothing,
      language: language.id,
      problems: [{ problem: `could not be read: ${messageOf(error)}`, path }],
    }
  }
}

function readImport({ module, line, names }: Import): Import {
  return { module, line, names }
}
