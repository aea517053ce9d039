import { catalog } from '../catalog.js'
import type { ExtractFacts } from '../domain/fact.js'
import { createLazyParser } from '../engines/index.js'
import { createExtract } from '../facts/index.js'
import { createMatcher } from '../frameworks/index.js'

/** Reads files by everything the catalogue knows. A grammar is loaded when the first text needs it. */
export function createReader(): ExtractFacts {
  const parser = createLazyParser()
  const extract = createExtract({ ...catalog, parse: parser.parse, match: createMatcher(catalog.frameworks) })
  return async (path, blob) => {
    for (;;) {
      const missed = parser.missed()
      const facts = await extract(path, blob)
      if (parser.missed() === missed) return facts
      await parser.load()
    }
  }
}
