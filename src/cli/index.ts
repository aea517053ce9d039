/**
 * The command line, one file a verb. Deliberately absent: anything that a verb knows and the server does not; both are
 * doors to the same review.
 */
import { diffVerb } from './diff.js'
import { factsVerb } from './facts.js'
import { helpVerb } from './help.js'
import { indexVerb } from './index-verb.js'
import { mapVerb } from './map.js'
import { reviewVerb } from './review.js'
import { serveVerb } from './serve.js'
import { setupVerb } from './setup.js'
import { startVerb } from './start.js'
import type { Verb } from './verb.js'

export { parseGiven, type Terminal } from './verb.js'

const working: readonly Verb[] = [
  startVerb,
  setupVerb,
  serveVerb,
  reviewVerb,
  diffVerb,
  factsVerb,
  indexVerb,
  mapVerb,
]

export const verbs: readonly Verb[] = [...working, helpVerb(working)]
