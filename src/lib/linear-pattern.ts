import { RE2JS } from 're2js'
import type { Pattern, PatternFit } from '../domain/pattern.js'
import { lastUsed } from './last-used.js'

/** A longer text fits nothing: names, paths and topics are short, and time is instructions times characters. */
const maxText = 1_000
/** What 200 characters say in plain words; a counted repetition makes more. */
const maxInstructions = 400
/** As many expressions as a few repositories have together. */
const kept = 1_000
/** Names that were asked last, since a file asks for few of them and for each often. */
const keptNames = 200
const maxName = 100

const known = lastUsed<Pattern>(kept)

/**
 * An expression of somebody whom nobody here trusts, in an engine whose time grows with the text and no faster: RE2, without
 * look-around and references to groups. Throws an error with a message for its author when it is none.
 */
export function linearPattern(expression: string): Pattern {
  return known(expression, () => compile(expression))
}

function compile(expression: string): Pattern {
  const compiled = RE2JS.compile(expression)
  if (compiled.programSize() > maxInstructions) throw new Error('it repeats too much: use smaller counts')
  const named = Object.entries<number>(compiled.namedGroups())
  const count = compiled.groupCount()
  const names = lastUsed<{ readonly found: PatternFit | null }>(keptNames)
  return { test: (text) => exec(text) !== null, exec }

  function exec(text: string): PatternFit | null {
    if (text.length > maxText) return null
    return text.length > maxName ? find(text) : names(text, () => ({ found: find(text) })).found
  }

  function find(text: string): PatternFit | null {
    const matcher = compiled.matcher(text)
    if (!matcher.find()) return null
    const numbered = Array.from({ length: count + 1 }, (_, at) => matcher.group(at) ?? undefined)
    const groups = named.flatMap(([name, at]) => {
      const found = numbered[at]
      return found === undefined ? [] : [[name, found] as const]
    })
    return { ...numbered, groups: Object.fromEntries(groups) }
  }
}
