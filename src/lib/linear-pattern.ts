import { RE2JS } from 're2js'
import type { Pattern } from '../domain/pattern.js'
import { lastUsed } from './last-used.js'

/** A longer text fits nothing: names, paths and topics are short, and time is instructions times characters. */
const maxText = 1_000
/** What 200 characters say in plain words; a counted repetition makes more. */
const maxInstructions = 400
/** As many expressions as a few repositories have together. */
const kept = 2_000

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
  return {
    test: (text) => text.length <= maxText && compiled.matcher(text).find(),
    exec: (text) => {
      const matcher = compiled.matcher(text)
      if (text.length > maxText || !matcher.find()) return null
      const numbered = Array.from({ length: count + 1 }, (_, at) => matcher.group(at) ?? undefined)
      const groups = named.flatMap(([name, at]) => {
        const found = numbered[at]
        return found === undefined ? [] : [[name, found] as const]
      })
      return { ...numbered, groups: Object.fromEntries(groups) }
    },
  }
}
