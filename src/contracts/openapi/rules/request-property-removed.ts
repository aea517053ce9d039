import { vanished } from '../movement.js'
import { family } from '../rule.js'

export const requestPropertyRemoved = family({
  about: 'property',
  references: { 'request-body': 'request-property-removed', 'request-property': 'request-property-removed' },
  level: 'risky',
  why: 'A caller that sends the property is refused by a strict server, and silently not heard by another.',
  safeWhen: 'The server ignores properties that it does not know, and callers do not depend on its effect.',
  when: vanished,
  text: () => 'the property is no longer accepted',
})
