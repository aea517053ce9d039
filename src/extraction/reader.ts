import { catalog } from '../catalog.js'
import type { Blob } from '../domain/blob.js'
import type { BlobFacts, ExtractFacts } from '../domain/fact.js'
import type { Parse } from '../domain/outline.js'
import type { RuleSet } from '../domain/rule-set.js'
import { createLazyParser } from '../engines/index.js'
import { createExtract } from '../facts/index.js'
import { createMatcher } from '../frameworks/index.js'
import { lastUsed } from '../lib/last-used.js'
import { linearPattern } from '../lib/linear-pattern.js'

export type Reader = (path: string, blob: Blob, rules?: RuleSet | null) => Promise<BlobFacts>

/** As many repositories with rules of their own as are read at the same time. */
const keptSets = 8

/**
 * Reads files by everything the catalogue knows, and by the rules that come with a file. A grammar is loaded when the first
 * text needs it.
 */
export function createReader(): Reader {
  const parser = createLazyParser()
  const plain = createExtract({ ...catalog, parse: parser.parse, match: createMatcher(catalog.frameworks) })
  const extractors = lastUsed<ExtractFacts>(keptSets)
  return async (path, blob, rules = null) => {
    const extract = rules ? extractors(rules.digest, () => extractWith(rules, parser.parse)) : plain
    for (;;) {
      const missed = parser.missed()
      const facts = await extract(path, blob)
      if (parser.missed() === missed) return facts
      await parser.load()
    }
  }
}

/** Our own rules and those of a repository, whose expressions run in time that only grows with the text. */
function extractWith({ frameworks }: RuleSet, parse: Parse): ExtractFacts {
  const own = frameworks.map((framework) => ({ ...framework, compile: linearPattern }))
  const all = [...catalog.frameworks, ...own]
  return createExtract({ ...catalog, frameworks: all, parse, match: createMatcher(all) })
}
