import type { BlobFacts, Fact } from '../domain/fact.js'

/**
 * What other files may ask of this one when a repository is joined, as a text to compare: imports and exports, classes,
 * constants, and every fact that explains or places others. Where it is equal, a change of the file concerns that file alone.
 * Lines are left out: nobody cites a line of another file in a fact of its own.
 */
export function outwardOf({ problems: _, facts, ...rest }: BlobFacts): string {
  return JSON.stringify({ ...rest, facts: facts.filter(isOutward) }, (key, value) =>
    linesOfText.has(key) ? undefined : value,
  )
}

const linesOfText: ReadonlySet<string> = new Set(['line', 'endLine', 'writtenAt'])

/** Uses, which explain nothing to anybody else. All that is not known to be one is outward. */
function isOutward(fact: Fact): boolean {
  if (fact.kind === 'client') return fact.answer !== undefined
  return !inward.has(fact.kind)
}

const inward: ReadonlySet<Fact['kind']> = new Set<Fact['kind']>([
  'field',
  'environment',
  'metric',
  'log',
  'span',
  'index',
  'event',
  'claim',
  'flag',
  'image',
  'port',
])
