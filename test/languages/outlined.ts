import type { Outline } from '../../src/domain/outline.js'
import { createParser } from '../../src/engines/index.js'
import { languageOf } from '../../src/languages/index.js'
import { type OutlineText, outlineText } from '../support/outline-text.js'

const parse = await createParser()

/** The outline of a source by the language of its path. */
export function outlineOf(path: string, source: string): Outline {
  const language = languageOf(path)
  if (!language) throw new Error(`no language reads ${path}`)
  return language.outline(path, source, parse)
}

/** The same as readable lines. */
export function outlined(path: string, source: string): OutlineText {
  return outlineText(outlineOf(path, source))
}
