import { requires } from '../../shared/schema/schema.js'
import type { Difference } from '../difference.js'
import { vanished } from '../movement.js'
import { family } from '../rule.js'

function wasRequired({ pair, property }: Difference) {
  return pair !== null && requires(pair.old, property)
}

function spots(reference: string) {
  return { 'response-body': reference, 'response-property': reference }
}

export const responsePropertyRemoved = [
  ...family({
    about: 'property',
    id: 'http.response-property-removed',
    references: spots('response-required-property-removed'),
    level: 'breaking',
    why: 'The property was always there, and callers that read it find nothing.',
    safeWhen: 'Nobody reads the property any more.',
    when: (difference) => vanished(difference) && wasRequired(difference),
    text: () => 'the property, which was always there, is removed',
  }),
  ...family({
    about: 'property',
    id: 'http.response-optional-property-removed',
    references: spots('response-optional-property-removed'),
    level: 'risky',
    why: 'Callers that read the property when it is there never find it again.',
    safeWhen: 'Nobody reads the property any more, or callers do well without it.',
    when: (difference) => vanished(difference) && !wasRequired(difference),
    text: () => 'the property is removed',
  }),
]
