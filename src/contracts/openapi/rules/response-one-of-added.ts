import { asList, shown } from '../../shared/json.js'
import { transitionOf } from '../../shared/schema/transitions.js'
import type { Difference } from '../difference.js'
import { appeared } from '../movement.js'
import { at, family } from '../rule.js'

export const responseOneOfAdded = family({
  about: 'oneOf',
  references: at('one-of-added', 'response-body', 'response-property'),
  level: 'breaking',
  why: 'A caller meets an alternative that it does not know.',
  safeWhen: 'Callers have a way for alternatives that they do not know.',
  when: (difference) => appeared(difference) && !isWrapped(difference),
  text: ({ to }) => `it may now also be ${asList(to).map(shown).join(' or ')}`,
})

/** A whole body that became a choice is told by the rule for that. */
function isWrapped({ spot, pair }: Difference): boolean {
  return spot === 'response-body' && pair !== null && transitionOf(pair)?.type === 'one-of-wrapping'
}
